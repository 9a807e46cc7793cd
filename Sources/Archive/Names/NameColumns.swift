import Hashing
import NewsModel

/// What is stored of an article's entities and quotations, made in the lanes.
struct NameColumns: Sendable {
    /// An entity of the article.
    struct Named: Sendable {
        let kind: Int64
        let name: String
        let folded: String
        let count: Int
        let ranges: [UInt8]
        let isInHeadline: Bool
        /// Thousandths.
        let confidence: Int64
        /// Other forms of the name in the body, folded, with their first spelling.
        let aliases: [(folded: String, name: String)]
    }

    let entities: [Named]
    /// Hashes of the words of each quotation, nil for one of too few words.
    let contentHashes: [Int64?]

    /// What is less sure than this is hidden unless asked for, in thousandths.
    static let leastConfidence: Int64 = 500
    /// Quotations of fewer words than this are not compared with others: everyone says "no comment".
    static let leastComparedWords = 5
    /// Forms of one name that an article adds; more come only from a name that was joined wrongly.
    static let largestAliasCount = 8
    /// The longest form of a name in code points; what is longer is a sentence.
    static let longestAlias = 200

    /// The kinds of entity by their stored number; new ones go at the end.
    static let entityKinds: [Entity.Kind] = [.person, .organization, .place, .other]
    /// The kinds of quotation by their stored number; new ones go at the end.
    static let quotationKinds: [Quotation.Kind] = [.direct, .mixed, .indirect]

    init(_ article: Article) {
        guard !article.entities.isEmpty || !article.quotations.isEmpty else {
            (entities, contentHashes) = ([], [])
            return
        }
        let body = Array(article.body.unicodeScalars)
        entities = article.entities.map { entity in
            let folded = Self.fold(entity.name)
            return Named(
                kind: Int64(Self.entityKinds.firstIndex(of: entity.kind) ?? 0), name: entity.name, folded: folded,
                count: entity.mentions.count + (entity.isInHeadline ? 1 : 0),
                ranges: PackedRanges.pack(entity.mentions),
                isInHeadline: entity.isInHeadline, confidence: Self.thousandths(entity.confidence),
                aliases: Self.aliases(of: entity.mentions, besides: folded, in: body))
        }
        contentHashes = article.quotations.map { Self.contentHash(of: $0.content, in: body) }
    }

    /// The form by which names are compared: without case, accents and punctuation.
    static func fold(_ name: String) -> String { String(decoding: IndexFolding.fold(name), as: UTF8.self) }

    static func thousandths(_ confidence: Double) -> Int64 {
        Int64((max(0, min(1, confidence.isNaN ? 0 : confidence)) * 1000).rounded())
    }

    /// The other forms of a name at its mentions.
    static func aliases(
        of mentions: [CodePointRange], besides folded: String, in body: [Unicode.Scalar]
    ) -> [(folded: String, name: String)] {
        var known: Set<String> = [folded]
        var seen = Set<String>()
        var aliases: [(folded: String, name: String)] = []
        for range in mentions where range.end - range.start <= longestAlias {
            let form = text(range, in: body)
            guard seen.insert(form).inserted else { continue }
            let key = fold(form)
            guard !key.isEmpty, known.insert(key).inserted else { continue }
            aliases.append((key, form))
            if aliases.count == largestAliasCount { break }
        }
        return aliases
    }

    /// The words of a range; those of a range outside the body are left out.
    static func text(_ range: CodePointRange, in body: [Unicode.Scalar]) -> String {
        let end = min(range.end, body.count)
        guard range.start >= 0, range.start < end else { return "" }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: body[range.start..<end])
        return String(text)
    }

    /// 64 bits of the SHA-256 of the content's words without case and punctuation.
    private static func contentHash(of content: [CodePointRange], in body: [Unicode.Scalar]) -> Int64? {
        let words = NormalizedText(content.map { text($0, in: body) }.joined(separator: " "))
        guard words.words.count >= leastComparedWords else { return nil }
        var hasher = SHA256Hasher()
        hasher.update(words.bytes)
        return hasher.finish().leadingInteger
    }
}
