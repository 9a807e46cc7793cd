import Bytes
import NewsModel

extension Format {
    /// ANPA 1312, "Wire Service Transmission Guidelines" (American Newspaper Publishers Association, bulletin 1312), as agencies send it.
    static let anpa1312 = Format(
        name: "anpa-1312", mediaTypes: ["text/plain"], endings: [],
        form: .file(.signature, ANPA1312Format.recognises, .whole(ANPA1312Format.read)))
}

/// Recognises and reads `Format.anpa1312`.
enum ANPA1312Format {
    /// SYN SYN SOH, then the number of the transmission; files that were taken off the wire may begin with a fill before it.
    static func recognises(_ sample: FormatSample) -> Bool {
        let bytes = sample.bytes[...].drop { $0 == 0x0D || $0 == 0x0A || $0 == 0x20 || $0 == 0 || $0 == 0x04 }
        return bytes.starts(with: [WireControl.synchronousIdle, WireControl.synchronousIdle, WireControl.startOfHeader])
    }

    static func read(_ bytes: UnsafeBufferPointer<UInt8>, in context: ReadingContext) throws {
        let transmissions = WireControl.transmissions(in: bytes)
        guard transmissions.count > 1 else {
            let item = try ANPA1312Reader.item(transmissions.first ?? bytes, declared: context.hint.charset)
            return try context.article(item.article(limits: context.limits))
        }
        for (place, transmission) in transmissions.enumerated() {
            try WireControl.member(place, in: context) { () throws(ReadingFailure) in
                try ANPA1312Reader.item(transmission, declared: context.hint.charset).article(limits: context.limits)
            }
        }
    }
}
