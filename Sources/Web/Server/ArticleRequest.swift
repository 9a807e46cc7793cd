import ArticleQuery
import Hummingbird
import NewsModel
import Presentation

/// The article that an address names.
enum ArticleRequest {
    /// The article whose id, or a beginning of it, was given.
    ///
    /// - Throws: `WebError` that offers ids that may have been meant; `ArchiveError`.
    static func record(_ typed: String, _ archive: any ArticleArchive) throws -> ArticleRecord {
        switch try archive.article(typed) {
        case .found(let record): return record
        case .none:
            let offered = try SimilarArticles.ids(to: typed, in: archive).map(\.description)
            throw WebError(
                .notFound, "unknown-article",
                "There is no article \(typed.prefix(100)). It may have been erased, or the address is cut off or misspelled.",
                neighbours: offered)
        case .ambiguous(let ids):
            throw WebError(
                .notFound, "ambiguous-article", "Several articles have an id that begins with \(typed.prefix(100)).",
                neighbours: ids.map(\.description))
        }
    }
}

extension ArticleRequest {
    /// The number that a parameter has; nil where it is missing.
    ///
    /// - Throws: `WebError`.
    static func number(_ name: String, _ request: Request) throws -> Int? {
        guard let text = request.query[name] else { return nil }
        guard let number = Int(text) else { throw WebError.badParameter(name, text, "a number") }
        return number
    }

    /// A version by its number; the current one where none is given.
    ///
    /// - Throws: `WebError`.
    static func version(_ number: Int?, of record: ArticleRecord) throws -> VersionRecord {
        let wanted = number ?? record.currentVersion
        guard let version = record.versions.first(where: { $0.number == wanted }) else {
            throw WebError(
                .notFound, "unknown-version",
                "The article \(record.id) has no version \(wanted); it has \(record.versions.count).")
        }
        return version
    }

    /// Two versions to compare; the current one and the one before it where they are not given.
    ///
    /// - Throws: `WebError`.
    static func pair(
        from: Int?, to: Int?, of record: ArticleRecord
    ) throws -> (old: VersionRecord, new: VersionRecord) {
        let new = try version(to ?? record.versions.last?.number, of: record)
        let before = record.versions.last { $0.number < new.number }?.number
        return (try version(from ?? before ?? new.number, of: record), new)
    }
}
