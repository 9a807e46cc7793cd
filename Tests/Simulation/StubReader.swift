import Desk
import LinuxSystem
import NewsModel
import ReaderHost
import ReaderProtocol

/// Stands for a reader process: makes one article of the bytes of any file.
struct StubReader: FileReading {
    func read(
        _ file: Descriptor, size: Int64, name: FileName, explained: Bool, isAccepted: Bool, expect: (Int) -> Void,
        handle: (ReaderMessage) throws -> Void
    ) throws -> Int {
        var bytes = [UInt8](repeating: 0, count: Int(size))
        let count = try bytes.withUnsafeMutableBytes { buffer throws(SystemError) in
            try file.readFully(into: buffer, at: 0)
        }
        let text = String(decoding: bytes[..<count], as: UTF8.self)
        var article = Article(
            format: "text", body: text,
            paragraphs: [Paragraph(kind: .paragraph, range: CodePointRange(start: 0, end: text.unicodeScalars.count))])
        article.headline = text
        try handle(.begin(format: "text"))
        try handle(.article(article))
        try handle(.end(articles: 1))
        return 1
    }

    func stop() {}
    func finish() {}
    var statistics: ReaderSupervisor.Statistics { ReaderSupervisor.Statistics() }
}
