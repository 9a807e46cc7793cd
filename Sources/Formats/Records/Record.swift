import Markup
import NewsModel

/// What one record of a crawler, scraper or table says, by field.
struct Record {
    /// Objects within a record that hold its fields, as search engines and interfaces deliver them.
    private static let carriers: Set<String> = [
        "source", "article", "data", "fields", "attributes", "doc", "document", "metadata", "meta", "content",
    ]
    /// Keys of an object that stand for it where a text is wanted (`{"rendered": "..."}`, `{"name": "..."}`).
    private static let texts = [
        "rendered", "name", "main", "original", "title", "text", "value", "display_name", "url",
    ]

    private var values: [RecordField: (value: JSONValue, rank: Int)] = [:]
    /// The paragraphs of the body, where the record is one that this reader's articles were written as.
    private(set) var paragraphs: JSONValue?
    private(set) var isHeadlineDerived = false

    /// A record in JSON.
    init(_ object: JSONValue) { take(object, carrier: 0) }

    /// A row of a table: the fields of its columns.
    init(row: [(field: RecordField, rank: Int, text: String)]) {
        for cell in row { take(.string(cell.text), cell.field, cell.rank) }
    }

    private mutating func take(_ object: JSONValue, carrier depth: Int) {
        guard case .object(let members) = object else { return }
        for member in members {
            let key = RecordField.folded(member.key)
            if key == "headlinederived" { isHeadlineDerived = member.value == .bool(true) }
            if key == "paragraphs", case .array(let items) = member.value, items.first?["kind"] != nil {
                paragraphs = member.value
                continue
            }
            if case .object = member.value, depth < 2, Self.carriers.contains(key), Self.isRecord(member.value) {
                take(member.value, carrier: depth + 1)
                continue
            }
            guard let (field, rank) = RecordField.field(key) else { continue }
            take(member.value, field, rank + depth * 100)
        }
    }

    private mutating func take(_ value: JSONValue, _ field: RecordField, _ rank: Int) {
        guard !Self.isEmpty(value), rank < values[field]?.rank ?? .max else { return }
        values[field] = (value, rank)
    }

    /// Whether an object has fields of an article of its own, rather than the name of a source.
    private static func isRecord(_ value: JSONValue) -> Bool {
        guard case .object(let members) = value else { return false }
        let fields = Set(members.compactMap { RecordField.field(RecordField.folded($0.key))?.field })
        return fields.contains(.body) || fields.contains(.summary) || fields.contains(.published)
            || fields.contains(.headline) && fields.contains(.url) && fields.count > 2
    }

    private static func isEmpty(_ value: JSONValue) -> Bool {
        switch value {
        case .null: true
        case .string(let text):
            text.utf8.allSatisfy { $0 <= 0x20 } || ["null", "nan", "none", "n/a"].contains(text.lowercased())
        case .array(let items): items.allSatisfy(isEmpty)
        case .object(let members): members.isEmpty
        case .number, .bool: false
        }
    }

    // MARK: Values

    /// Which fields have a value.
    var fields: Set<RecordField> { Set(values.keys) }

    /// The text of a field; the texts of a list as paragraphs.
    func text(_ field: RecordField) -> String? {
        guard let value = values[field]?.value else { return nil }
        if case .array(let items) = value {
            let texts = items.compactMap(Self.text)
            return field == .body ? texts.joined(separator: "\n\n") : texts.first
        }
        return Self.text(value)
    }

    /// The texts of a field that may be a list, also one written as text.
    func list(_ field: RecordField) -> [String] {
        guard let value = values[field]?.value else { return [] }
        if case .string(let text) = value {
            // Tables hold lists as programs print them: ['a', 'b'].
            if text.hasPrefix("["), text.hasSuffix("]"), case .array(let items)? = JSONReader.read(text).first {
                return items.compactMap(Self.text)
            }
            return [text]
        }
        return value.list.compactMap(Self.text)
    }

    private static func text(_ value: JSONValue) -> String? {
        switch value {
        case .string(let text): return text
        case .number(let number): return number
        case .object: return texts.lazy.compactMap { value[$0]?.text }.first
        default: return nil
        }
    }
}
