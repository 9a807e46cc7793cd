import Bytes
import NewsModel

/// Takes the marks of inline Markdown off a paragraph (CommonMark 0.31, chapter 6): what is left is its text.
///
/// Emphasis, code spans, links, images, HTML tags, entities and backslash escapes are read; links and images are collected.
/// The work is linear in the paragraph: each mark is looked at once, and what is taken out is cut in one pass at the end.
struct MarkdownInline {
    /// An image met in the text.
    struct Image {
        var url: String
        var title: String?
    }

    private enum Delimiter {
        case star
        case underscore
        case tilde
        case equals
    }

    private struct Opener {
        var position: Int
        var count: Int
    }

    /// Bytes within which a link's address or a tag must end.
    private static let longestTag = 4096

    private let source: ArraySlice<UInt8>
    private let references: [String: String]
    private var output: [UInt8] = []
    /// Stretches of the output that are marks, in any order.
    private var cuts: [Range<Int>] = []
    private var brackets: [(position: Int, isImage: Bool, isActive: Bool)] = []
    private var openers: [Delimiter: [Opener]] = [:]
    private var found: [(range: Range<Int>, url: String)] = []
    private var missingCodeSpans: Set<Int> = []
    private(set) var images: [Image] = []

    /// The plain text of a paragraph, with the links that its words carry.
    static func read(_ source: ArraySlice<UInt8>, references: [String: String]) -> (
        text: [UInt8], links: [Link], images: [Image]
    ) {
        var reader = MarkdownInline(source: source, references: references)
        reader.run()
        let (text, links) = reader.finish()
        return (text, links, reader.images)
    }

    private init(source: ArraySlice<UInt8>, references: [String: String]) {
        self.source = source
        self.references = references
        output.reserveCapacity(source.count)
    }

    private mutating func run() {
        var index = source.startIndex
        while index < source.endIndex {
            let byte = source[index]
            switch byte {
            case UInt8(ascii: "\\"):
                let next = index + 1
                if next < source.endIndex, Self.isPunctuation(source[next]) {
                    output.append(source[next])
                    index += 2
                } else {
                    // A backslash at the end of a line is a break.
                    if next < source.endIndex, source[next] != 0x0A { output.append(byte) }
                    index += 1
                }
            case UInt8(ascii: "`"): index = codeSpan(at: index)
            case UInt8(ascii: "*"): index = delimiter(.star, byte, at: index)
            case UInt8(ascii: "_"): index = delimiter(.underscore, byte, at: index)
            case UInt8(ascii: "~"): index = delimiter(.tilde, byte, at: index)
            case UInt8(ascii: "="): index = delimiter(.equals, byte, at: index)
            case UInt8(ascii: "!") where opensWikiLink(at: index + 1), UInt8(ascii: "[") where opensWikiLink(at: index):
                index = wikiLink(at: index)
            case UInt8(ascii: "!") where index + 1 < source.endIndex && source[index + 1] == UInt8(ascii: "["):
                brackets.append((output.count, true, true))
                output.append(contentsOf: source[index...(index + 1)])
                index += 2
            case UInt8(ascii: "["):
                brackets.append((output.count, false, true))
                output.append(byte)
                index += 1
            case UInt8(ascii: "]"): index = closeBracket(at: index)
            case UInt8(ascii: "<"): index = tag(at: index)
            case UInt8(ascii: "&"): index = entity(at: index)
            default:
                output.append(byte)
                index += 1
            }
        }
    }

    // MARK: Code and emphasis

    private mutating func codeSpan(at start: Int) -> Int {
        let length = run(of: UInt8(ascii: "`"), from: start)
        guard !missingCodeSpans.contains(length) else {
            output.append(contentsOf: source[start..<start + length])
            return start + length
        }
        var index = start + length
        while index < source.endIndex {
            guard source[index] == UInt8(ascii: "`") else {
                index += 1
                continue
            }
            let closing = run(of: UInt8(ascii: "`"), from: index)
            if closing == length {
                output.append(contentsOf: source[(start + length)..<index])
                return index + length
            }
            index += closing
        }
        missingCodeSpans.insert(length)
        output.append(contentsOf: source[start..<start + length])
        return start + length
    }

