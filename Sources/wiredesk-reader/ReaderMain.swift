import Analysis
import Bytes
import CConfinement
import CLinux
import Formats
import Glibc
import LinuxSystem
import NewsModel
import ReaderProtocol

/// The confined program: takes descriptors from the socket it was born with and answers with articles.
///
/// It holds no other file, writes nothing but the socket, and ends when the socket closes.
@main struct ReaderMain {
    /// The descriptor that the desk gives a reader at birth.
    private static let socketNumber: Int32 = 3
    /// Descriptors that a reader may have open: the three standard ones, the socket, the file, and a few that iconv opens.
    private static let openFiles: UInt64 = 32

    /// Added to the nice value: lanes may outnumber processors, and who asks the desk must not stand in line behind all readers.
    private static let niceness: Int32 = 5

    /// Characters of one line of an explanation; a page may have a title of megabytes.
    private static let explanationCharacters = 1_000

    /// Why the program ends; the desk shows it in the journal.
    private enum ExitStatus {
        static let usage: Int32 = 64
        static let confinement: Int32 = 70
        static let conversation: Int32 = 76
    }

    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if arguments.first == "--pdf-text" { exit(PDFTool.become(arguments)) }
        guard let memory = value(of: "--memory", in: arguments), let seconds = value(of: "--seconds", in: arguments)
        else {
            complain("wiredesk-reader is started by wiredesk; to read a file use: wiredesk read FILE")
            exit(ExitStatus.usage)
        }
        let findsNames = !arguments.contains("--without-names")
        _ = nice(niceness)
        wd_keep_freed_memory()
        // Libraries open their tables lazily; after the confinement they could not.
        ArticleReader.warmUp()
        if findsNames {
            EntityFinder.warmUp()
            QuotationFinder.warmUp()
        }
        guard wd_confine_self(memory, openFiles) == 0, wd_give_up_capabilities() == 0 else {
            complain("cannot confine myself: " + SystemError(operation: "confine", path: "self", code: errno).reason)
            exit(ExitStatus.confinement)
        }
        let socket = StreamSocket(Descriptor(adopting: socketNumber))
        do {
            let missing = UInt8(truncatingIfNeeded: wd_lock_in())
            try send(
                .hello(
                    streamVersion: StreamLimits.version, readerVersion: ArticleReader.version,
                    missingConfinement: missing), request: 0, to: socket)
            while try answerNext(on: socket, seconds: seconds, findsNames: findsNames) {}
        } catch {
            // The desk is gone or speaks another language: there is nobody to tell.
            exit(ExitStatus.conversation)
        }
    }

    /// Answers one request; false when the desk has closed the socket.
    private static func answerNext(on socket: StreamSocket, seconds: UInt64, findsNames: Bool) throws -> Bool {
        guard let (header, file) = try socket.receive(exactly: ReadRequest.headerBytes) else { return false }
        let (request, nameCount) = try ReadRequest.header(header)
        var name: [UInt8] = []
        if nameCount > 0 { name = try socket.receive(exactly: nameCount)?.bytes ?? [] }
        _ = wd_limit_time_from_now(seconds)
        defer { wd_forget_time_limit() }
        try answer(request, file: file, name: name, seconds: seconds, findsNames: findsNames, on: socket)
        return true
    }

    private static func answer(
        _ asked: ReadRequest, file: Descriptor?, name: [UInt8], seconds: UInt64, findsNames: Bool,
        on socket: StreamSocket
    ) throws {
        let request = asked.request
        guard let file else { throw StreamError.outOfOrder("a request without a descriptor") }
        let size = Int(clamping: asked.size)
        var articles = 0
        let tell = { (event: ReadingEvent) in
            // To wait until the desk takes what is told is no time of the reader's. The limit is one for each step; how long a whole
            // file may take is for the desk to say.
            wd_forget_time_limit()
            defer { _ = wd_limit_time_from_now(seconds) }
            switch event {
            case .begin(let format): try send(.begin(format: format), request: request, to: socket)
            case .article(var article):
                articles += 1
                FutureTimes.remove(from: &article, now: Int64(time(nil)) * 1_000)
                article.annotations += PassageFinder.annotations(of: article)
                if findsNames {
                    article.entities = EntityFinder.entities(of: article)
                    article.quotations = QuotationFinder.quotations(of: article, entities: article.entities)
                }
                try send(.article(article), request: request, to: socket)
            case .explanation(let line):
                try send(.explanation(String(line.prefix(explanationCharacters))), request: request, to: socket)
            case .memberError(let error): try send(.memberError(error), request: request, to: socket)
            }
        }
        do {
            let reader = ArticleReader(explains: asked.wantsExplanation, isAccepted: asked.isAccepted) {
                document, read in
                switch document {
                case .file: try send(.fileConversion, request: request, to: socket)
                case .bytes(let bytes):
                    try send(.conversion(try convertible(bytes)), request: request, to: socket)
                }
                let words = try DocumentWords(from: socket, request: request)
                _ = wd_limit_time_from_now(seconds)
                try words.withBytes(read)
            }
            let hint = ReadingHint(name: FileName(bytes: name))
            if size <= ReadingLimits.default.maximumBytes {
                try MappedFile(file, size: size).withBytes { raw in
                    try reader.read(raw.assumingMemoryBound(to: UInt8.self), hint: hint, emit: tell)
                }
            } else {
                let source = FileSource(file, size: size) { bytes in
                    wd_forget_time_limit()
                    defer { _ = wd_limit_time_from_now(seconds) }
                    try send(.progress(bytes: bytes), request: request, to: socket)
                }
                try reader.read(source, hint: hint, emit: tell)
            }
        } catch let failure as ReadingFailure {
            try send(.failure(code: failure.code, message: failure.message), request: request, to: socket)
            return
        }
        try send(.end(articles: articles), request: request, to: socket)
    }

    /// The bytes of a PDF inside of a file, where the desk takes so many.
    private static func convertible(_ document: UnsafeBufferPointer<UInt8>) throws(ReadingFailure) -> [UInt8] {
        guard document.count <= StreamLimits.conversionBytes else {
            throw ReadingFailure(
                .tooLarge,
                "The PDF has \(document.count) bytes; inside of another file at most \(StreamLimits.conversionBytes) are read. Drop it by itself."
            )
        }
        return Array(document)
    }

    private static func send(_ message: ReaderMessage, request: UInt64, to socket: StreamSocket) throws {
        try socket.send(message.frame(request: request))
    }

    static func value(of option: String, in arguments: [String]) -> UInt64? {
        guard let index = arguments.firstIndex(of: option), index + 1 < arguments.count else { return nil }
        return UInt64(arguments[index + 1])
    }

    static func complain(_ text: String) {
        let line = Array((text + "\n").utf8)
        _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
