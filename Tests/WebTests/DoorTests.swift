import Foundation
import Testing

/// Who comes in.
@Suite struct DoorTests {
    @Test func `the link lets in, its token leads to the bare address, and nothing else opens`() throws {
        let web = try RunningWeb()
        #expect(web.link.hasPrefix("http://127.0.0.1:\(web.port)/?token="))
        #expect(web.cookie.hasPrefix("wiredesk-\(web.port)="))
        let token = web.link.split(separator: "=").last.map(String.init) ?? ""
        let entered = try web.get("/?token=\(token)", cookie: nil)
        #expect(entered.status == 303 && entered.header("location") == "/")
        let set = entered.header("set-cookie") ?? ""
        #expect(set.contains("HttpOnly") && set.contains("SameSite=Lax") && !set.contains(token))
        #expect(try web.get("/search?q=bridge&token=\(token)", cookie: nil).header("location") == "/search?q=bridge")
        for path in ["/", "/search", "/api/v1/search", "/style.css", "/articles/x", "/nowhere", "/?token=wrong"] {
            let answer = try web.get(path, cookie: nil)
            #expect(answer.status == 401, "\(path)")
        }
        #expect(try web.get("/", cookie: "wiredesk-\(web.port)=\(token)").status == 401)
        #expect(try web.get("/").status == 200)
        #expect(try web.get("/healthz", cookie: nil).status == 200)
        #expect(try web.get("/api/v1/status", cookie: nil).code == "unauthorized")
        #expect(!web.log.contains(token))
    }