    private mutating func delimiter(_ kind: Delimiter, _ byte: UInt8, at start: Int) -> Int {
        let length = run(of: byte, from: start)
        let end = start + length
        let before = start > source.startIndex ? source[start - 1] : 0x20
        let after = end < source.endIndex ? source[end] : 0x20
        let isSpaceBefore = before <= 0x20
        let isSpaceAfter = after <= 0x20
        var canOpen = !isSpaceAfter && (!Self.isPunctuation(after) || isSpaceBefore || Self.isPunctuation(before))
        var canClose = !isSpaceBefore && (!Self.isPunctuation(before) || isSpaceAfter || Self.isPunctuation(after))
        if kind == .underscore {
            // Underscores inside words, such as in file names, are text.
            (canOpen, canClose) = (
                canOpen && (!canClose || Self.isPunctuation(before)),
                canClose && (!canOpen || Self.isPunctuation(after))
            )
        }
        if kind == .tilde || kind == .equals, length != 2 { (canOpen, canClose) = (false, false) }
        let position = output.count
        output.append(contentsOf: source[start..<end])
        var left = length
        if canClose {
            while left > 0, var opener = openers[kind, default: []].popLast() {
                let matched = min(left, opener.count)
                cuts.append((opener.position + opener.count - matched)..<(opener.position + opener.count))
                cuts.append((position + length - left)..<(position + length - left + matched))
                left -= matched
                opener.count -= matched
                if opener.count > 0 { openers[kind, default: []].append(opener) }
            }
        }
        if canOpen, left > 0 {
            openers[kind, default: []].append(Opener(position: position + length - left, count: left))
        }
        return end
    }

    private func run(of byte: UInt8, from start: Int) -> Int {
        var end = start
        while end < source.endIndex, source[end] == byte { end += 1 }
        return end - start
    }

    // MARK: Links

    private func opensWikiLink(at index: Int) -> Bool {
        index + 1 < source.endIndex && source[index] == UInt8(ascii: "[") && source[index + 1] == UInt8(ascii: "[")
    }

    /// Takes a link of notes as the words that are shown of it; a file that is embedded has none.
    private mutating func wikiLink(at index: Int) -> Int {
        let isEmbedded = source[index] == UInt8(ascii: "!")
        let start = isEmbedded ? index + 1 : index
        guard let link = WikiLink.link(at: start, of: source) else {
            output.append(source[index])
            return index + 1
        }
        if !isEmbedded { output += link.text }
        return link.end
    }

    private mutating func closeBracket(at index: Int) -> Int {
        guard let open = brackets.popLast(), open.isActive else {
            output.append(source[index])
            return index + 1
        }
        let textStart = open.position + (open.isImage ? 2 : 1)
        var end = index + 1
        var url: String?
        var title: String?
        if end < source.endIndex, source[end] == UInt8(ascii: "("), let target = destination(from: end + 1) {
            (url, title, end) = (target.url, target.title, target.end)
        } else {
            var label = String(decoding: output[min(textStart, output.count)...].prefix(200), as: UTF8.self)
            var labelEnd = end
            if end < source.endIndex, source[end] == UInt8(ascii: "["),
                let close = source[end...].prefix(300).firstIndex(of: UInt8(ascii: "]"))
            {
                if close > end + 1 { label = String(decoding: source[(end + 1)..<close], as: UTF8.self) }
                labelEnd = close + 1
            }
            if let target = references[Self.label(label)] { (url, end) = (target, labelEnd) }
        }
        guard let url else {
            output.append(source[index])
            return index + 1
        }
        if open.isImage {
            cuts.append(open.position..<output.count)
            images.append(Image(url: url, title: title))
        } else {
            cuts.append(open.position..<textStart)
            found.append((textStart..<output.count, url))
            // A link holds no other link.
            for outer in brackets.indices where !brackets[outer].isImage { brackets[outer].isActive = false }
            brackets.removeAll { !$0.isActive }
        }
        return end
    }

