import Bytes
import Markup
import NewsModel

/// Reads the content of an OpenDocument text: headings, paragraphs with their styles, lists, tables, links; without tracked changes, notes
/// and comments.
struct ODTReader {
    /// Styles based on one another.
    private static let longestChain = 10

    private(set) var builder: DocumentBuilder
    /// Style by style: its parent and its size in points.
    private var parents: [String: String] = [:]
    private var sizes: [String: Double] = [:]
    /// Paragraphs that are open, the innermost last: a text box stands within a paragraph.
    private var paragraphs: [(style: String, level: Int?)] = []
    private var spans: [Double?] = []
    private var listDepth = 0

    init(styles: XMLElement?, limits: ReadingLimits) {
        builder = DocumentBuilder(limits)
        guard let styles else { return }
        for style in styles.descendants where style.is("style") { note(style) }
    }

    /// Reads the content from its start to its end.
    ///
    /// - Throws: `.truncated` where it ends early; `.limitExceeded`; what the reader throws.
    mutating func read(_ reader: XMLReader) throws {
        while let event = try reader.next() {
            switch event {
            case .open(let tag): try open(tag, reader)
            case .close(let name): try close(name.local)
            case .text: if !paragraphs.isEmpty { builder.append(folded(reader.text), size: size) }
            }
        }
        try builder.endParagraph()
        guard !reader.endedEarly else { throw ReadingFailure(.truncated, "The text of the document is cut off.") }
    }

    private mutating func open(_ tag: XMLTag, _ reader: XMLReader) throws {
        switch tag.name.local {
        case "automatic-styles": for style in try reader.element(tag).children where style.is("style") { note(style) }
        case "h", "p":
            try builder.endParagraph(role)
            let level = tag.name.local == "h" ? Self.attribute("outline-level", tag).flatMap { Int($0) } ?? 1 : nil
            paragraphs.append((Self.attribute("style-name", tag) ?? "", level))
        case "span": spans.append(Self.attribute("style-name", tag).flatMap { size(of: $0) })
        case "s":
            let count = Self.attribute("c", tag).flatMap { Int($0) } ?? 1
            builder.append(repeatElement(0x20, count: max(1, min(count, 200))), size: size)
        case "tab": builder.append([0x09], size: size)
        case "line-break": builder.append([0x0A], size: size)
        case "a": if let address = Self.attribute("href", tag) { builder.beginLink(address) }
        case "list": listDepth += 1
        case "table": try builder.beginTable()
        case "table-row": builder.beginRow()
        case "table-cell": builder.beginCell()
        case "tracked-changes", "note", "annotation", "annotation-end", "forms", "sequence-decls", "title", "desc",
            "index-title-template",
            "table-of-content":
            try reader.skipElement()
        default: break
        }
    }

    private mutating func close(_ name: String) throws {
        switch name {
        case "h", "p":
            try builder.endParagraph(role)
            _ = paragraphs.popLast()
        case "span": _ = spans.popLast()
        case "a": builder.endLink()
        case "list": listDepth = max(0, listDepth - 1)
        case "table": try builder.endTable()
        default: break
        }
    }

    // MARK: Styles

    private mutating func note(_ style: XMLElement) {
        guard let name = style.attribute("name") else { return }
        parents[name] = style.attribute("parent-style-name")
        let size = style.first("text-properties")?.attribute("font-size")
        if let size, size.hasSuffix("pt") { sizes[name] = Double(size.dropLast(2)) }
    }

    private var role: DocumentBlock.Role {
        guard let (style, level) = paragraphs.last else { return .text }
        var name = style
        for _ in 0..<Self.longestChain {
            // Spaces in the names of styles are written as `_20_`.
            let plain = name.split(separator: "_20_").joined(separator: " ")
            if let role = DocumentStyle.role(plain), level == nil || role == .title || role == .subtitle { return role }
            guard let parent = parents[name] else { break }
            name = parent
        }
        if let level { return .heading(max(1, min(level, 9))) }
        return listDepth > 0 ? .listItem : .text
    }

    private var size: Double {
        if let span = spans.last(where: { $0 != nil }) ?? nil { return span }
        return paragraphs.last.flatMap { size(of: $0.style) } ?? 12
    }

    private func size(of style: String) -> Double? {
        var name = style
        for _ in 0..<Self.longestChain {
            if let size = sizes[name] { return size }
            guard let parent = parents[name] else { return nil }
            name = parent
        }
        return nil
    }

    /// White space in the source parts words and is no more (OpenDocument 1.3, 6.1.2).
    private func folded(_ text: [UInt8]) -> [UInt8] { text.map { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 ? 0x20 : $0 } }

    private static func attribute(_ local: String, _ tag: XMLTag) -> String? {
        tag.attributes.first { $0.name.local == local }?.value
    }
}
