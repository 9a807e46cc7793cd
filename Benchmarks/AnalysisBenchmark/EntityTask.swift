import Analysis
import Foundation

/// The shipped model's tags of tokens that are given, for the scorer of names; only documents that it was not trained on tell
/// anything.
enum EntityTask {
    /// One line of a set.
    private struct Document: Decodable {
        var id: String
        /// As ISO 639-1 code; nil for English.
        var language: String?
        var sentences: [[String]]
    }

    static func run(_ path: String) throws {
        for document in try Record.load(path, as: Document.self) {
            let text = EntityText(sentences: document.sentences, language: document.language)
            var tags = [UInt8](repeating: UInt8(EntityTag.outside), count: text.tokens.count)
            if let model = EntityModel.model(for: document.language ?? "en") {
                for mention in EntityMentionFinder.mentions(in: text, model: model) {
                    for token in mention.tokens { tags[token] = UInt8(EntityTag.inside(mention.kind)) }
                    tags[mention.tokens.lowerBound] = UInt8(EntityTag.begin(mention.kind))
                }
            }
            Record.write([
                "id": document.id,
                "tags": text.sentences.map { $0.map { EntityTag.corpusName(of: Int(tags[$0])) } },
            ])
        }
    }
}
