import NewsModel

/// The name under which a file is taken aside before it is removed: `.wiredesk-` and sixteen hexadecimal digits.
///
/// The number is chosen at random and stands in the ledger before the name can stand in an inbox, so that a start finds what an
/// interrupted removal left.
public struct AsideName: Sendable, Hashable {
    /// The number behind the name.
    public let number: Int64

    private static let prefix = Array(".wiredesk-".utf8)
    private static let digits = 16

    /// The name of a number.
    public init(number: Int64) { self.number = number }

    /// A name that nobody can foresee.
    public static func random() -> AsideName { AsideName(number: .random(in: .min ... .max)) }

    /// Takes a single name (no path) apart; nil when it is no name of this kind.
    public init?(_ name: some Collection<UInt8>) {
        guard name.count == Self.prefix.count + Self.digits, name.starts(with: Self.prefix),
            let number = UInt64(String(decoding: name.dropFirst(Self.prefix.count), as: UTF8.self), radix: 16)
        else { return nil }
        self.number = Int64(bitPattern: number)
    }

    /// The name itself.
    public var bytes: [UInt8] {
        let hex = String(UInt64(bitPattern: number), radix: 16)
        return Self.prefix + Array(String(repeating: "0", count: Self.digits - hex.count).utf8) + Array(hex.utf8)
    }

    /// The name in the folder of another.
    public func path(beside path: FileName) -> FileName {
        guard let slash = path.bytes.lastIndex(of: UInt8(ascii: "/")) else { return FileName(bytes: bytes) }
        return FileName(bytes: path.bytes[...slash] + bytes)
    }
}
