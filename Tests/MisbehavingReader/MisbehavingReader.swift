import CAttack
import CConfinement
import CLinux
import Glibc
import LinuxSystem
import NewsModel
import ReaderProtocol

/// A reader for tests: it answers like a good one, but does what the first word of a file tells it.
@main struct MisbehavingReader {
    static func main() throws {
        let arguments = CommandLine.arguments
        if arguments.contains("--pdf-text") { MisbehavingTool.become() }
        if let index = arguments.firstIndex(of: "--memory"), let memory = UInt64(arguments[index + 1]) {
            _ = wd_confine_self(memory, 32)
        }
        let socket = StreamSocket(Descriptor(adopting: 3))
        let missing = UInt8(truncatingIfNeeded: wd_lock_in())
        try socket.send(
            ReaderMessage.hello(streamVersion: StreamLimits.version, readerVersion: 1, missingConfinement: missing)
                .frame(
                    request: 0))
        while let (header, file) = try socket.receive(exactly: ReadRequest.headerBytes) {
            let (request, nameCount) = try ReadRequest.header(header)
            if nameCount > 0 { _ = try socket.receive(exactly: nameCount) }
            guard let file else { continue }
            let text = try MappedFile(file, size: Int(request.size)).withBytes { String(decoding: $0, as: UTF8.self) }
            try behave(text, request.request, socket)
        }
    }

    private static func behave(_ text: String, _ request: UInt64, _ socket: StreamSocket) throws {
        func say(_ message: ReaderMessage, as number: UInt64? = nil) throws {
            try socket.send(message.frame(request: number ?? request))
        }
        func answer(_ number: UInt64? = nil, _ body: String? = nil) throws {
            try say(.begin(format: "text"), as: number)
            let body = body ?? text
            let length = body.unicodeScalars.count
            try say(
                .article(
                    Article(
                        format: "text", body: body,
                        paragraphs: [Paragraph(kind: .paragraph, range: CodePointRange(start: 0, end: length))])),
                as: number)
            try say(.end(articles: 1), as: number)
        }
        switch text.split(separator: " ").first {
        case "crash": abort()
        case "leave": exit(3)
        case "die": kill(getpid(), SIGKILL)
        case "hang": while true { pause() }
        case "spin": while true {}
        case "stall":
            try say(.begin(format: "text"))
            while true { pause() }
        case "garbage": try socket.send([UInt8](repeating: 0xA5, count: 4096))
        case "huge": try socket.send([0xFF, 0xFF, 0xFF, 0xFF] + [UInt8](repeating: 0, count: 60))
        case "other": try answer(request &+ 1)
        case "twice":
            try answer()
            try answer()
        case "slowly":
            // Many articles with a rest in the middle, in which a test may strike.
            try say(.begin(format: "text"))
            for number in 0..<200 {
                let body = "\(text), part \(number)"
                let range = CodePointRange(start: 0, end: body.unicodeScalars.count)
                var article = Article(
                    format: "text", body: body, paragraphs: [Paragraph(kind: .paragraph, range: range)])
                article.memberPath = "\(number)"
                try say(.article(article))
                if number == 150 { usleep(700_000) }
            }
            try say(.end(articles: 200))
        case "allocate":
            let everything = [UInt8](repeating: 1, count: 8 << 30)
            try answer(nil, "allocate: done, \(everything.count) bytes")
        case "eat":
            var eaten: [[UInt8]] = []
            while true { eaten.append([UInt8](repeating: 1, count: 16 << 20)) }
        // What is refused is told in the answer's body.
        case "open": try answer(nil, "open: \(open("/etc/passwd", O_RDONLY) < 0 ? "refused" : "done")")
        case "make":
            try answer(
                nil, "make: \(open("/tmp/wiredesk-escaped", O_WRONLY | O_CREAT, 0o600) < 0 ? "refused" : "done")")
        case "list": try answer(nil, "list: \(opendir("/") == nil ? "refused" : "done")")
        case "link":
            try answer(nil, "link: \(symlink("/etc/passwd", "/tmp/wiredesk-escaped") != 0 ? "refused" : "done")")
        case "signal": try answer(nil, "signal: \(wd_signal_parent() != 0 ? "refused" : "done")")
        case "limit": try answer(nil, "limit: \(wd_limit_parent() != 0 ? "refused" : "done")")
        // These end the process.
        case "connect": _ = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        case "fork": _ = wd_fork()
        case "exec": _ = wd_execute("/bin/true")
        case "trace": _ = wd_trace_parent()
        case "kill": kill(getppid(), SIGTERM)
        case "refuse": try say(.failure(code: .malformed, message: "told to"))
        default: try answer()
        }
    }
}
