import Bytes

/// The root element of a document as far as the start of a file shows it, for telling formats.
package struct XMLRoot: Sendable, Hashable {
    /// The local name, in lower case.
    package let name: String
    /// The URI of its namespace, in lower case; empty where it has none.
    package let namespace: String
    /// Its attributes by their names as they are written, in lower case.
    package let attributes: [String: String]

    /// The root in a file's start in lower case (`FormatSample.text`); nil where it is no XML or the root tag stands beyond the sample.
    package init?(_ sample: [UInt8]) {
        let found: (String, [String: String])? = sample.withUnsafeBufferPointer { bytes in
            guard let start = Self.firstTag(in: bytes), let end = Self.endOfTag(in: bytes, from: start) else {
                return nil
            }
            var scanner = XMLTagScanner(UnsafeBufferPointer(rebasing: bytes[(start + 1)..<end]))
            let name = scanner.name()
            var attributes: [String: String] = [:]
            while attributes.count < Self.mostAttributes, let attribute = scanner.attribute() {
                let value = String(decoding: attribute.value, as: UTF8.self)
                attributes.merge([attribute.name: value]) { first, _ in first }
            }
            return (name, attributes)
        }
        guard let (written, attributes) = found, !written.isEmpty else { return nil }
        let parts = written.split(separator: ":", maxSplits: 1)
        name = String(parts.last ?? "")
        namespace = attributes[parts.count > 1 ? "xmlns:" + parts[0] : "xmlns"] ?? ""
        self.attributes = attributes
    }

    /// Attributes that are looked at; a root declares a dozen namespaces at most.
    private static let mostAttributes = 64

    /// Where the first start tag begins, behind declarations, comments and instructions; nil where text stands before it.
    private static func firstTag(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var index = 0
        while index + 1 < bytes.count {
            guard bytes[index] == UInt8(ascii: "<") else {
                guard bytes[index] <= 0x20 else { return nil }
                index += 1
                continue
            }
            let rest = UnsafeBufferPointer(rebasing: bytes[index...])
            if bytes[index + 1] == UInt8(ascii: "?") {
                guard let end = ByteSearch.find("?>", in: bytes, from: index) else { return nil }
                index = end + 2
            } else if rest.starts(with: "<!--".utf8) {
                guard let end = ByteSearch.find("-->", in: bytes, from: index + 4) else { return nil }
                index = end + 3
            } else if bytes[index + 1] == UInt8(ascii: "!") {
                var depth = 0
                while index < bytes.count, bytes[index] != UInt8(ascii: ">") || depth > 0 {
                    if bytes[index] == UInt8(ascii: "[") { depth += 1 }
                    if bytes[index] == UInt8(ascii: "]") { depth -= 1 }
                    index += 1
                }
                index += 1
            } else {
                return XMLReader.startsName(bytes[index + 1]) ? index : nil
            }
        }
        return nil
    }

    private static func endOfTag(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var quote: UInt8 = 0
        for index in start..<bytes.count {
            let byte = bytes[index]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return index
            }
        }
        return nil
    }
}
