import Bytes
import NewsModel

/// Counts the records of a file while they become articles, so that a file that holds no articles is told from one of which some
/// are bad.
struct RecordReading {
    let format: String
    let context: ReadingContext
    /// Whether the file is one record, which stands at the file's own path.
    var isSingle = false
    private var number = 0
    private var articles = 0
    /// Failures that are held back until an article shows that the file is a collection of them.
    private var heldBack: [(failure: ReadingFailure, member: String)] = []
    private static let mostHeldBack = 10_000

    init(format: String, context: ReadingContext, isSingle: Bool = false) {
        self.format = format
        self.context = context
        self.isSingle = isSingle
    }

    /// Reads one record.
    mutating func take(_ record: Record) throws {
        let article: Article
        do throws(ReadingFailure) {
            article = try RecordArticle.article(record, as: format, limits: context.limits)
        } catch {
            return try fail(error)
        }
        try take(article)
    }

    /// Hands out the article of a record that was written as one.
    mutating func take(_ article: Article) throws {
        var article = article
        article.format = format
        number += 1
        articles += 1
        if isSingle { return try context.article(article) }
        try release()
        try context.article(article, member: "#\(number)")
    }

    /// Notes a record that cannot be read.
    mutating func fail(_ failure: ReadingFailure) throws {
        number += 1
        if isSingle { throw failure }
        try fail(failure, "#\(number)")
    }

    /// Ends the reading.
    ///
    /// - Throws: `.notAnArticle` where no record was an article; the failure itself where all were damaged.
    func finish(_ kind: String) throws {
        guard articles == 0 else { return }
        if let damaged = heldBack.first(where: { $0.failure.code != .notAnArticle }) { throw damaged.failure }
        throw ReadingFailure(
            .notAnArticle,
            number == 0
                ? "The \(kind) holds no records."
                : "None of the \(number) records of the \(kind) has a headline and a text.")
    }

    private mutating func fail(_ failure: ReadingFailure, _ member: String) throws {
        guard articles == 0 else { return try context.memberFailed(failure, member: member) }
        guard heldBack.count < Self.mostHeldBack else {
            throw ReadingFailure(
                .notAnArticle, "None of the first \(number) records has a headline and a text.")
        }
        heldBack.append((failure, member))
    }

    private mutating func release() throws {
        for item in heldBack { try context.memberFailed(item.failure, member: item.member) }
        heldBack = []
    }
}
