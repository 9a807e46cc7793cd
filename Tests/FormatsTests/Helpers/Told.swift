import NewsModel

@testable import Bytes
@testable import Formats

/// What came out of a file: everything that the reader told.
struct Told {
    var format: String?
    var articles: [Article] = []
    var errors: [MemberError] = []
    /// Why the file as a whole could not be read (further), or nil.
    var failure: ReadingFailure?

    var headlines: [String] { articles.compactMap(\.headline) }
    var paths: [String] { articles.compactMap(\.memberPath) }

    /// Reads a file through the front door.
    init(_ bytes: [UInt8], name: String = "a.bin", limits: ReadingLimits = .default) throws {
        try bytes.withUnsafeBufferPointer { buffer in
            try read {
                try ArticleReader(limits: limits).read(buffer, hint: ReadingHint(name: FileName(name)), emit: $0)
            }
        }
    }

    /// Reads a file place by place, as large ones are read.
    init(inPassing bytes: [UInt8], name: String = "a.bin", limits: ReadingLimits = .default) throws {
        try bytes.withUnsafeBufferPointer { buffer in
            let source = BytesInMemory(buffer)
            try read {
                try ArticleReader(limits: limits).read(source, hint: ReadingHint(name: FileName(name)), emit: $0)
            }
        }
    }

    private mutating func read(_ body: ((ReadingEvent) throws -> Void) throws -> Void) throws {
        var (format, articles, errors): (String?, [Article], [MemberError]) = (nil, [], [])
        do {
            try body { event in
                switch event {
                case .begin(let begun): format = begun
                case .article(let article): articles.append(article)
                case .memberError(let error): errors.append(error)
                case .explanation: break
                }
            }
        } catch let failure as ReadingFailure {
            self.failure = failure
        }
        (self.format, self.articles, self.errors) = (format, articles, errors)
    }
}
