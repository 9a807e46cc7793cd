import NewsModel

/// Finds the people, organisations and places that an article names, one entity for all mentions of the same.
///
/// English only: the model knows no other language, and for an article that is declared to be in one nothing is given.
public enum EntityFinder {
    /// The extractor's name.
    public static let extractor = "entities"
    /// Findings of an older version are renewed when an article is read again.
    public static let version = 1

    /// Entities kept of one article, the first named first: a list of all members of a parliament fits.
    public static let mostEntities = 1_000
    /// The longest name in bytes; what is longer is no name.
    static let longestName = 200

    /// Loads the model, so that the first article does not wait for it.
    public static func warmUp() { _ = EntityModel.shipped }

    /// The entities of an article in the order of their first mention, those of the headline alone last.
    public static func entities(of article: Article) -> [Entity] {
        guard let model = EntityModel.shipped, isEnglish(article.language) else { return [] }
        let tagger = EntityTagger(model: model)
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
            var tokenizer = EntityTokenizer()
            // The headline first, so that a long body does not leave it out.
            if buffer.count > bodyEnd { tokenizer.add(buffer, in: bodyEnd..<buffer.count) }
            if article.paragraphs.isEmpty {
                tokenizer.add(buffer, in: 0..<bodyEnd)
            } else {
                for range in paragraphs { tokenizer.add(buffer, in: range) }
            }
            let text = tokenizer.text
            let parted = CoordinatedNames.parted(tagger.mentions(in: text), in: text)
            let known = Demonyms.told(
                in: AbbreviationDefinitions.added(to: parted, of: text), of: text, model.gazetteer)
            let names = CreditedNames(article.credits).added(to: known, of: text).compactMap {
                EntityMention($0, in: text, of: buffer, bodyEnd: bodyEnd)
            }
            return EntityLinker.entities(of: names, bytes: buffer)
        }
    }

    /// Whether the language is English or unknown.
    private static func isEnglish(_ language: String?) -> Bool {
        guard let language, !language.isEmpty else { return true }
        return language == "en" || language.hasPrefix("en-")
    }
}
