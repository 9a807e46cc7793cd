import Bytes

/// The first mailbox of an address header (RFC 5322, section 3.4): who sent it.
struct MailAddress: Equatable {
    /// The display name or, in the old form, the comment behind the address; nil where there is none.
    var name: String?
    /// The address in lower case, such as `desk@elm.example`; nil where there is none.
    var address: String?

    /// Reads the header without its line breaks.
    init(_ header: [UInt8]) {
        var isQuoted = false
        var comment: [UInt8] = []
        var depth = 0
        var phrase: [UInt8] = []
        var index = 0
        scan: while index < header.count {
            let byte = header[index]
            index += 1
            switch byte {
            case UInt8(ascii: "\\") where isQuoted && index < header.count:
                phrase.append(header[index])
                index += 1
            case UInt8(ascii: "\"") where depth == 0: isQuoted.toggle()
            case _ where isQuoted: phrase.append(byte)
            case UInt8(ascii: "("):
                depth += 1
                if depth > 1 { comment.append(byte) }
            case UInt8(ascii: ")") where depth > 0:
                depth -= 1
                if depth > 0 { comment.append(byte) }
            case _ where depth > 0: comment.append(byte)
            case UInt8(ascii: "<"):
                let spec = header[index...].prefix { $0 != UInt8(ascii: ">") }
                address = Self.address(Array(spec))
                break scan
            case UInt8(ascii: ","), UInt8(ascii: ";"):
                // "Last, First <...>" is not quoted by all programs: go on while no address was met.
                if phrase.contains(UInt8(ascii: "@")) { break scan }
                phrase.append(byte)
            default: phrase.append(byte)
            }
        }
        if address == nil, let found = Self.address(phrase) {
            address = found
            phrase = []
        }
        let shown = [phrase, comment].lazy.map { EncodedWords.decoded($0) }.map { TextNormalizer.normalized($0) }
            .map { $0.trimmingQuotes() }.first { !$0.isEmpty }
        name = shown.flatMap { $0.contains("@") && !$0.contains(" ") ? nil : $0 }
    }

    /// What stands before the `@`.
    var localPart: String { address.map { String($0.prefix { $0 != "@" }) } ?? "" }

    private static func address(_ bytes: [UInt8]) -> String? {
        let text = String(decoding: bytes, as: UTF8.self).trimmingWhitespace().lowercased()
        guard text.utf8.count <= 320, let at = text.lastIndex(of: "@"), at > text.startIndex,
            !text.contains(where: \.isWhitespace)
        else { return nil }
        return text
    }
}

extension String {
    /// The text without quotation marks and white space at its ends.
    fileprivate func trimmingQuotes() -> String {
        let marks: Set<Character> = ["\"", "'", " "]
        let start = drop { marks.contains($0) }
        return String(start.reversed().drop { marks.contains($0) }.reversed())
    }
}
