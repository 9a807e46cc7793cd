import NewsModel

@testable import Bytes
@testable import Formats

/// All that a file held.
struct WholeReading {
    var format: String?
    var articles: [Article] = []
    var failures: [MemberError] = []

    /// The articles' places within the file.
    var paths: [String?] { articles.map(\.memberPath) }
    /// The articles' headlines.
    var headlines: [String?] { articles.map(\.headline) }
}

/// Reads bytes through the front door.
func readAll(_ bytes: [UInt8], name: String, limits: ReadingLimits = .default) throws -> WholeReading {
    var reading = WholeReading()
    try bytes.withUnsafeBufferPointer { buffer in
        try ArticleReader(limits: limits).read(buffer, hint: ReadingHint(name: FileName(name))) { event in
            switch event {
            case .begin(let format): reading.format = format
            case .article(let article): reading.articles.append(article)
            case .memberError(let error): reading.failures.append(error)
            case .explanation: break
            }
        }
    }
    return reading
}

/// The same for text.
func readAll(_ text: String, name: String, limits: ReadingLimits = .default) throws -> WholeReading {
    try readAll(Array(text.utf8), name: name, limits: limits)
}
