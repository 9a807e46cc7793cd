import Analysis
import Foundation

/// The shipped model's tags of tokens that are given, for the scorer of names; only documents that it was not trained on tell
/// anything.
enum EntityTask {
    /// One line of a set.
    private struct Document: Decodable {
        var id: String
        var sentences: [[String]]
    }

    static func run(_ path: String) throws {
        guard let model = EntityModel.shipped else {
            FileHandle.standardError.write(Data("AnalysisBenchmark: the shipped model cannot be read\n".utf8))
            exit(70)
        }
        let tagger = EntityTagger(model: model)
        for document in try Record.load(path, as: Document.self) {
            let text = EntityText(sentences: document.sentences)
            let tags = tagger.tags(of: text).tags
            Record.write([
                "id": document.id,
                "tags": text.sentences.map { $0.map { EntityTag.corpusName(of: Int(tags[$0])) } },
            ])
        }
    }
}
