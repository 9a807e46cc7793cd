import Bytes
import Markup
import NewsModel

/// The facts above a Markdown text: between lines of `---` (YAML) or `+++` (TOML), as an object in JSON, or as `Title: ...` lines before the
/// first empty one, as MultiMarkdown and static site generators have them.
///
/// Reads what publishing tools write: `key: value`, quoted values, lists in brackets or on lines with dashes, folded
/// blocks, one level of nesting (`author:` with `name:` below it). It is no full YAML; what it does not know it leaves out.
struct FrontMatter {
    /// Bytes and lines within which front matter must end; beyond them the marks are rules of the text.
    private static let mostLines = 300

    /// The facts as the head of an article.
    let fields: HeadFields
    /// The first line after the closing mark.
    let end: Int

    /// The front matter at the start of the lines; nil where there is none.
    init?(_ lines: [ArraySlice<UInt8>]) {
        guard let found = Self.marked(lines) ?? Self.json(lines) ?? Self.labelled(lines), !found.entries.isEmpty else {
            return nil
        }
        end = found.end
        var fields = HeadFields()
        for (key, values) in found.entries {
            guard let field = Self.field(key) else { continue }
            fields.take(field, values.joined(separator: Self.isListOfNames(field) ? "; " : ", "))
        }
        self.fields = fields
    }

    private typealias Found = (entries: [(key: String, values: [String])], end: Int)

    private static func marked(_ lines: [ArraySlice<UInt8>]) -> Found? {
        guard let first = lines.first else { return nil }
        let mark = trimmed(first)
        guard mark == "---" || mark == "+++" else { return nil }
        let isClosing: (String) -> Bool = { $0 == mark || (mark == "---" && $0 == "...") }
        guard let close = lines.prefix(mostLines).dropFirst().firstIndex(where: { isClosing(trimmed($0)) }), close > 1
        else { return nil }
        return (entries(lines[1..<close], separator: mark == "---" ? ":" : "="), close + 1)
    }

    private static func json(_ lines: [ArraySlice<UInt8>]) -> Found? {
        guard let first = lines.first, first.first == UInt8(ascii: "{"),
            let close = lines.prefix(mostLines).firstIndex(where: { trimmed($0) == "}" }), close > 0
        else { return nil }
        let text = Array(lines[...close].joined(separator: [0x0A]))
        let value = text.withUnsafeBufferPointer { JSONReader.read($0).first }
        guard case .object(let members)? = value else { return nil }
        let entries = members.map { member in
            (
                key: member.key.lowercased(),
                values: member.value.list.compactMap { $0.text ?? $0["name"]?.text }.map(WikiLink.text)
            )
        }
        return (entries.filter { !$0.values.isEmpty }, close + 1)
    }

    /// Lines with labels: the first of them a title or a date, and another that is known.
    private static func labelled(_ lines: [ArraySlice<UInt8>]) -> Found? {
        let end = lines.prefix(mostLines).firstIndex { $0.allSatisfy { $0 == 0x20 || $0 == 0x09 } } ?? lines.count
        guard end > 1, end < lines.count else { return nil }
        var known = 0
        for line in lines[..<end] {
            guard let (key, _) = pair(String(decoding: line.prefix(4000), as: UTF8.self), ":") else { return nil }
            if field(key) != nil { known += 1 }
        }
        guard known > 1 else { return nil }
        return (entries(lines[..<end], separator: ":"), end)
    }

    private static func isListOfNames(_ field: TextLabels.Field) -> Bool {
        if case .author = field { true } else { false }
    }

    private static func entries(
        _ lines: ArraySlice<ArraySlice<UInt8>>, separator: Character
    ) -> [(key: String, values: [String])] {
        var entries: [(key: String, values: [String])] = []
        var isFolded = false
        for bytes in lines {
            let raw = String(decoding: bytes.prefix(4000), as: UTF8.self)
            let indent = raw.prefix { $0 == " " || $0 == "\t" }.count
            let line = raw.trimmingWhitespace()
            if line.isEmpty || (line.hasPrefix("#") && !isFolded) { continue }
            if indent > 0 || line.hasPrefix("- ") {
                guard !entries.isEmpty else { continue }
                let last = entries.count - 1
                if isFolded {
                    entries[last].values = [
                        ([entries[last].values.first].compactMap { $0 } + [line]).joined(separator: " ")
                    ]
                    continue
                }
                var item = line.hasPrefix("- ") ? String(line.dropFirst(2)) : line
                // A nested "name: Anna" gives its value; other nested keys are left out.
                if let (key, value) = pair(item, separator) {
                    guard key == "name" || key == "title" else { continue }
                    item = value
                }
                let value = unquoted(item)
                if !value.isEmpty { entries[last].values.append(value) }
                continue
            }
            isFolded = false
            guard let (key, value) = pair(line, separator) else { continue }
            if ["|", ">", "|-", ">-"].contains(value) {
                isFolded = true
                entries.append((key, []))
            } else {
                entries.append((key, list(value)))
            }
        }
        return entries.filter { !$0.values.isEmpty }
    }

