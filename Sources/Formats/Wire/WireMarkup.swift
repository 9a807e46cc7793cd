import Bytes
import Markup
import NewsModel

/// Writes the text elements of a wire item (NITF, XHTML, and what looks like them) as HTML, so that one reader lays out all of them.
///
/// The names of elements are those of NITF 3.6, chapter `enriched-text` and `block`, and of XHTML; an element of another name is an
/// inline one, of which the text stays.
enum WireMarkup {
    /// Lines from which on text with columns is a table that was set with spaces.
    private static let fewestTableLines = 3

    /// The HTML of what stands in an element.
    static func html(of element: XMLElement) -> [UInt8] {
        var writer = Writer()
        writer.contents(of: element)
        return writer.html
    }

    /// Whether text holds markup that was escaped once too often: an end tag is evidence enough.
    static func isMarkup(_ text: some StringProtocol) -> Bool {
        var rest = text.utf8[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[open...].dropFirst()
            if rest.first == UInt8(ascii: "/"), let next = rest.dropFirst().first, ASCII.isLetter(next),
                rest.contains(UInt8(ascii: ">"))
            {
                return true
            }
        }
        return false
    }

    /// Whether text is set in columns with runs of spaces, as results and tables are.
    static func isColumns(_ text: String) -> Bool {
        let lines = text.split(whereSeparator: \.isNewline)
        guard lines.count >= fewestTableLines else { return false }
        let columns = lines.filter { $0.trimmingWhitespace().holds("  ") }
        return columns.count * 2 >= lines.count
    }

    private struct Writer {
        var html: [UInt8] = []

        mutating func contents(of element: XMLElement) {
            for content in element.content {
                switch content {
                case .text(let text): write(text)
                case .element(let child): write(child)
                }
            }
        }

        private mutating func write(_ text: String) {
            if WireMarkup.isMarkup(text) {
                html += text.utf8
                return
            }
            for byte in text.utf8 {
                switch byte {
                case UInt8(ascii: "<"): html += "&lt;".utf8
                case UInt8(ascii: "&"): html += "&amp;".utf8
                default: html.append(byte)
                }
            }
        }

        private mutating func write(_ element: XMLElement) {
            let name = element.name.lowercased()
            switch name {
            case "p", "lead", "para", "paragraph":
                let isTable = element.children.first { _ in true } == nil && WireMarkup.isColumns(element.text)
                wrap(isTable ? "pre" : "p", element)
            case "hl1", "hl2", "hl3", "hl4", "crosshead", "subheading": wrap("h3", element)
            case "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody",
                "tfoot",
                "tr", "td", "th", "caption", "pre", "blockquote", "div", "section", "figure", "figcaption":
                wrap(name, element)
            case "bq": wrap("blockquote", element)
            case "block", "body", "body.content", "body.end", "abstract", "note", "fn", "tagline", "article", "main":
                wrap("div", element)
            case "media": wrap("figure", element)
            case "media-caption": wrap("figcaption", element)
            case "media-reference": picture(element.attribute("source"))
            case "img": picture(element.attribute("src"))
            case "br", "hr": html += "<\(name)>".utf8
            case "a":
                html += "<a".utf8
                attribute("href", element.attribute("href"))
                html += ">".utf8
                contents(of: element)
                html += "</a>".utf8
            case "nitf-table-metadata", "media-metadata", "media-object", "media-producer", "script", "style", "head":
                break
            default: contents(of: element)
            }
        }

        private mutating func wrap(_ name: String, _ element: XMLElement) {
            html += "<\(name)>".utf8
            contents(of: element)
            html += "</\(name)>".utf8
        }

        private mutating func picture(_ source: String?) {
            guard let source, !source.isEmpty else { return }
            html += "<img".utf8
            attribute("src", source)
            html += ">".utf8
        }

        private mutating func attribute(_ name: String, _ value: String?) {
            guard let value else { return }
            html += " \(name)=\"".utf8
            for byte in value.utf8 {
                switch byte {
                case UInt8(ascii: "\""): html += "&quot;".utf8
                case UInt8(ascii: "&"): html += "&amp;".utf8
                default: html.append(byte)
                }
            }
            html += "\"".utf8
        }
    }
}
