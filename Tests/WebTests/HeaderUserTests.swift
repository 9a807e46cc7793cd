import Foundation
import Testing
import WebAccess

@testable import Web

/// Users whom a proxy names.
@Suite struct HeaderUserTests {
    /// A program on a unix socket that believes a header of the user who runs the tests, or of somebody else.
    private final class Proxied {
        let web: RunningWeb
        let path: String
        private let folder: URL

        init(proxyUser: String, roles: String) throws {
            folder = FileManager.default.temporaryDirectory.appendingPathComponent(
                "wd-\(UUID().uuidString.prefix(8))")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            path = folder.appendingPathComponent("web.sock").path
            let settings = folder.appendingPathComponent("settings.yaml")
            try Data("web: {user_header: Remote-User, proxy_user: \(proxyUser), roles: \(roles)}\n".utf8).write(
                to: settings)
            web = try RunningWeb(arguments: ["--config", settings.path, "--listen", "unix:\(path)"])
        }

        deinit { try? FileManager.default.removeItem(at: folder) }

        func get(_ address: String, _ user: String?) throws -> HTTPAnswer {
            try HTTPAnswer.of(
                socketPath: path,
                lines: ["GET \(address) HTTP/1.1", "Host: localhost"] + (user.map { ["Remote-User: \($0)"] } ?? []))
        }
    }

    @Test func `the header of the proxy decides who may do what`() throws {
        let proxied = try Proxied(proxyUser: NSUserName(), roles: "{add: [ben], edit: [ann]}")
        let id = try #require(
            try (proxied.get("/api/v1/latest", "ann").json["items"] as? [[String: Any]])?.first?["id"] as? String)
        #expect(try proxied.get("/articles/\(id)/edit", "ann").status == 200)
        #expect(try proxied.get("/articles/\(id)/edit", "ben").status == 403)
        #expect(try proxied.get("/add", "ben").status == 200)
        #expect(try proxied.get("/add", "carl").status == 403 && proxied.get("/latest", "carl").status == 200)
        #expect(try proxied.get("/add", nil).status == 403 && proxied.get("/latest", nil).status == 200)
        #expect(try proxied.get("/latest", String(repeating: "a", count: 65)).status == 400)
        // One visitor's form token is not another's.
        func formToken(_ user: String) throws -> Substring {
            let text = try proxied.get("/articles/\(id)/edit", user).text
            let start = try #require(text.range(of: "name=\"csrf\" value=\""))
            return text[start.upperBound...].prefix { $0 != "\"" }
        }
        #expect(try formToken("ann") == formToken("ann"))
        let others = try proxied.get("/add", "ben").text
        #expect(!others.contains(try formToken("ann")))
    }

    @Test func `whoever else may open the socket cannot say who they are`() throws {
        let other = NSUserName() == "nobody" ? "root" : "nobody"
        let proxied = try Proxied(proxyUser: other, roles: "{edit: [ann]}")
        #expect(try proxied.get("/add", "ann").status == 403)
        #expect(try proxied.get("/latest", "ann").status == 200)
    }

    @Test func `over a port no header is believed`() throws {
        let settings = FileManager.default.temporaryDirectory.appendingPathComponent("web-\(UUID().uuidString).yaml")
        try Data("web: {user_header: Remote-User, proxy_user: \(NSUserName())}\n".utf8).write(to: settings)
        defer { try? FileManager.default.removeItem(at: settings) }
        let web = try RunningWeb(arguments: ["--config", settings.path])
        #expect(try web.get("/latest", cookie: nil, headers: ["Remote-User: ann"]).status == 401)
    }

    @Test func `a list for readers keeps everybody else out, and groups of the system count`() throws {
        let users = HeaderUsers(header: "Remote-User", proxyUser: 33, roles: [.read: ["carl"], .edit: ["@root"]])
        #expect(try users.visitor(named: "carl").role == .read)
        #expect(try users.visitor(named: "root").role == .edit)
        #expect(try users.visitor(named: " root").name == "root, by web")
        #expect(throws: HeaderUsers.Failure.notListed) { _ = try users.visitor(named: "dora") }
        for name in ["", " ", "a\u{1}b", "a\u{85}"] {
            #expect(throws: HeaderUsers.Failure.badName) { _ = try users.visitor(named: name) }
        }
    }

    @Test func `a proxy whose user the system does not know is a slip of the configuration`() throws {
        let settings = FileManager.default.temporaryDirectory.appendingPathComponent("web-\(UUID().uuidString).yaml")
        try Data("web: {user_header: Remote-User, proxy_user: nosuchuser}\n".utf8).write(to: settings)
        defer { try? FileManager.default.removeItem(at: settings) }
        let run = try RunningWeb.run("wiredesk-web", ["--config", settings.path, "--listen", "127.0.0.1:0"])
        #expect(run.status == 78 && run.complaint.contains("nosuchuser"), "\(run.complaint)")
    }
}