    /// `url "title")` after the opening parenthesis.
    private func destination(from start: Int) -> (url: String, title: String?, end: Int)? {
        let limit = min(source.endIndex, start + Self.longestTag)
        var index = start
        while index < limit, source[index] <= 0x20 { index += 1 }
        let isPointed = index < limit && source[index] == UInt8(ascii: "<")
        if isPointed { index += 1 }
        let urlStart = index
        var depth = 0
        while index < limit {
            let byte = source[index]
            if isPointed ? byte == UInt8(ascii: ">") : byte <= 0x20 || (byte == UInt8(ascii: ")") && depth == 0) {
                break
            }
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") { depth -= 1 }
            index += 1
        }
        let url = String(decoding: source[urlStart..<index], as: UTF8.self)
        if isPointed { index += 1 }
        let rest = index
        var isQuoted = false
        while index < limit {
            if source[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
            if source[index] == UInt8(ascii: ")"), !isQuoted {
                let title = String(decoding: source[rest..<index], as: UTF8.self).trimmingWhitespace()
                return (url, title.count > 2 ? String(title.dropFirst().dropLast()) : nil, index + 1)
            }
            index += 1
        }
        return nil
    }

    /// A reference's label as it is compared: lower case, white space folded.
    static func label(_ text: String) -> String {
        text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    // MARK: HTML and entities

    private mutating func tag(at start: Int) -> Int {
        let next = start + 1
        guard next < source.endIndex,
            (0x61...0x7A).contains(source[next] | 0x20) || source[next] == 0x2F || source[next] == 0x21,
            let close = source[next...].prefix(Self.longestTag).firstIndex(of: UInt8(ascii: ">"))
        else {
            output.append(source[start])
            return next
        }
        let inner = source[next..<close]
        if source[next] == 0x21, inner.starts(with: Array("!--".utf8)) {
            // A comment ends at "-->", which may stand after the first ">".
            var index = next + 3
            while index + 2 < source.endIndex {
                if source[index] == 0x2D, source[index + 1] == 0x2D, source[index + 2] == 0x3E { return index + 3 }
                index += 1
            }
            return source.endIndex
        }
        if !inner.contains(0x20), inner.contains(UInt8(ascii: ":")) || inner.contains(UInt8(ascii: "@")),
            source[next] != 0x2F
        {
            let from = output.count
            output.append(contentsOf: inner)
            found.append((from..<output.count, String(decoding: inner, as: UTF8.self)))
            return close + 1
        }
        // Tags that break lines leave a space; others leave nothing.
        let name = String(decoding: inner.prefix(3), as: UTF8.self).lowercased()
        if name.hasPrefix("br") || name.hasPrefix("p") || name.hasPrefix("div") || name.hasPrefix("/p")
            || name.hasPrefix("/di")
        {
            output.append(0x20)
        }
        return close + 1
    }

    private mutating func entity(at start: Int) -> Int {
        guard let end = source[start...].prefix(12).firstIndex(of: UInt8(ascii: ";")), end > start + 1 else {
            output.append(source[start])
            return start + 1
        }
        let name = String(decoding: source[(start + 1)..<end], as: UTF8.self)
        var scalar = Self.entities[name]
        if name.hasPrefix("#") {
            let isHex = name.dropFirst().first == "x" || name.dropFirst().first == "X"
            scalar = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10).flatMap(Unicode.Scalar.init)
        }
        guard let scalar else {
            output.append(source[start])
            return start + 1
        }
        output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        return end + 1
    }

    private static let entities: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "mdash": "—", "ndash": "–",
        "hellip": "…",
        "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "laquo": "«", "raquo": "»", "copy": "©", "reg": "®",
        "euro": "€",
        "pound": "£", "deg": "°", "middot": "·", "bull": "•", "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä",
        "Ouml": "Ö",
        "Uuml": "Ü", "szlig": "ß", "eacute": "é", "egrave": "è", "agrave": "à", "ccedil": "ç", "ntilde": "ñ",
        "oacute": "ó",
        "iacute": "í", "aacute": "á", "uacute": "ú",
    ]

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
            || (0x7B...0x7E).contains(byte)
    }

    // MARK: Result

    private func finish() -> (text: [UInt8], links: [Link]) {
        var isCut = [Bool](repeating: false, count: output.count)
        for range in cuts { for index in range { isCut[index] = true } }
        var text: [UInt8] = []
        text.reserveCapacity(output.count)
        // Where each byte of the output went, for the words of links.
        var places = [Int32](repeating: 0, count: output.count + 1)
        for index in output.indices {
            places[index] = Int32(text.count)
            if !isCut[index] { text.append(output[index]) }
        }
        places[output.count] = Int32(text.count)
        let links = found.map { entry in
            let words = text[Int(places[entry.range.lowerBound])..<Int(places[entry.range.upperBound])]
            let label = TextNormalizer.normalized(String(decoding: words, as: UTF8.self))
            return Link(url: entry.url, text: label.isEmpty ? nil : label)
        }
        return (text, links)
    }
}
