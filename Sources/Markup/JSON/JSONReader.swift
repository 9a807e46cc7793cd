import Bytes

/// Reads JSON as it is found in pages: strict JSON reads as RFC 8259 says, and common damage is forgiven.
///
/// Forgiven are line breaks, tabs and unescaped quotation marks in strings, unknown escapes, trailing and missing commas,
/// comments, CDATA markers and a `;` around, several values in a row, and an end that comes too early. Never fails: what
/// cannot be read ends the reading, and what was read so far is returned.
package struct JSONReader {
    /// Arrays and objects inside one another; linked data has under ten. Deeper values are read as null.
    package static let depthLimit = 64
    /// Values of one text; a product list has 20,000. Reading stops there.
    static let valueLimit = 200_000

    package let bytes: UnsafeBufferPointer<UInt8>
    package var position = 0
    private var values = 0

    private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// All values of a text, in order.
    package static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> [JSONValue] {
        var reader = JSONReader(bytes)
        var found: [JSONValue] = []
        while reader.skipToStructure() {
            guard let value = reader.value(depth: 0) else { break }
            found.append(value)
        }
        return found
    }

    /// All values of a text, in order.
    package static func read(_ text: String) -> [JSONValue] {
        var copy = text
        return copy.withUTF8 { read($0) }
    }

    /// Goes to the next `{` or `[` on the outermost level; skips comment marks, CDATA and whatever else stands there.
    private mutating func skipToStructure() -> Bool {
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "{"): return true
            case UInt8(ascii: "["):
                guard matches("[CDATA[", at: position) else {
                    return true
                }
                position += 7
            default: position += 1
            }
        }
        return false
    }

    private func matches(_ text: StaticString, at start: Int) -> Bool {
        guard start + text.utf8CodeUnitCount <= bytes.count else { return false }
        for offset in 0..<text.utf8CodeUnitCount where bytes[start + offset] != text.utf8Start[offset] { return false }
        return true
    }

    /// Skips white space and comments.
    private mutating func skipSpace() {
        while position < bytes.count {
            let byte = bytes[position]
            if byte <= 32 {
                position += 1
            } else if byte == UInt8(ascii: "/"), position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "*") {
                position += 2
                while position < bytes.count, !matches("*/", at: position) { position += 1 }
                position = min(bytes.count, position + 2)
            } else if byte == UInt8(ascii: "/"), position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "/") {
                while position < bytes.count, bytes[position] != 10 { position += 1 }
            } else if byte == 0xC2, position + 1 < bytes.count, bytes[position + 1] == 0xA0 {
                position += 2
            } else {
                return
            }
        }
    }

    private mutating func value(depth: Int) -> JSONValue? {
        skipSpace()
        guard position < bytes.count, values < Self.valueLimit else { return nil }
        values += 1
        switch bytes[position] {
        case UInt8(ascii: "{"): return depth < Self.depthLimit ? object(depth: depth) : skipped()
        case UInt8(ascii: "["): return depth < Self.depthLimit ? array(depth: depth) : skipped()
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return .string(string())
        default: return word()
        }
    }

    private mutating func object(depth: Int) -> JSONValue {
        position += 1
        var members: [JSONValue.Member] = []
        while true {
            skipSpace()
            guard position < bytes.count, values < Self.valueLimit else { return .object(members) }
            switch bytes[position] {
            case UInt8(ascii: "}"):
                position += 1
                return .object(members)
            case UInt8(ascii: "]"):
                // A bracket of the array around: this object was never closed.
                return .object(members)
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                let key = string()
                skipSpace()
                guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else { continue }
                position += 1
                guard let value = value(depth: depth + 1) else { return .object(members) }
                members.append(JSONValue.Member(key: key, value: value))
            default:
                position += 1
            }
        }
    }

    private mutating func array(depth: Int) -> JSONValue {
        position += 1
        var items: [JSONValue] = []
        while true {
            skipSpace()
            guard position < bytes.count, values < Self.valueLimit else { return .array(items) }
            switch bytes[position] {
            case UInt8(ascii: "]"):
                position += 1
                return .array(items)
            case UInt8(ascii: "}"):
                return .array(items)
            case UInt8(ascii: ","), UInt8(ascii: ":"):
                position += 1
            default:
                guard let value = value(depth: depth + 1) else { return .array(items) }
                items.append(value)
            }
        }
    }

    /// Skips a value that is nested too deeply, without recursion.
    private mutating func skipped() -> JSONValue {
        var level = 0
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                _ = string()
                continue
            }
            position += 1
            if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") { level += 1 }
            if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") { level -= 1 }
            if level == 0 { break }
        }
        return .null
    }

    /// A number, `true`, `false`, `null`; other bare words are strings.
    private mutating func word() -> JSONValue {
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte <= 32 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
                || byte == UInt8(ascii: ":")
            {
                break
            }
            position += 1
        }
        if position == start { position += 1 }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        switch text {
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "null", "undefined": return .null
        default:
            let isNumber = text.utf8.first.map { ASCII.isDigit($0) || $0 == UInt8(ascii: "-") } ?? false
            return isNumber ? .number(text) : .string(text)
        }
    }
}
