import Bytes
import Markup
import NewsModel

/// Reads the main part of a WordprocessingML document: paragraphs with their styles, lists, tables, links; without what was deleted, what is
/// hidden, notes and comments.
struct DOCXReader {
    private(set) var builder: DocumentBuilder
    private let styles: DOCXStyles
    private var addresses: [String: String] = [:]

    /// What holds for the paragraph at hand.
    private struct ParagraphState {
        var style = ""
        var isListItem = false
        var level: Int?
    }
    private var paragraph = ParagraphState()
    private var size: Double?
    private var isHidden = false
    private var isText = false

    init(styles: DOCXStyles, relations: XMLElement?, limits: ReadingLimits) {
        self.styles = styles
        builder = DocumentBuilder(limits)
        for relation in relations?.all("Relationship").prefix(ReadingLimits.mostLinks) ?? [] {
            if let id = relation.attribute("Id"), relation.attribute("TargetMode") == "External" {
                addresses[id] = relation.attribute("Target")
            }
        }
    }

    /// Reads the part from its start to its end.
    ///
    /// - Throws: `.truncated` where it ends early; `.limitExceeded`; what the reader throws.
    mutating func read(_ reader: XMLReader) throws {
        while let event = try reader.next() {
            switch event {
            case .open(let tag): try open(tag, reader)
            case .close(let name): try close(name.local)
            case .text: if isText, !isHidden { builder.append(reader.text, size: currentSize) }
            }
        }
        try builder.endParagraph()
        guard !reader.endedEarly else { throw ReadingFailure(.truncated, "The text of the document is cut off.") }
    }

    private mutating func open(_ tag: XMLTag, _ reader: XMLReader) throws {
        switch tag.name.local {
        case "p" where tag.name.namespace.uri.holds("wordprocessingml"): paragraph = ParagraphState()
        case "pStyle": paragraph.style = Self.value(tag) ?? ""
        case "numPr": paragraph.isListItem = true
        case "outlineLvl": paragraph.level = Self.value(tag).flatMap { Int($0) }
        case "r": (size, isHidden) = (nil, false)
        case "sz": size = Self.value(tag).flatMap { Double($0) }.flatMap { $0 > 0 && $0 < 4_000 ? $0 / 2 : nil }
        case "vanish": isHidden = Self.value(tag) != "0" && Self.value(tag) != "false"
        case "t": isText = true
        case "tab" where reader.open.dropLast().last?.local == "r":
            if !isHidden { builder.append([0x09], size: currentSize) }
        case "br", "cr": if !isHidden { builder.append([0x0A], size: currentSize) }
        case "noBreakHyphen": builder.append("\u{2011}".utf8, size: currentSize)
        case "hyperlink":
            let id = tag.attributes.first { $0.name.local == "id" }?.value
            if let address = id.flatMap({ addresses[$0] }) { builder.beginLink(address) }
        case "tbl": try builder.beginTable()
        case "tr": builder.beginRow()
        case "tc": builder.beginCell()
        // Of an alternative the first choice is read; moved and deleted text stands where it is no more.
        case "Fallback", "del", "moveFrom", "instrText", "delText", "pPrChange", "rPrChange", "comment", "sectPr":
            try reader.skipElement()
        default: break
        }
    }

    private mutating func close(_ name: String) throws {
        switch name {
        case "t": isText = false
        case "p":
            try builder.endParagraph(role)
            paragraph = ParagraphState()
        case "hyperlink": builder.endLink()
        case "tbl": try builder.endTable()
        default: break
        }
    }

    private var role: DocumentBlock.Role {
        if let role = styles.role(paragraph.style) { return role }
        if let level = paragraph.level, (0..<9).contains(level) { return .heading(level + 1) }
        return paragraph.isListItem ? .listItem : .text
    }

    private var currentSize: Double { size ?? styles.size(paragraph.style) ?? styles.defaultSize }

    private static func value(_ tag: XMLTag) -> String? { tag.attributes.first { $0.name.local == "val" }?.value }
}
