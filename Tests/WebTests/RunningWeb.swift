import Foundation
import Testing

/// The built programs, a state with a few articles, and the web program on it.
final class RunningWeb {
    /// The folder of the programs that were built with the tests.
    static let programs: URL = {
        let own =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        return URL(fileURLWithPath: own).deletingLastPathComponent()
    }()

    let folder: URL
    let state: URL
    /// The link that the program printed.
    private(set) var link = ""
    private(set) var port = 0
    /// What a browser sends after it opened the link.
    private(set) var cookie = ""
    private var web: Process?
    private var desk: Process?

    /// Files some articles and starts the program on a free port, beside a running desk or alone.
    init(
        withDesk: Bool = false, files: [String: String] = RunningWeb.files, arguments: [String] = [],
        host: String? = nil, environment: [String: String] = [:]
    ) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("wiredesk-web-\(UUID().uuidString)")
        state = folder.appendingPathComponent("state")
        let inbox = state.appendingPathComponent("inbox")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        for (name, text) in files.sorted(by: { $0.key < $1.key }) {
            let file = inbox.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        // The files are whole: no wait for a writer that nobody saw.
        let settings = folder.appendingPathComponent("settings.yaml")
        try Data("settle_unseen: 100ms\n".utf8).write(to: settings)
        try Self.run("wiredesk", ["run", "--config", settings.path, "--state", state.path, "--once"])
        if withDesk { try startDesk() }
        try startWeb(arguments, host, environment)
    }

    deinit {
        for process in [web, desk] { if let process, process.isRunning { kill(process.processIdentifier, SIGKILL) } }
        try? FileManager.default.removeItem(at: folder)
    }

    func startDesk() throws {
        let log = folder.appendingPathComponent("desk-log")
        desk = try Self.start("wiredesk", ["run", "--state", state.path], error: log)
        let isReady = Self.wait { (try? String(contentsOf: log, encoding: .utf8))?.contains("is ready") ?? false }
        #expect(isReady, "the desk did not get ready")
    }

    func endDesk() {
        guard let desk else { return }
        desk.terminate()
        desk.waitUntilExit()
        self.desk = nil
    }

    private func startWeb(_ arguments: [String], _ host: String?, _ environment: [String: String]) throws {
        let output = folder.appendingPathComponent("web-output")
        let listen = arguments.contains("--listen") ? [] : ["--listen", "127.0.0.1:0"]
        web = try Self.start(
            "wiredesk", ["web", "--state", state.path] + listen + arguments, output: output,
            error: folder.appendingPathComponent("web-log"), environment: environment)
        let isReady = Self.wait {
            (try? String(contentsOf: output, encoding: .utf8))?.contains("\n") ?? false
        }
        #expect(isReady, "the web program did not print its link: \(log)")
        link = try String(contentsOf: output, encoding: .utf8).trimmingCharacters(in: .newlines)
        guard let components = URLComponents(string: link), let port = components.port else { return }
        self.port = port
        let answer = try get("/?" + (components.query ?? ""), cookie: nil, headers: host.map { ["Host: \($0)"] } ?? [])
        cookie = answer.header("set-cookie").map { String($0.prefix { $0 != ";" }) } ?? ""
    }

    /// What the program has logged.
    var log: String { (try? String(contentsOf: folder.appendingPathComponent("web-log"), encoding: .utf8)) ?? "" }

    /// Ends the program with a signal; its exit status, or minus the signal.
    func end(_ signal: Int32 = SIGTERM) -> Int32 {
        guard let web else { return -1 }
        kill(web.processIdentifier, signal)
        web.waitUntilExit()
        return web.terminationReason == .uncaughtSignal ? -web.terminationStatus : web.terminationStatus
    }

    // MARK: Asking

    func get(_ path: String, cookie: String?, headers: [String] = []) throws -> HTTPAnswer {
        try HTTPAnswer.of(
            port: port, lines: ["GET \(path) HTTP/1.1"] + (cookie.map { ["Cookie: \($0)"] } ?? []) + headers)
    }

    func get(_ path: String, headers: [String] = []) throws -> HTTPAnswer {
        try get(path, cookie: cookie, headers: headers)
    }

