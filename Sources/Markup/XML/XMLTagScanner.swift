/// Takes a tag apart: its name, then its attributes.
struct XMLTagScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    /// True when the tag ends with `/>`.
    let isEmptyElement: Bool

    /// A scanner of what stands between `<` (or `</`) and the end of the tag; a `>` at its end is left out.
    init(_ tag: UnsafeBufferPointer<UInt8>) {
        var end = tag.count
        if end > 0, tag[end - 1] == UInt8(ascii: ">") { end -= 1 }
        isEmptyElement = end > 0 && tag[end - 1] == UInt8(ascii: "/")
        if isEmptyElement { end -= 1 }
        bytes = UnsafeBufferPointer(rebasing: tag[..<end])
    }

    /// The name at the position.
    mutating func name() -> String {
        let start = position
        while position < bytes.count, !Self.endsName(bytes[position]) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    /// The next attribute with its value as it is written; an attribute without a value has an empty one; nil at the end.
    mutating func attribute() -> (name: String, value: UnsafeBufferPointer<UInt8>)? {
        while position < bytes.count, Self.endsName(bytes[position]) { position += 1 }
        guard position < bytes.count else { return nil }
        let name = name()
        skipSpace()
        guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else {
            return (name, UnsafeBufferPointer(rebasing: bytes[position..<position]))
        }
        position += 1
        skipSpace()
        guard position < bytes.count else { return (name, UnsafeBufferPointer(rebasing: bytes[position..<position])) }
        let quote = bytes[position]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            position += 1
            let start = position
            while position < bytes.count, bytes[position] != quote { position += 1 }
            defer { position = min(bytes.count, position + 1) }
            return (name, UnsafeBufferPointer(rebasing: bytes[start..<position]))
        }
        let start = position
        while position < bytes.count, bytes[position] > 0x20 { position += 1 }
        return (name, UnsafeBufferPointer(rebasing: bytes[start..<position]))
    }

    /// The text in quotation marks that comes next, without them; nil where something else comes, or no mark ends it.
    mutating func quoted() -> UnsafeBufferPointer<UInt8>? {
        skipSpace()
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'")
        else { return nil }
        let rest = bytes[(position + 1)...]
        guard let end = rest.firstIndex(of: bytes[position]) else { return nil }
        defer { position = end + 1 }
        return UnsafeBufferPointer(rebasing: bytes[(position + 1)..<end])
    }

    /// Passes over white space.
    mutating func skipSpace() { while position < bytes.count, bytes[position] <= 0x20 { position += 1 } }

    private static func endsName(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\"")
            || byte == UInt8(ascii: "'")
    }
}
