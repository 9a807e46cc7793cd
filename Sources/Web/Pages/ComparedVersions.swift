import ArticleQuery
import Presentation

/// What differs between two versions of an article, word by word where paragraphs differ: in one text, and in two beside each other.
struct ComparedVersions {
    /// Words of a changed place that are compared one by one at most.
    private static let mostWords = 5_000

    let model: PageModel

    init(_ old: VersionRecord, _ new: VersionRecord) {
        let difference = VersionDifference(from: old, to: new)
        model = [
            "hasPair": true, "from": old.number, "to": new.number,
            "fields": difference.fields.map { field -> PageModel in
                var row: PageModel = ["name": field.name]
                if let old = field.old { row["old"] = ShownText.cut(old, ShownText.atHead) }
                if let new = field.new { row["new"] = ShownText.cut(new, ShownText.atHead) }
                return row
            },
            "hasFields": !difference.fields.isEmpty, "isSame": difference.paragraphs.isEmpty,
            "changes": difference.paragraphs.isEmpty ? [] : Self.paragraphs(difference.paragraphs.edits),
        ]
    }

    /// Paragraphs that both have as they are; of changed ones what was taken out and put in.
    private static func paragraphs(_ edits: [SequenceDifference<String>.Edit]) -> [PageModel] {
        var models: [PageModel] = []
        var removed: [String] = []
        var added: [String] = []
        func flush() {
            guard !removed.isEmpty || !added.isEmpty else { return }
            models.append(row(runs(removed.flatMap(words), added.flatMap(words))))
            removed = []
            added = []
        }
        for edit in edits {
            switch edit {
            case .keep(let text):
                flush()
                models.append(row([run(text, "isKept")]))
            case .remove(let text): removed.append(text)
            case .add(let text): added.append(text)
            }
        }
        flush()
        return models
    }

    /// A place of the text: its runs, those of the older version and those of the newer.
    private static func row(_ runs: [PageModel]) -> PageModel {
        func without(_ kind: String) -> [PageModel] { runs.filter { $0[kind] as? Bool != true } }
        return ["runs": runs, "older": without("isAdded"), "newer": without("isRemoved")]
    }

    private static func runs(_ old: [String], _ new: [String]) -> [PageModel] {
        guard old.count + new.count <= mostWords else {
            return [run(old.joined(), "isRemoved"), run(new.joined(), "isAdded")]
        }
        var runs: [PageModel] = []
        var text = ""
        var kind = ""
        func take(_ word: String, _ its: String) {
            if its != kind, !text.isEmpty {
                runs.append(run(text, kind))
                text = ""
            }
            kind = its
            text += word
        }
        for edit in SequenceDifference(from: old, to: new).edits {
            switch edit {
            case .keep(let word): take(word, "isKept")
            case .remove(let word): take(word, "isRemoved")
            case .add(let word): take(word, "isAdded")
            }
        }
        if !text.isEmpty { runs.append(run(text, kind)) }
        return runs
    }

    private static func run(_ text: String, _ kind: String) -> PageModel {
        ["text": text, "isKept": kind == "isKept", "isRemoved": kind == "isRemoved", "isAdded": kind == "isAdded"]
    }

    /// Words with the space behind them, and the end of the paragraph.
    private static func words(_ paragraph: String) -> [String] {
        DifferenceText.words(paragraph)
    }
}
