/// The addresses that a saved page embeds: pictures, frames, scripts and style sheets, but not what it only links to.
///
/// A plain look through the bytes of the tags, linear in their number; nothing is built of the page. What it gets wrong makes a file of
/// the companion folder a delivery of its own.
struct PageReferences {
    /// Attributes that embed something or name what belongs to the page.
    private static let embedding = Set(
        ["src", "srcset", "data", "href", "poster", "background"].map { Array($0.utf8) })
    /// Elements whose `href` is a link for readers.
    private static let links = Set(["a", "area", "base"].map { Array($0.utf8) })
    /// Elements whose text is no markup.
    private static let rawText = Set(["script", "style"].map { Array($0.utf8) })

    /// The path components of each address, as far as they could be read.
    private(set) var addresses: Set<[[UInt8]]> = []

    /// The addresses of a page.
    init(page: [UInt8]) {
        var scanner = TagScanner(page)
        while let tag = scanner.next(rawText: Self.rawText) {
            for (name, value) in tag.attributes where Self.embedding.contains(name) {
                if name == Array("href".utf8), !Self.embedsByHref(tag) { continue }
                if name == Array("srcset".utf8) {
                    for candidate in value.split(separator: UInt8(ascii: ",")) {
                        add(candidate.split(whereSeparator: \.isSpace).first.map { Array($0) } ?? [])
                    }
                } else {
                    add(value)
                }
            }
        }
    }

    /// Relations of a `link` to what belongs to its page (HTML standard, section 4.6.7); the others lead to pages for readers.
    private static let embeddedRelations = Set(
        ["stylesheet", "preload", "modulepreload", "prefetch", "manifest", "import"].map { Array($0.utf8) })

    /// Whether the `href` of an element names what belongs to the page: that of no link for readers, such as `rel=next`.
    private static func embedsByHref(_ tag: TagScanner.Tag) -> Bool {
        guard !links.contains(tag.name) else { return false }
        guard tag.name == Array("link".utf8),
            let relations = tag.attributes.first(where: { $0.name == Array("rel".utf8) })
        else { return true }
        return relations.value.map(\.lowered).split(whereSeparator: \.isSpace).contains { relation in
            embeddedRelations.contains(Array(relation)) || relation.suffix(4).elementsEqual("icon".utf8)
        }
    }

    private mutating func add(_ value: [UInt8]) {
        let trimmed = value.drop(while: \.isSpace)
        let path = trimmed.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        let components = Self.decoded(path).split(separator: UInt8(ascii: "/")).map { Array($0) }
        if !components.isEmpty { addresses.insert(components) }
    }

    /// Whether the page embeds a file.
    ///
    /// - Parameters:
    ///   - target: the path components of the file, from the folder on in which the page lies.
    ///   - base: those of the folder in which the page lies, from the same folder on; empty for that folder itself.
    func contain(_ target: [[UInt8]], base: [[UInt8]] = []) -> Bool {
        addresses.contains { address in
            var path = base
            for component in address {
                if component == Array(".".utf8) { continue }
                if component == Array("..".utf8) {
                    _ = path.popLast()
                } else {
                    path.append(component)
                }
            }
            // An absolute address of the place where it was saved ends the same way.
            return path.suffix(target.count) == target[...]
        }
    }

    /// An address without its escapes: `%20`, and what HTML writes for `&`, `'` and `"`.
    private static func decoded(_ bytes: some Collection<UInt8>) -> [UInt8] {
        let bytes = Array(bytes)
        let entities: [(name: [UInt8], byte: UInt8)] = [
            (Array("&amp;".utf8), UInt8(ascii: "&")), (Array("&#39;".utf8), UInt8(ascii: "'")),
            (Array("&quot;".utf8), UInt8(ascii: "\"")),
        ]
        var decoded: [UInt8] = []
        var place = 0
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "%"), place + 2 < bytes.count, let high = bytes[place + 1].hexDigit,
                let low = bytes[place + 2].hexDigit
            {
                decoded.append(high << 4 | low)
                place += 3
            } else if bytes[place] == UInt8(ascii: "&"),
                let entity = entities.first(where: { bytes[place...].starts(with: $0.name) })
            {
                decoded.append(entity.byte)
                place += entity.name.count
            } else {
                decoded.append(bytes[place])
                place += 1
            }
        }
        return decoded
    }
}

