import NewsModel

/// Finds the people, organisations and places that an article names, one entity for all mentions of the same.
///
/// In the languages that the models have learned; for an article in another one nothing is given, rather than guesses.
public enum EntityFinder {
    /// The extractor's name.
    public static let extractor = "entities"
    /// Findings of an older version are renewed when an article is read again.
    public static let version = 2

    /// Entities kept of one article, the first named first: a list of all members of a parliament fits.
    public static let mostEntities = 1_000
    /// The longest name in bytes; what is longer is no name.
    static let longestName = 200

    /// Loads the model, so that the first article does not wait for it.
    public static func warmUp() { _ = EntityModel.english }

    /// The entities of an article in the order of their first mention, those of the headline alone last.
    public static func entities(of article: Article) -> [Entity] {
        guard let model = EntityModel.model(for: language(of: article)) else { return [] }
        var bytes = Array(article.body.utf8)
        let bodyEnd = bytes.count
        let paragraphs = CodePoints.bytes(
            of: article.paragraphs.filter { $0.kind != .table && $0.kind != .preformatted }.map(\.range),
            in: article.body)
        if let headline = article.headline, !article.headlineIsDerived {
            bytes.append(0x0A)
            bytes.append(contentsOf: headline.utf8)
        }
        return bytes.withUnsafeBufferPointer { buffer in
            var tokenizer = EntityTokenizer(language: language(of: article))
            // The headline first, so that a long body does not leave it out.
            if buffer.count > bodyEnd { tokenizer.add(buffer, in: bodyEnd..<buffer.count) }
            if article.paragraphs.isEmpty {
                tokenizer.add(buffer, in: 0..<bodyEnd)
            } else {
                for range in paragraphs { tokenizer.add(buffer, in: range) }
            }
            let text = tokenizer.text
            let known = EntityMentionFinder.mentions(in: text, model: model)
            let names = CreditedNames(article.credits).added(to: known, of: text).compactMap {
                EntityMention($0, in: text, of: buffer, bodyEnd: bodyEnd)
            }
            return EntityLinker.entities(of: names, bytes: buffer)
        }
    }

    /// The language as ISO 639-1 code; an article that says none is taken for English.
    private static func language(of article: Article) -> String {
        guard let language = article.language, !language.isEmpty else { return "en" }
        return language.prefix { $0 != "-" }.lowercased()
    }
}
