import Bytes
import NewsModel

/// Reads XML (XML 1.0, Namespaces in XML 1.0) event by event, in passing.
///
/// It is made for what arrives, not for what is valid: a bare `&` or `<` is text, an end tag without a start is passed over, a
/// missing end tag is made up for, the named characters of HTML are known, and an end that comes too early ends what is open
/// (`endedEarly`). Nothing outside the document is ever looked at: document types and external entities are passed over; entities
/// that the document declares itself stand for their text, which is not read again, so that they cannot multiply.
///
/// Memory is that of one tag or one stretch of text. Time is linear in the input.
package final class XMLReader {
    /// Bytes of text that are handed out at once where no tag ends them.
    package static let textBytes = 64 << 10
    /// Bytes of the longest reference; a longer one is no reference.
    static let longestReference = 64

    /// The text of the last `.text` event: UTF-8, which may be ill-formed where the input is.
    package private(set) var text: [UInt8] = []
    /// True when the input ended inside an element, a tag, a comment or a CDATA section.
    package var endedEarly = false
    /// The names of the elements that are open, the outermost first.
    package private(set) var open: [XMLName] = []

    package let limits: XMLLimits
    package let input: ByteInput
    /// The qualified names of the open elements as they are written.
    private var written: [String] = []
    /// What prefixes mean, the innermost last; an empty prefix is the default namespace.
    private var bindings: [(prefix: String, namespace: XMLNamespace, depth: Int)] = []
    /// Names that were met since the last change of the bindings.
    private var elementNames: [String: XMLName] = [:]
    /// The name whose end the next event tells, after an empty element or where end tags are missing.
    private var closing = 0
    package var entities: [String: [UInt8]] = [:]
    var expandedBytes = 0
    private var isInCharacterData = false

    /// A reader of UTF-8 (`XMLDecoder` makes it of any charset), from the input's position on.
    package init(_ input: ByteInput, limits: XMLLimits = XMLLimits()) {
        self.input = input
        self.limits = limits
    }

    /// The next event; nil at the end.
    ///
    /// - Throws: `.limitExceeded`, `.malformed` for a tag without end; whatever the input throws.
    package func next() throws -> XMLEvent? {
        if closing > 0 {
            closing -= 1
            return closed()
        }
        while try !input.isAtEnd {
            if isInCharacterData {
                if try characterData() { return .text }
                continue
            }
            guard input.buffered[0] == UInt8(ascii: "<") else { return try plainText() }
            try input.fill(9)
            let bytes = input.buffered
            switch bytes.count > 1 ? bytes[1] : 0 {
            case UInt8(ascii: "?"): try skip(past: "?>")
            case UInt8(ascii: "!"):
                if bytes.starts(with: "<!--".utf8) {
                    try skip(past: "-->", after: 4)
                } else if bytes.starts(with: "<![CDATA[".utf8) {
                    input.consume(9)
                    isInCharacterData = true
                } else {
                    try documentType()
                }
            case UInt8(ascii: "/"):
                if let event = try endTag() { return event }
            case let first where XMLReader.startsName(first): return try startTag()
            default: return try plainText()
            }
        }
        if !open.isEmpty {
            endedEarly = true
            closing = open.count - 1
            return closed()
        }
        return nil
    }

    /// Goes on to the next start tag; nil at the end, or where the element that is open ends first (its end is then told already).
    func nextElement() throws -> XMLTag? {
        while let event = try next() {
            switch event {
            case .open(let tag): return tag
            case .close: return nil
            case .text: continue
            }
        }
        return nil
    }

    /// Passes over the rest of the element that was opened last, its end included.
    package func skipElement() throws {
        let depth = open.count
        while open.count >= depth, try next() != nil {}
    }

    // MARK: Text

    private func plainText() throws -> XMLEvent {
        try input.fill(2)
        var bytes = input.buffered
        // The first byte is text even where it is a `<`.
        var end = bytes.dropFirst().firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        if end == bytes.count, end < Self.textBytes {
            try input.fill(Self.textBytes)
            bytes = input.buffered
            end = bytes.dropFirst().firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        }
        end = min(end, Self.textBytes)
        if end < bytes.count, bytes[end] != UInt8(ascii: "<"),
            let reference = bytes[max(1, end - Self.longestReference)..<end].lastIndex(of: UInt8(ascii: "&"))
        {
            // A reference is not cut in two.
            end = reference
        }
        text.removeAll(keepingCapacity: true)
        try resolve(UnsafeBufferPointer(rebasing: bytes[..<end]), into: &text)
        input.consume(end)
        return .text
    }

    /// A stretch of a CDATA section; false where its end was met first.
    private func characterData() throws -> Bool {
        try input.fill(Self.textBytes)
        let bytes = input.buffered
        guard !bytes.isEmpty else { return false }
        text.removeAll(keepingCapacity: true)
        if let end = ByteSearch.find("]]>", in: bytes, from: 0) {
            text.append(contentsOf: bytes[..<end])
            input.consume(end + 3)
            isInCharacterData = false
        } else {
            let isLast = bytes.count < Self.textBytes
            if isLast { endedEarly = true }
            let end = isLast ? bytes.count : bytes.count - 2
            text.append(contentsOf: bytes[..<end])
            input.consume(end)
        }
        return !text.isEmpty
    }

    /// Passes over everything up to and with a mark.
    private func skip(past mark: StaticString, after start: Int = 2) throws {
        input.consume(min(start, input.buffered.count))
        while true {
            let bytes = input.buffered
            if let found = ByteSearch.find(mark, in: bytes, from: 0) {
                input.consume(found + mark.utf8CodeUnitCount)
                return
            }
            input.consume(max(0, bytes.count - mark.utf8CodeUnitCount + 1))
            guard try input.fill(mark.utf8CodeUnitCount) >= mark.utf8CodeUnitCount else {
                endedEarly = true
                input.consume(input.buffered.count)
                return
            }
        }
    }

    // MARK: Tags

    private func startTag() throws -> XMLEvent {
        let length = try lengthOfTag()
        let bytes = input.buffered
        var scanner = XMLTagScanner(UnsafeBufferPointer(rebasing: bytes[1..<length]))
        let name = scanner.name()
        var declared: [(String, XMLNamespace)] = []
        var raw: [(name: String, value: [UInt8])] = []
        while let attribute = scanner.attribute() {
            guard raw.count + declared.count < limits.attributes else {
                throw ReadingFailure(.limitExceeded, "An element has more than \(limits.attributes) attributes.")
            }
            var value: [UInt8] = []
            try resolve(attribute.value, into: &value)
            for index in value.indices where value[index] < 0x20 { value[index] = 0x20 }
            if attribute.name == "xmlns" || attribute.name.hasPrefix("xmlns:") {
                let uri = XMLNamespace(String(decoding: value, as: UTF8.self).trimmingWhitespace())
                declared.append((String(attribute.name.dropFirst(6)), uri))
            } else {
                raw.append((attribute.name, value))
            }
        }
        let isEmpty = scanner.isEmptyElement
        input.consume(length)
        guard open.count < limits.depth else {
            throw ReadingFailure(.limitExceeded, "More than \(limits.depth) elements stand within one another.")
        }
        for (prefix, namespace) in declared { bindings.append((prefix, namespace, open.count)) }
        if !declared.isEmpty { elementNames.removeAll(keepingCapacity: true) }
        let element = elementName(name)
        var attributes: [XMLAttribute] = []
        attributes.reserveCapacity(raw.count)
        for (name, value) in raw {
            let (prefix, local) = Self.split(name)
            let resolved = XMLName(local, in: prefix.map { namespace(of: $0) } ?? .none)
            guard !attributes.contains(where: { $0.name == resolved }) else { continue }
            attributes.append(XMLAttribute(name: resolved, value: String(decoding: value, as: UTF8.self)))
        }
        open.append(element)
        written.append(name)
        if isEmpty { closing = 1 }
        return .open(XMLTag(name: element, attributes: attributes))
    }

    /// The end of the element that it names, which may be further out; nil where no such element is open.
    private func endTag() throws -> XMLEvent? {
        let length = try lengthOfTag()
        var scanner = XMLTagScanner(UnsafeBufferPointer(rebasing: input.buffered[2..<max(2, length)]))
        let name = scanner.name()
        input.consume(length)
        guard let depth = written.lastIndex(of: name) else { return nil }
        closing = open.count - depth - 1
        return closed()
    }

    private func closed() -> XMLEvent {
        written.removeLast()
        let name = open.removeLast()
        while let last = bindings.last, last.depth >= open.count {
            bindings.removeLast()
            elementNames.removeAll(keepingCapacity: true)
        }
        return .close(name)
    }

    /// The bytes of the tag at hand, from `<` up to and with `>`, quoted values passed over.
    private func lengthOfTag() throws -> Int {
        var index = 1
        var quote: UInt8 = 0
        var mayQuote = false
        while true {
            let bytes = input.buffered
            while index < bytes.count {
                let byte = bytes[index]
                index += 1
                if quote != 0 {
                    if byte == quote { quote = 0 }
                } else if byte == UInt8(ascii: ">") {
                    return index
                } else if byte == UInt8(ascii: "="), !mayQuote {
                    mayQuote = true
                    continue
                } else if mayQuote, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                    quote = byte
                } else if byte == UInt8(ascii: "<") {
                    // The tag was never ended: another one begins.
                    return index - 1
                }
                if byte > 0x20 { mayQuote = false }
            }
            guard bytes.count <= limits.tagBytes else {
                throw ReadingFailure(.limitExceeded, "A tag is longer than \(limits.tagBytes) bytes.")
            }
            guard try input.fill(bytes.count + 1) > bytes.count else {
                endedEarly = true
                return input.buffered.count
            }
        }
    }

    // MARK: Names

    private func elementName(_ written: String) -> XMLName {
        if let known = elementNames[written] { return known }
        let (prefix, local) = Self.split(written)
        let name = XMLName(local, in: namespace(of: prefix ?? ""))
        // A hostile document may have a million names; they need not all be kept.
        if elementNames.count < 1_024 { elementNames[written] = name }
        return name
    }

    private func namespace(of prefix: String) -> XMLNamespace {
        bindings.last { $0.prefix == prefix }?.namespace ?? XMLNamespace.customary(prefix) ?? .none
    }

    private static func split(_ name: String) -> (prefix: String?, local: String) {
        guard let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) else { return (nil, name) }
        return (String(name[..<colon]), String(name[name.utf8.index(after: colon)...]))
    }
}
