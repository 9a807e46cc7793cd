import NewsModel
import NewsText

/// What stands above the text of an article: the facts of header lines, byline and date lines.
struct HeadFields {
    var headline: String?
    var deck: String?
    var byline: String?
    var authors: [String] = []
    var agencies: [String] = []
    var outlet: String?
    var published: NewsTime?
    var modified: NewsTime?
    var url: String?
    var section: String?
    var keywords: [String] = []
    var language: String?
    var copyright: String?
    var embargo: NewsTime?

    /// Takes a labelled value; the first of a kind wins.
    mutating func take(_ field: TextLabels.Field, _ value: String) {
        guard !value.isEmpty else { return }
        switch field {
        case .headline: headline = headline ?? value
        case .deck: deck = deck ?? value
        case .author: take(byline: value)
        case .published: published = published ?? DateReader.read(value, language: language)
        case .modified: modified = modified ?? DateReader.read(value, language: language)
        case .outlet: takeOutlet(value)
        case .url: url = url ?? (value.contains("://") ? value : nil)
        case .section: section = section ?? value
        case .keywords:
            if keywords.isEmpty {
                keywords = value.split { $0 == "," || $0 == ";" || $0 == "、" || $0 == "，" }.map { $0.trimmingSigns() }
                    .filter { !$0.isEmpty }
            }
        case .language: language = language ?? LanguageGuesser.code(value)
        case .copyright: copyright = copyright ?? value
        case .embargo: embargo = embargo ?? DateReader.read(value, language: language)
        case .length, .other: break
        }
    }

    /// Takes a byline, with or without its label.
    mutating func take(byline text: String) {
        guard byline == nil else { return }
        let read = BylineReader.read(text)
        guard !read.isEmpty else { return }
        byline = text
        authors = read.names
        agencies = read.agencies
        if published == nil { published = DateReader.read(text, language: language) }
    }

    private mutating func takeOutlet(_ value: String) {
        guard outlet == nil, !value.contains("://") else {
            if url == nil, value.contains("://") { url = value }
            return
        }
        outlet = value
    }

    /// Writes the facts into an article; an agency that is the only byline counts among the authors.
    func fill(_ article: inout Article) {
        article.headline = headline
        article.deck = deck
        article.byline = byline
        article.authors = authors.isEmpty ? agencies : authors
        article.outlet = outlet
        article.published = published
        article.modified = modified
        article.url = url
        article.section = section
        article.keywords = keywords
        article.language = language
        article.wire.copyright = copyright
        article.wire.embargo = embargo
        article.credits = agencies.map { Credit(kind: .agency, outlet: $0) }
    }
}
