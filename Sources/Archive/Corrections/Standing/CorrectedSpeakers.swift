import NewsModel

/// Who speaks in quotations of an article, as people say.
///
/// A quotation is known again by its words, since its number is another when the article was read again: by the same words, else by those of
/// the one quotation that has most of them.
struct CorrectedSpeakers: Sendable {
    /// The share of the longer one that the shorter must be, where one has the words of the other.
    private static let leastShare = 2

    private let said: [(quotation: String, name: String)]

    init?(_ corrections: [Correction]) {
        guard !corrections.isEmpty else { return nil }
        said = corrections.map { (Self.fold($0.field ?? ""), $0.value ?? "") }
    }

    /// Puts the speakers in the place of those that were found.
    func apply(to article: inout Article) {
        guard !article.quotations.isEmpty else { return }
        for (place, name) in speakers(of: article.quotedWords) { Self.set(name, at: place, in: &article) }
    }

    /// The speaker of each quotation of which something is said, by its place; empty for nobody.
    func speakers(of words: [String]) -> [Int: String] {
        let folded = words.map { Self.fold(Correction.key(ofQuotation: $0)) }
        var found: [Int: String] = [:]
        for (key, name) in said {
            for place in Self.places(of: key, among: folded) { found[place] = name }
        }
        return found
    }

    /// Whether any of some quotations has the words of a correction.
    static func knows(_ correction: Correction, among words: [String]) -> Bool {
        let folded = words.map { fold(Correction.key(ofQuotation: $0)) }
        return !places(of: fold(correction.field ?? ""), among: folded).isEmpty
    }

    private static func places(of key: String, among quotations: [String]) -> [Int] {
        guard !key.isEmpty else { return [] }
        let same = quotations.indices.filter { quotations[$0] == key }
        if !same.isEmpty { return same }
        let close = quotations.indices.filter { place in
            let isLonger = quotations[place].utf8.count > key.utf8.count
            let (shorter, longer) = isLonger ? (key, quotations[place]) : (quotations[place], key)
            return shorter.utf8.count * leastShare >= longer.utf8.count && longer.contains(shorter)
        }
        return close.min {
            abs(quotations[$0].utf8.count - key.utf8.count) < abs(quotations[$1].utf8.count - key.utf8.count)
        }.map { [$0] } ?? []
    }

    /// What a person says is sure; a quotation of nobody is kept and not shown.
    private static func set(_ name: String, at place: Int, in article: inout Article) {
        article.quotations[place].title = nil
        article.quotations[place].organization = nil
        article.quotations[place].entity = nil
        guard !name.isEmpty else {
            article.quotations[place].speaker = nil
            article.quotations[place].confidence = 0
            return
        }
        article.quotations[place].speaker = name
        article.quotations[place].confidence = 1
        let folded = fold(name)
        article.quotations[place].entity = article.entities.firstIndex { fold($0.name) == folded }
    }

    /// The words without case and punctuation.
    private static func fold(_ text: String) -> String { String(decoding: NormalizedText(text).bytes, as: UTF8.self) }
}