/// Goes through the start tags of a page.
struct TagScanner {
    /// A start tag; names are in lower case.
    struct Tag {
        var name: [UInt8]
        var attributes: [(name: [UInt8], value: [UInt8])]
    }

    private let bytes: [UInt8]
    private var place = 0
    /// Words of text between the tags that were passed.
    private(set) var words = 0
    /// Bytes beyond ASCII in that text: scripts without spaces have few words.
    private(set) var foreignBytes = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next start tag; nil at the end. The text of elements of `rawText` is passed over.
    mutating func next(rawText: Set<[UInt8]>) -> Tag? {
        while skipText() {
            if starts(with: "<!--") {
                skip(past: "-->")
            } else if place + 1 < bytes.count, bytes[place + 1].isLetter {
                let tag = readTag()
                if rawText.contains(tag.name) { skip(past: "</" + String(decoding: tag.name, as: UTF8.self)) }
                return tag
            } else {
                skip(past: ">")
            }
        }
        return nil
    }

    /// Goes to the next `<`; false at the end.
    private mutating func skipText() -> Bool {
        var isInWord = false
        while place < bytes.count, bytes[place] != UInt8(ascii: "<") {
            let isWord = !bytes[place].isSpace
            if isWord, !isInWord { words += 1 }
            if bytes[place] >= 0x80 { foreignBytes += 1 }
            isInWord = isWord
            place += 1
        }
        return place < bytes.count
    }

    private mutating func readTag() -> Tag {
        place += 1
        var tag = Tag(name: name(), attributes: [])
        while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
            let attribute = name()
            if attribute.isEmpty {
                place += 1
                continue
            }
            skipSpace()
            guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else { continue }
            place += 1
            skipSpace()
            tag.attributes.append((attribute, value()))
        }
        place += 1
        return tag
    }

    private mutating func name() -> [UInt8] {
        let begin = place
        while place < bytes.count, !bytes[place].isSpace,
            ![UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "/")].contains(bytes[place])
        {
            place += 1
        }
        return bytes[begin..<place].map(\.lowered)
    }

    private mutating func value() -> [UInt8] {
        guard place < bytes.count else { return [] }
        let quote = bytes[place]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            let begin = place
            while place < bytes.count, !bytes[place].isSpace, bytes[place] != UInt8(ascii: ">") { place += 1 }
            return Array(bytes[begin..<place])
        }
        place += 1
        let begin = place
        while place < bytes.count, bytes[place] != quote { place += 1 }
        defer { place += 1 }
        return Array(bytes[begin..<place])
    }

    private mutating func skipSpace() { while place < bytes.count, bytes[place].isSpace { place += 1 } }

    private func starts(with text: String) -> Bool { bytes[place...].starts(with: text.utf8) }

    /// Goes behind a text, in any case of its letters, or to the end.
    private mutating func skip(past text: String) {
        let wanted = text.utf8.map(\.lowered)
        while place < bytes.count {
            if bytes[place].lowered == wanted[0], bytes.count - place >= wanted.count,
                zip(bytes[place...], wanted).allSatisfy({ $0.lowered == $1 })
            {
                place += wanted.count
                return
            }
            place += 1
        }
    }
}

extension UInt8 {
    fileprivate var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
    fileprivate var isLetter: Bool { (65...90).contains(self) || (97...122).contains(self) }
    fileprivate var lowered: UInt8 { (65...90).contains(self) ? self + 32 : self }
    fileprivate var hexDigit: UInt8? { Character(Unicode.Scalar(self)).hexDigitValue.map { UInt8($0) } }
}
