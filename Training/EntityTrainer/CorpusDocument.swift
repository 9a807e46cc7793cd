import Analysis
import Foundation

/// One annotated document of a corpus: sentences of tokens, and their tags in IOB2.
struct CorpusDocument: Decodable {
    var id: String
    var corpus: String
    /// As ISO 639-1 code; nil for English.
    var language: String?
    var sentences: [[String]]
    var tags: [[String]]

    static func load(_ path: String) throws -> [CorpusDocument] {
        try Data(contentsOf: URL(fileURLWithPath: path)).split(separator: UInt8(ascii: "\n")).map {
            try JSONDecoder().decode(CorpusDocument.self, from: Data($0))
        }
    }

    /// Its text, with the tokens that the corpus gives.
    var text: EntityText { EntityText(sentences: sentences, language: language) }

    /// The part that the document is dealt into, by a hash of its name.
    func fold(of count: Int) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Int((hash >> 32) % UInt64(count))
    }

    /// The number of a tag of the corpora.
    static func number(of tag: String) -> Int {
        guard let kind = EntityTag.kinds.firstIndex(where: { tag.hasSuffix("-" + $0.name) }) else { return 0 }
        return tag.hasPrefix("B") ? EntityTag.begin(kind) : EntityTag.inside(kind)
    }
}