    private static func pair(_ line: String, _ separator: Character) -> (String, String)? {
        guard let index = line.firstIndex(of: separator) else { return nil }
        let key = line[..<index].trimmingWhitespace().lowercased()
        let after = line.index(after: index)
        guard !key.isEmpty, key.utf8.count <= 40,
            key.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" || $0 == " " }),
            separator == "=" || after == line.endIndex || line[after].isWhitespace
        else { return nil }
        return (key, line[after...].trimmingWhitespace())
    }

    private static func list(_ value: String) -> [String] {
        guard value.hasPrefix("["), value.hasSuffix("]") else { return [unquoted(value)].filter { !$0.isEmpty } }
        return value.dropFirst().dropLast().split(separator: ",").map { unquoted($0.trimmingWhitespace()) }.filter {
            !$0.isEmpty
        }
    }

    private static func unquoted(_ value: String) -> String { WikiLink.text(of: bare(value)) }

    private static func bare(_ value: String) -> String {
        for quote in ["\"", "'"] where value.count >= 2 && value.hasPrefix(quote) && value.hasSuffix(quote) {
            let inner = value.dropFirst().dropLast()
            return quote == "\"" ? unescaped(inner) : doubled(inner)
        }
        return value
    }

    /// The escapes of a double-quoted value that text uses.
    private static func unescaped(_ text: Substring) -> String {
        var result = ""
        var isEscape = false
        for character in text {
            if isEscape {
                result.append(character == "n" || character == "t" ? " " : character)
                isEscape = false
            } else if character == "\\" {
                isEscape = true
            } else {
                result.append(character)
            }
        }
        return result
    }

    /// In single quotes an apostrophe is written twice.
    private static func doubled(_ text: Substring) -> String {
        var result = ""
        var wasQuote = false
        for character in text {
            if character == "'", wasQuote {
                wasQuote = false
                continue
            }
            wasQuote = character == "'"
            result.append(character)
        }
        return result
    }

    private static func trimmed(_ line: ArraySlice<UInt8>) -> String {
        line.count > 8 ? "" : String(decoding: line, as: UTF8.self).trimmingWhitespace()
    }

    /// Keys that differ from the labels of plain text.
    private static func field(_ key: String) -> TextLabels.Field? {
        keys[key.filter { $0 != "_" && $0 != "-" && $0 != " " }]
    }

    private static let keys: [String: TextLabels.Field] = [
        "title": .headline, "headline": .headline, "titel": .headline, "titre": .headline, "titulo": .headline,
        "subtitle": .deck, "deck": .deck, "dek": .deck, "standfirst": .deck, "subheadline": .deck,
        "author": .author, "authors": .author, "byline": .author, "by": .author, "creator": .author, "autor": .author,
        "auteur": .author,
        "date": .published, "published": .published, "publishdate": .published, "pubdate": .published,
        "datepublished": .published,
        "publishedat": .published, "created": .published, "datum": .published, "fecha": .published,
        "updated": .modified, "lastmod": .modified, "modified": .modified, "datemodified": .modified,
        "updatedat": .modified,
        "lastmodified": .modified,
        "url": .url, "link": .url, "canonical": .url, "canonicalurl": .url, "originalurl": .url, "sourceurl": .url,
        "permalink": .url,
        "source": .outlet, "outlet": .outlet, "publication": .outlet, "publisher": .outlet, "site": .outlet,
        "sitename": .outlet,
        "section": .section, "category": .section, "categories": .section, "ressort": .section,
        "tags": .keywords, "keywords": .keywords, "topics": .keywords,
        "language": .language, "lang": .language, "locale": .language,
        "copyright": .copyright, "rights": .copyright, "embargo": .embargo,
    ]
}
