import Bytes
import Markup
import NewsModel
import PageReading

extension Format {
    /// Linked data of articles in a file of its own: JSON-LD 1.1 (W3C) with the types of schema.org, NewsArticle and its kin.
    ///
    /// It is read as the page that embeds it, so that both give the same facts. Of a list or a graph each article is one.
    static let jsonLD = Format(
        name: "json-ld", mediaTypes: ["application/ld+json"], endings: ["jsonld"],
        form: .file(.marks, JSONLDFormat.recognises, .whole(JSONLDFormat.read)))
}

/// Recognises and reads `Format.jsonLD`.
enum JSONLDFormat {
    static func recognises(_ sample: FormatSample) -> Bool {
        guard let first = sample.text.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
            return false
        }
        // In a string, as in a crawler's record, the quotation marks would be escaped.
        let text = String(decoding: sample.text, as: UTF8.self)
        return text.holds("\"@type\"") && (text.holds("\"@context\"") || text.holds("schema.org"))
    }

    static func read(_ bytes: UnsafeBufferPointer<UInt8>, in context: ReadingContext) throws {
        let text = try TextDecoder.decode(bytes, declared: context.hint.charset).utf8
        let nodes = text.withUnsafeBufferPointer { JSONReader.read($0) }.flatMap(nodes)
        guard !nodes.isEmpty else { throw ReadingFailure(.malformed, "The linked data cannot be read as JSON.") }
        var articles = nodes.filter(isArticle)
        if articles.isEmpty { articles = nodes.compactMap { $0["mainEntity"] }.flatMap(\.list).filter(isArticle) }
        guard !articles.isEmpty else {
            throw ReadingFailure(.notAnArticle, "The linked data describes no article.")
        }
        // Publishers and authors may stand beside the articles, which refer to them.
        let others = nodes.filter { !isArticle($0) }
        if articles.count == 1 { return try context.article(article(articles[0], others, context)) }
        try context.asContainer(of: "article") {
            for (index, node) in articles.enumerated() {
                let member = "#\(index + 1)"
                do {
                    try context.article(article(node, others, context), member: member)
                } catch let failure as ReadingFailure where !context.budget.isUsedUp {
                    try context.memberFailed(failure, member: member)
                }
            }
        }
    }

    /// The objects of a document: those of a list, and those of a graph.
    private static func nodes(_ value: JSONValue) -> [JSONValue] {
        value.list.flatMap { item in
            if case .object = item { item["@graph"].map(\.list) ?? [item] } else { [JSONValue]() }
        }
    }

    private static func isArticle(_ node: JSONValue) -> Bool {
        let types = (node["@type"]?.list ?? []).compactMap(\.text)
        guard types.contains(where: { $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0.hasSuffix("Report") })
        else { return false }
        return node["articleBody"] != nil || node["headline"] != nil || node["name"] != nil
    }

    private static func article(
        _ node: JSONValue, _ others: [JSONValue], _ context: ReadingContext
    ) throws -> Article {
        var page = Array("<!DOCTYPE html><html><head><script type=\"application/ld+json\">".utf8)
        JSONValue.array([node] + others).write(to: &page)
        page += Array("</script></head><body><article>".utf8)
        // A short text would not be taken from linked data alone, which on pages is often cut.
        let text = node["articleBody"]?.text ?? node["text"]?.text
        add(node["headline"]?.text ?? node["name"]?.text, as: "h1", to: &page)
        for line in HTMLText.plain(text ?? node["description"]?.text ?? "").split(whereSeparator: \.isNewline) {
            add(String(line), as: "p", to: &page)
        }
        page += Array("</article></body></html>".utf8)
        guard page.count <= context.limits.maximumBytes else {
            throw ReadingFailure(.tooLarge, "The linked data of one article has \(page.count) bytes.")
        }
        var article = try page.withUnsafeBufferPointer { try HTMLReader.read($0) }
        article.format = Format.jsonLD.name
        article.isSummary = text == nil
        return article
    }

    private static func add(_ text: String?, as element: String, to page: inout [UInt8]) {
        guard let text, !text.isEmpty else { return }
        page += Array("<\(element)>".utf8)
        for byte in HTMLText.plain(text).utf8 {
            switch byte {
            case UInt8(ascii: "<"): page += Array("&lt;".utf8)
            case UInt8(ascii: "&"): page += Array("&amp;".utf8)
            default: page.append(byte)
            }
        }
        page += Array("</\(element)>".utf8)
    }
}
