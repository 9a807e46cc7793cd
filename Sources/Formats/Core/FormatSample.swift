import Bytes
import Markup

/// The start of a file as format detection looks at it.
struct FormatSample {
    /// The first bytes as they are.
    let bytes: UnsafeBufferPointer<UInt8>
    /// The first bytes in lower case, without a byte-order mark, leading white space and the NULs of UTF-16.
    let text: [UInt8]
    /// The ending of the file's name in lower case.
    let ending: String

    /// A sample of a whole file.
    init(_ file: UnsafeBufferPointer<UInt8>, ending: String) {
        bytes = UnsafeBufferPointer(rebasing: file.prefix(ReadingLimits.sniffedBytes))
        self.ending = ending
        var start = 0
        var isWide = false
        if let mark = ByteOrderMark(bytes) {
            start = mark.length
            if case .utf8 = mark.form {} else { isWide = true }
        } else if ByteSearch.find("\0", in: bytes, from: 0) != nil {
            isWide = WideDecoder.unmarkedUTF16Order(bytes) != nil
        }
        let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) || isWide && byte == 0 }
        let rest = UnsafeBufferPointer(rebasing: bytes[start...].drop(while: isSpace))
        text = [UInt8](unsafeUninitializedCapacity: rest.count) { buffer, count in
            if isWide {
                for byte in rest where byte != 0 {
                    buffer[count] = byte &- 0x41 < 26 ? byte | 0x20 : byte
                    count += 1
                }
            } else {
                // By bare pointers, so that it is done on many bytes at once.
                if let from = rest.baseAddress, let to = buffer.baseAddress {
                    var index = 0
                    while index < rest.count {
                        let byte = from[index]
                        let bit: UInt8 = byte &- 0x41 < 26 ? 0x20 : 0
                        to[index] = byte | bit
                        index &+= 1
                    }
                }
                count = rest.count
            }
        }
    }

    /// Whether the bytes are white space or a byte-order mark and nothing else.
    var isBlank: Bool {
        bytes.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) } || ByteOrderMark(bytes)?.length == bytes.count
    }

    /// Whether the raw bytes start with a signature at an offset.
    func has(_ signature: [UInt8], at offset: Int = 0) -> Bool {
        bytes.count >= offset + signature.count && zip(bytes[offset...], signature).allSatisfy { $0 == $1 }
    }

    /// Whether the text starts with a word, in lower case.
    func opens(with word: StaticString) -> Bool {
        word.withUTF8Buffer { text.starts(with: $0) }
    }

    /// Whether a mark in lower case stands anywhere in the text.
    func holds(_ mark: StaticString) -> Bool {
        text.withUnsafeBufferPointer { ByteSearch.find(mark, in: $0, from: 0) != nil }
    }

    /// The root element, or nil where the file is no XML.
    var xmlRoot: XMLRoot? { text.first == UInt8(ascii: "<") ? XMLRoot(text) : nil }

    /// How often a lower-case tag such as `<p` stands in the text, followed by a sign that ends its name.
    func count(ofTag tag: StaticString, upTo most: Int) -> Int {
        let length = tag.utf8CodeUnitCount
        var found = 0
        text.withUnsafeBufferPointer { text in
            var from = 0
            while found < most, let index = ByteSearch.find(tag, in: text, from: from), index + length < text.count {
                from = index + length
                let next = text[from]
                if next == 0x3E || next == 0x20 || next == 0x2F || (0x09...0x0D).contains(next) { found += 1 }
            }
        }
        return found
    }
}
