import Bytes
import NewsModel

/// References: characters by number, by the names of XML and HTML, and the entities that a document declares.
extension XMLReader {
    /// Appends the bytes with their references resolved, lines ended as XML 1.0, 2.11 has it; what is no reference stays text.
    package func resolve(_ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) throws {
        var start = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "&"), let length = try reference(at: index, of: bytes, start, &output) {
                index += length
                start = index
            } else if byte == 0x0D {
                output.append(contentsOf: bytes[start..<index])
                index += 1
                if index == bytes.count || bytes[index] != 0x0A { output.append(0x0A) }
                start = index
            } else {
                index += 1
            }
        }
        output.append(contentsOf: bytes[start..<index])
    }

    /// Appends what stands before the reference and what it stands for; its length, or nil where it is none.
    private func reference(
        at index: Int, of bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ output: inout [UInt8]
    ) throws -> Int? {
        let rest = bytes[(index + 1)...].prefix(Self.longestReference)
        guard let end = rest.firstIndex(of: UInt8(ascii: ";")), end > index + 1 else { return nil }
        let name = UnsafeBufferPointer(rebasing: bytes[(index + 1)..<end])
        let length = end + 1 - index
        if name[0] == UInt8(ascii: "#") {
            guard let value = Self.number(name.dropFirst()) else { return nil }
            output.append(contentsOf: bytes[start..<index])
            output.append(contentsOf: Self.utf8(HTMLTokenizer<HTMLTreeBuilder>.character(ofReference: value)))
            return length
        }
        if !entities.isEmpty, let declared = entities[String(decoding: name, as: UTF8.self)] {
            expandedBytes += declared.count
            guard expandedBytes <= limits.expandedBytes else {
                throw ReadingFailure(
                    .limitExceeded, "The document's own entities come to more than \(limits.expandedBytes) bytes.")
            }
            output.append(contentsOf: bytes[start..<index])
            output.append(contentsOf: declared)
            return length
        }
        guard let named = Self.named(name) else { return nil }
        output.append(contentsOf: bytes[start..<index])
        output.append(contentsOf: named)
        return length
    }

    private static func named(_ name: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        if name.elementsEqual("apos".utf8) { return [UInt8(ascii: "'")] }
        guard let expansion = HTMLNamedCharacters.shared.expansion(of: name) else { return nil }
        return utf8(expansion.first) + (expansion.second == 0 ? [] : utf8(expansion.second))
    }

    private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32? {
        let isHexadecimal = digits.first.map { $0 | 32 == UInt8(ascii: "x") } ?? false
        let digits = isHexadecimal ? digits.dropFirst() : digits
        guard !digits.isEmpty else { return nil }
        var value: UInt32 = 0
        for byte in digits {
            guard let digit = ASCII.hexValue(byte), isHexadecimal || digit < 10 else { return nil }
            value = min(0x11_0000, value &* (isHexadecimal ? 16 : 10) &+ digit)
        }
        return value
    }

    private static func utf8(_ value: UInt32) -> [UInt8] {
        Unicode.Scalar(value).map { Array(String($0).utf8) } ?? Array("\u{FFFD}".utf8)
    }
}
