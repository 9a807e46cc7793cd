/// The parameters of an address or of a form (application/x-www-form-urlencoded, WHATWG URL, section 5).
struct FormParameters: Sendable, Equatable {
    /// A name and its value.
    struct Item: Sendable, Equatable {
        var name: String
        var value: String
    }

    /// Parameters that are read; nobody needs more, and each costs a string.
    static let most = 200

    private(set) var items: [Item] = []

    /// The parameters of the part behind the question mark, or of a form's body.
    init(_ text: some StringProtocol) {
        for part in text.utf8.split(separator: UInt8(ascii: "&")).prefix(Self.most) {
            let halves = part.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            items.append(
                Item(name: Self.decoded(halves[0]), value: halves.count > 1 ? Self.decoded(halves[1]) : ""))
        }
    }

    init(_ items: [Item] = []) { self.items = items }

    /// The first value of a name; nil for a missing or empty one.
    subscript(_ name: String) -> String? {
        items.first { $0.name == name && !$0.value.isEmpty }?.value
    }

    /// All values of a name that are not empty.
    func all(_ name: String) -> [String] { items.filter { $0.name == name && !$0.value.isEmpty }.map(\.value) }

    /// The same with one value for a name, or without the name; empty values are left out.
    func with(_ name: String, _ value: String?) -> FormParameters {
        var kept = items.filter { $0.name != name && !$0.value.isEmpty }
        if let value { kept.append(Item(name: name, value: value)) }
        return FormParameters(kept)
    }

    /// The parameters as they stand behind a question mark.
    var encoded: String {
        items.map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }.joined(separator: "&")
    }

    /// A text with everything percent-encoded that has a meaning in an address (RFC 3986, unreserved characters stay).
    static func encoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                bytes.append(byte)
            default: bytes += [UInt8(ascii: "%"), hexadecimal(byte >> 4), hexadecimal(byte & 15)]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A text with its percent-encoding taken away; what is no encoding stays, and bytes that are not UTF-8 are replaced.
    ///
    /// - Parameter plusIsSpace: as in forms; false for paths.
    static func decoded(_ bytes: some Collection<UInt8>, plusIsSpace: Bool = true) -> String {
        let bytes = Array(bytes)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = digit(bytes[index + 1]),
                let low = digit(bytes[index + 2])
            {
                result.append(high << 4 | low)
                index += 3
            } else {
                result.append(plusIsSpace && bytes[index] == UInt8(ascii: "+") ? UInt8(ascii: " ") : bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    private static func hexadecimal(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }
}