    @Test func `a foreign host is turned away everywhere`() throws {
        let web = try RunningWeb()
        for path in ["/", "/healthz", "/api/v1/status"] {
            #expect(try web.get(path, headers: ["Host: evil.example"]).status == 421)
        }
        #expect(try web.get("/healthz", headers: ["Host: localhost"]).status == 200)
        #expect(
            try HTTPAnswer.of(port: web.port, raw: Array("GET /healthz HTTP/1.0\r\n\r\n".utf8), isCutOff: true).status
                == 421)
    }

    @Test func `the configuration names hosts`() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("web-\(UUID().uuidString).yaml")
        try Data("web: {hosts: [news.example]}\n".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let web = try RunningWeb(arguments: ["--config", file.path], host: "news.example")
        #expect(try web.get("/latest", headers: ["Host: News.Example:443"]).status == 200)
        #expect(try web.get("/latest", headers: ["Host: localhost"]).status == 421)
    }

    @Test func `every answer has the headers that keep a browser safe, and none is open to other sites`() throws {
        let web = try RunningWeb()
        let id = try #require(try web.ids().first)
        for path in ["/", "/latest", "/articles/\(id)", "/intake", "/nowhere", "/api/v1/status", "/healthz"] {
            let answer = try web.get(path)
            let policy = answer.header("content-security-policy") ?? ""
            #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "\(path)")
            #expect(policy.contains("'nonce-") && !policy.contains("unsafe"), "\(path)")
            #expect(answer.header("x-content-type-options") == "nosniff", "\(path)")
            #expect(answer.header("referrer-policy") == "no-referrer", "\(path)")
            #expect(answer.header("x-dns-prefetch-control") == "off", "\(path)")
            #expect(!answer.headers.contains { $0.name.lowercased().hasPrefix("access-control") }, "\(path)")
        }
        // Another nonce each time.
        #expect(
            try web.get("/").header("content-security-policy") != (try web.get("/").header("content-security-policy")))
    }

    @Test func `a browser is started with a link that opens once`() throws {
        let tools = FileManager.default.temporaryDirectory.appendingPathComponent("tools-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: tools, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: tools) }
        let program = tools.appendingPathComponent("xdg-open")
        let opened = tools.appendingPathComponent("opened")
        try Data("#!/bin/sh\necho \"$1\" > \(opened.path).new\nmv \(opened.path).new \(opened.path)\n".utf8).write(
            to: program)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let web = try RunningWeb(arguments: ["--open"], environment: ["PATH": "\(tools.path):\(path)"])
        #expect(RunningWeb.wait { FileManager.default.fileExists(atPath: opened.path) })
        let link = try String(contentsOf: opened, encoding: .utf8).trimmingCharacters(in: .newlines)
        #expect(link.hasPrefix("http://127.0.0.1:\(web.port)/?token=") && link != web.link)
        let address = "/?" + (URLComponents(string: link)?.query ?? "")
        let first = try web.get(address, cookie: nil)
        #expect(first.status == 303 && first.header("set-cookie")?.hasPrefix(web.cookie) == true)
        #expect(try web.get(address, cookie: nil).status == 401)
        // Where there is no such program it is said, and the link is there.
        let other = try RunningWeb(arguments: ["--open"], environment: ["PATH": "/nowhere"])
        #expect(RunningWeb.wait { other.log.contains("no browser was opened") })
        #expect(try other.get("/healthz").status == 200)
    }

    @Test func `a unix socket asks for no token, and lets read only`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("wd-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("web.sock").path
        let web = try RunningWeb(arguments: ["--listen", "unix:\(path)"])
        #expect(web.link == "unix:\(path)")
        #expect(try HTTPAnswer.of(socketPath: path, lines: ["GET /latest HTTP/1.1", "Host: localhost"]).status == 200)
        #expect(try HTTPAnswer.of(socketPath: path, lines: ["GET /add HTTP/1.1", "Host: localhost"]).status == 403)
        #expect(try HTTPAnswer.of(socketPath: path, lines: ["GET / HTTP/1.1", "Host: evil.example"]).status == 421)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o660)
        #expect(web.end() == 0)
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func `it ends in order with 0, also by wiredesk web`() throws {
        let web = try RunningWeb()
        #expect(try web.get("/healthz", cookie: nil).status == 200)
        let taken = try RunningWeb.run(
            "wiredesk-web", ["--state", web.state.path, "--listen", "127.0.0.1:\(web.port)"])
        #expect(taken.status == 74)
        #expect(taken.complaint == "wiredesk-web: listen on 127.0.0.1:\(web.port): Address already in use\n")
        #expect(web.end() == 0)
        #expect(try RunningWeb().end(SIGINT) == 0)
        let wrong = try RunningWeb.run("wiredesk", ["web", "--state", web.state.path, "--listen", "nowhere"])
        #expect(wrong.status == 64)
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/systemd-socket-activate")))
    func `it serves a socket that the service manager has opened`() throws {
        let web = try RunningWeb()
        let path = web.folder.appendingPathComponent("activated.sock").path
        let manager = Process()
        manager.executableURL = URL(fileURLWithPath: "/usr/bin/systemd-socket-activate")
        manager.arguments = [
            "--listen=\(path)", RunningWeb.programs.appendingPathComponent("wiredesk-web").path, "--state",
            web.state.path,
        ]
        manager.standardOutput = FileHandle.nullDevice
        manager.standardError = FileHandle.nullDevice
        try manager.run()
        #expect(RunningWeb.wait { FileManager.default.fileExists(atPath: path) })
        let answer = try HTTPAnswer.of(socketPath: path, lines: ["GET /latest HTTP/1.1", "Host: localhost"])
        #expect(answer.status == 200 && answer.text.contains("Harbour bridge opens"))
        manager.terminate()
        manager.waitUntilExit()
        #expect(manager.terminationReason == .exit && manager.terminationStatus == 0)
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/systemd-socket-activate")))
    func `it leaves when nobody asks, where the service manager starts it again`() throws {
        let web = try RunningWeb()
        let path = web.folder.appendingPathComponent("activated.sock").path
        let manager = Process()
        manager.executableURL = URL(fileURLWithPath: "/usr/bin/systemd-socket-activate")
        manager.arguments = [
            "--listen=\(path)", RunningWeb.programs.appendingPathComponent("wiredesk-web").path, "--state",
            web.state.path, "--exit-idle-time", "1",
        ]
        manager.standardOutput = FileHandle.nullDevice
        manager.standardError = FileHandle.nullDevice
        try manager.run()
        #expect(RunningWeb.wait { FileManager.default.fileExists(atPath: path) })
        #expect(try HTTPAnswer.of(socketPath: path, lines: ["GET /latest HTTP/1.1", "Host: localhost"]).status == 200)
        #expect(RunningWeb.wait { !manager.isRunning })
        #expect(manager.terminationReason == .exit && manager.terminationStatus == 0)
    }
}
