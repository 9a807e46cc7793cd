import NewsModel

/// The names of a container's members as parts of member paths: shown as text, without control characters, each one once.
///
/// A name is only ever shown and compared, never opened, so that `..` and a leading `/` do no harm.
struct ContainerNames {
    /// Bytes of a name that are kept; longer names are no names (PATH_MAX).
    private static let longest = 4096
    /// Bytes that are kept free for the number of a repeated name: a sign and an integer of 64 bits.
    private static let numberBytes = 20

    /// How often a name was met, by its hash: a container may have millions of members, and their names are not to be held.
    private var met: [UInt64: Int] = [:]

    /// The path component for a member; a repeated name gets `#2`, `#3` and so on.
    mutating func unique(_ name: FileName) -> String {
        var bytes = name.bytes[...]
        while bytes.starts(with: [0x2E, 0x2F]) { bytes = bytes.dropFirst(2) }
        var shown = FileName(bytes: Array(bytes.prefix(Self.longest))).display
        var count = meet(shown)
        // A member may have the name with the number, so that counts as a name too. The number must outlast the cut of a long name.
        while count > 1 {
            let kept = Array(shown.utf8.prefix(Self.longest - Self.numberBytes))
            shown = FileName(bytes: kept + Array("#\(count)".utf8)).display
            count = meet(shown)
        }
        return shown
    }

    /// Notes a name, and says how often it was met so far.
    private mutating func meet(_ name: String) -> Int {
        met[Self.hash(name), default: 0] += 1
        return met[Self.hash(name), default: 1]
    }

    /// FNV-1a: the same on every machine, since articles are known by their member path.
    private static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
