import ArticleQuery
import Export
import LinuxSystem
import NewsModel
import Presentation

/// The quotations of one article with their numbers, and what a person says of one of them.
struct ArticleQuotations {
    private let id: ArticleID
    private let article: Article?

    /// - Throws: A `Failure` where there is no such article, or several.
    init(_ typed: String, _ archive: any ArticleArchive) throws {
        let record = try ArticleArgument.record(typed, archive)
        id = record.id
        article = record.current?.article
    }

    /// Lists them; uncertain ones are marked.
    func show(isJSON: Bool) throws {
        guard let article, !article.quotations.isEmpty else {
            throw Failure.message("no quotations were found in \(id)", .negative)
        }
        for (place, words) in article.quotedWords.enumerated() {
            let quotation = article.quotations[place]
            let members: [(String, JSONOutput)] = [
                ("id", .text(id.description)), ("number", .integer(Int64(place + 1))), ("quotation", .text(words)),
                ("kind", .text(quotation.kind.rawValue)), ("speaker", .text(quotation.speaker)),
                ("confidence", .number(quotation.confidence)),
            ]
            StandardOutput.item(
                isJSON: isJSON, .object(members), QuotationLines.numbered(quotation, words, number: place + 1))
        }
    }

    /// What a person says of the quotation with a number.
    func correction(of number: Int, _ options: SpeakerOptions) throws -> Correction {
        let words = article?.quotedWords ?? []
        guard words.indices.contains(number - 1) else {
            throw Failure.message(
                words.isEmpty
                    ? "no quotations were found in \(id)" : "\(id) has the quotations 1 to \(words.count)", .negative)
        }
        return Correction(
            kind: .speaker, article: id.description, field: Correction.key(ofQuotation: words[number - 1]),
            value: options.undo ? nil : options.speaker ?? "", isUndone: options.undo)
    }
}
