import NewsModel

/// An article as a Markdown file (CommonMark 0.31, tables as on GitHub) with its facts in YAML front matter.
public struct MarkdownWriter: ArticleWriter {
    /// A writer.
    public init() {}

    /// Appends the front matter and the text.
    public func append(_ item: ExportedArticle, to bytes: inout [UInt8]) {
        frontMatter(of: item, to: &bytes)
        MarkdownBody.append(item.article, to: &bytes)
    }

    private func frontMatter(of item: ExportedArticle, to bytes: inout [UInt8]) {
        let article = item.article
        bytes.append(contentsOf: "---\n".utf8)
        func add(_ key: String, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            bytes.append(contentsOf: "\(key): ".utf8)
            Self.quote(value, to: &bytes)
            bytes.append(0x0A)
        }
        func add(_ key: String, _ values: [String]) {
            guard !values.isEmpty else { return }
            bytes.append(contentsOf: "\(key):\n".utf8)
            for value in values {
                bytes.append(contentsOf: "  - ".utf8)
                Self.quote(value, to: &bytes)
                bytes.append(0x0A)
            }
        }
        add("title", article.headline)
        add("subtitle", article.deck)
        add("authors", article.authors)
        add("source", article.outlet)
        add("date", article.published?.description)
        add("updated", article.modified?.description)
        add("url", article.url)
        add("lang", article.language)
        add("section", article.section)
        add("tags", article.keywords)
        add("credit", article.creditLine)
        add("copyright", article.wire.copyright)
        add("embargo", article.wire.embargo?.description)
        add("wiredesk_id", item.id.description)
        bytes.append(contentsOf: "wiredesk_version: \(item.version)\nwiredesk_delivery: \(item.delivery)\n".utf8)
        add("wiredesk_collection", item.collection)
        add("wiredesk_file", item.file.text)
        bytes.append(contentsOf: "---\n\n".utf8)
    }

    /// A double-quoted YAML scalar (YAML 1.2.2, 7.3.1), always on one line.
    private static func quote(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x22, 0x5C: bytes.append(contentsOf: [0x5C, UInt8(scalar.value)])
            case 0x0A: bytes.append(contentsOf: "\\n".utf8)
            case 0x09: bytes.append(contentsOf: "\\t".utf8)
            case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF:
                let digits = String(scalar.value, radix: 16)
                bytes.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits).utf8)
            default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
