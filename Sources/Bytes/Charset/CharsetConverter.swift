import Glibc

/// Converts other charsets to UTF-8 by glibc's iconv (iconv(3)).
package enum CharsetConverter {
    /// The size of the piece that is converted at a time; iconv's own buffers are of this order.
    private static let pieceBytes = 32 << 10

    /// Converts the whole buffer, with U+FFFD for each byte that is impossible in the charset; nil when iconv does not
    /// know the charset.
    package static func convert(_ bytes: UnsafeBufferPointer<UInt8>, from label: CharsetLabel) -> DecodedText? {
        guard let converter = open(label) else { return nil }
        defer { iconv_close(converter) }
        var text = DecodedText(utf8: [], charset: label.name, replacements: 0)
        text.utf8.reserveCapacity(bytes.count + bytes.count / 2)
        guard let base = bytes.baseAddress else { return text }

        var piece = [CChar](repeating: 0, count: pieceBytes)
        // iconv takes a pointer to mutable bytes by an accident of its prototype; it never writes through it.
        var input: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(mutating: base)
            .assumingMemoryBound(to: CChar.self)
        var inputLeft = bytes.count
        var isFlushed = false
        while !isFlushed {
            var code: Int32 = 0
            // Vietnamese and Hebrew charsets hold back a letter that a mark may follow; a call without input flushes it.
            isFlushed = inputLeft == 0
            if isFlushed { input = nil }
            piece.withUnsafeMutableBufferPointer { buffer in
                var output = buffer.baseAddress
                var outputLeft = buffer.count
                if iconv(converter, &input, &inputLeft, &output, &outputLeft) == -1 { code = errno }
                buffer.prefix(buffer.count - outputLeft).withMemoryRebound(to: UInt8.self) {
                    text.utf8.append(contentsOf: $0)
                }
            }
            if code == EILSEQ || code == EINVAL {
                // EINVAL is a sequence that the end cuts short: one replacement stands for all of it.
                let skipped = code == EINVAL ? inputLeft : 1
                input = input?.advanced(by: skipped)
                inputLeft -= skipped
                text.utf8.append(contentsOf: [0xEF, 0xBF, 0xBD])
                text.replacements += 1
            }
        }
        return text
    }

    /// Opens a converter for each charset of the label table and keeps it open, so that glibc has loaded its modules
    /// before a sandbox closes the file system.
    package static func warmUp() {
        _ = KeptConverters.shared
    }

    private static func open(_ label: CharsetLabel) -> iconv_t? {
        let converter = iconv_open("UTF-8", label.iconvName)
        // iconv(3): the error value is (iconv_t) -1.
        return converter == iconv_t(bitPattern: -1) ? nil : converter
    }

    /// `@unchecked Sendable`: the converters are opened once and never used or changed again.
    private final class KeptConverters: @unchecked Sendable {
        static let shared = KeptConverters()
        private let converters: [iconv_t]

        private init() {
            converters = CharsetLabel.all.compactMap(CharsetConverter.open)
        }
    }
}
