import Bytes
import NewsModel

extension Format {
    /// IPTC 7901, "The Text Transmission Format" (1983, last revised 1995), as agencies send it.
    static let iptc7901 = Format(
        name: "iptc7901", mediaTypes: ["text/plain"], endings: [],
        form: .file(.signature, IPTC7901Format.recognises, .whole(IPTC7901Format.read)))
}

/// Recognises and reads `Format.iptc7901`.
enum IPTC7901Format {
    /// SOH, then the service and number (three letters or more and four digits), the priority, the category: `\u{1}eca0003 3 i 380`.
    static func recognises(_ sample: FormatSample) -> Bool {
        var bytes = sample.bytes[...].drop { $0 == 0x0D || $0 == 0x0A || $0 == 0x20 || $0 == 0x16 }
        guard bytes.first == WireControl.startOfHeader else { return false }
        bytes = bytes.dropFirst()
        let letters = bytes.prefix { ASCII.isLetter($0) }.count
        guard (2...4).contains(letters) else { return false }
        bytes = bytes.dropFirst(letters)
        guard (3...5).contains(bytes.prefix { ASCII.isDigit($0) }.count) else { return false }
        return sample.bytes.contains(WireControl.startOfText)
    }

    static func read(_ bytes: UnsafeBufferPointer<UInt8>, in context: ReadingContext) throws {
        let transmissions = WireControl.transmissions(in: bytes)
        guard transmissions.count > 1 else {
            let item = try IPTC7901Reader.item(transmissions.first ?? bytes, declared: context.hint.charset)
            return try context.article(item.article(limits: context.limits))
        }
        for (place, transmission) in transmissions.enumerated() {
            try WireControl.member(place, in: context) { () throws(ReadingFailure) in
                try IPTC7901Reader.item(transmission, declared: context.hint.charset).article(limits: context.limits)
            }
        }
    }
}
