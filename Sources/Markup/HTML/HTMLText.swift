import Bytes

/// Text that carries HTML inside of something else: JSON-LD, attributes, titles.
package enum HTMLText {
    /// The text with character references resolved, twice where they were escaped twice, and tags removed.
    package static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") }) else { return text }
        var bytes = Array(text.utf8)
        for _ in 0..<2 where bytes.contains(UInt8(ascii: "&")) { bytes = resolved(bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The plain text of a fragment of HTML; blocks apart by line breaks.
    package static func plain(_ text: String) -> String {
        let unescaped = unescaped(text)
        guard unescaped.utf8.contains(UInt8(ascii: "<")) else { return unescaped }
        var out: [UInt8] = []
        var inTag = false
        var tag: [UInt8] = []
        for byte in unescaped.utf8 {
            if inTag {
                if byte == UInt8(ascii: ">") {
                    inTag = false
                    let name = tag.drop { $0 == UInt8(ascii: "/") }.prefix { ASCII.isAlphanumeric($0) }
                    let isBlock = name.withContiguousStorageIfAvailable { HTMLTag.named($0) }.map {
                        $0.isBlock || $0 == .br
                    }
                    if isBlock == true { out.append(10) }
                } else if tag.count < 16 {
                    tag.append(byte)
                }
            } else if byte == UInt8(ascii: "<") {
                inTag = true
                tag.removeAll(keepingCapacity: true)
            } else {
                out.append(byte)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// UTF-8 with character references resolved once.
    package static func resolved(_ bytes: [UInt8]) -> [UInt8] {
        var copy = bytes
        let slice = copy.withUnsafeMutableBufferPointer { buffer in
            HTMLTokenizer(buffer, limits: HTMLLimits(), consumer: NoEvents())
                .resolved(from: 0, to: buffer.count, inAttribute: false)
        }
        return Array(copy[slice.range])
    }

    /// Takes nothing: only the resolving of references is wanted.
    private struct NoEvents: HTMLEventConsumer {
        mutating func startTag(_ tag: HTMLStartTag, attributes: UnsafeBufferPointer<HTMLAttribute>) {}
        mutating func endTag(_ tag: HTMLTag, name: ByteSlice) {}
        mutating func text(_ slice: ByteSlice) {}
        mutating func comment(_ slice: ByteSlice) {}
        var isInForeignContent: Bool { false }
        var wantsMore: Bool { false }
    }
}