    func post(_ path: String, _ body: String, type: String, headers: [String] = [], cookie: String?) throws
        -> HTTPAnswer
    {
        try HTTPAnswer.of(
            port: port,
            lines: ["POST \(path) HTTP/1.1", "Content-Type: \(type)", "Content-Length: \(body.utf8.count)"]
                + (cookie.map { ["Cookie: \($0)"] } ?? []) + headers, body: Array(body.utf8))
    }

    /// The members of an answer of the interface of programs.
    func json(_ path: String) throws -> [String: Any] { try get(path).json }

    /// The ids of all articles, the newest first.
    func ids() throws -> [String] {
        let items = try json("/api/v1/latest")["items"] as? [[String: Any]] ?? []
        return items.compactMap { $0["id"] as? String }
    }

    // MARK: Keys

    /// A new key of a program.
    func token(_ name: String, _ role: String) throws -> String {
        let run = try Self.run("wiredesk", ["token", "add", name, "--may", role, "--state", state.path])
        #expect(run.status == 0)
        return run.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// What the forms of a page have.
    func formToken(_ path: String = "/add") throws -> String {
        let text = try get(path).text
        let start = try #require(text.range(of: "name=\"csrf\" value=\""))
        return String(text[start.upperBound...].prefix { $0 != "\"" })
    }

    // MARK: Programs

    @discardableResult
    static func run(_ program: String, _ arguments: [String]) throws -> (
        status: Int32, output: String, complaint: String
    ) {
        let process = Process()
        process.executableURL = programs.appendingPathComponent(program)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        let complaint = FileManager.default.temporaryDirectory.appendingPathComponent("complaint-\(UUID().uuidString)")
        try Data().write(to: complaint)
        defer { try? FileManager.default.removeItem(at: complaint) }
        process.standardError = try FileHandle(forWritingTo: complaint)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (
            process.terminationStatus, String(decoding: output, as: UTF8.self),
            try String(contentsOf: complaint, encoding: .utf8)
        )
    }

    private static func start(
        _ program: String, _ arguments: [String], output: URL? = nil, error: URL, environment: [String: String] = [:]
    ) throws -> Process {
        let process = Process()
        process.executableURL = programs.appendingPathComponent(program)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        try Data().write(to: error)
        process.standardError = try FileHandle(forWritingTo: error)
        process.standardOutput = FileHandle.nullDevice
        if let output {
            try Data().write(to: output)
            process.standardOutput = try FileHandle(forWritingTo: output)
        }
        try process.run()
        return process
    }

    /// Looks again and again at another process until a condition holds; false after twenty seconds.
    static func wait(_ condition: () -> Bool) -> Bool {
        let end = Date(timeIntervalSinceNow: 20)
        while Date() < end {
            if condition() { return true }
            usleep(5_000)
        }
        return condition()
    }

    /// Two articles in a folder each, one of them with what hurts a page that does not escape.
    static let files = [
        "harbour/bridge.html": page(
            "Harbour bridge opens", "The Harbour Courier",
            [
                "The new harbour bridge was opened on Monday by the mayor in the rain, after eleven years of waiting.",
                "Some four hundred people watched as the first tram crossed the river at noon, the operator said.",
                "The city had waited eleven years for the crossing, which cost forty million and two resignations.",
            ]),
        "hostile.txt": """
        Quotation mark"\u{301} onmouseover="alert(1)" <script>alert(2)</script> & <b>bold

        By Mallory <img src=x>

        The market hall was closed on Tuesday because a pipe burst, and </p><script>alert(3)</script> stands in this text.
        """,
        "empty.txt": "",
    ]

    static func page(_ headline: String, _ outlet: String, _ paragraphs: [String]) -> String {
        """
        <!doctype html><html lang="en"><head><title>\(headline)</title>
        <link rel="canonical" href="https://courier.example/news/bridge">
        <meta property="og:site_name" content="\(outlet)">
        <meta property="article:published_time" content="2024-05-03T10:00:00Z"></head><body><article>
        <h1>\(headline)</h1>\(paragraphs.map { "<p>\($0)</p>" }.joined(separator: "\n"))
        <img src="https://tracker.example/pixel.gif"><script>alert(4)</script></article></body></html>
        """
    }
}
