import NewsModel

/// The names of a container's members as parts of member paths: shown as text, without control characters, each one once.
///
/// A name is only ever shown and compared, never opened, so that `..` and a leading `/` do no harm.
struct ContainerNames {
    /// Bytes of a name that are kept; longer names are no names (PATH_MAX).
    private static let longest = 4096

    /// How often a name was met, by its hash: a container may have millions of members, and their names are not to be held.
    private var met: [UInt64: Int] = [:]

    /// The path component for a member; a repeated name gets `#2`, `#3` and so on.
    mutating func unique(_ name: FileName) -> String {
        var bytes = name.bytes[...]
        while bytes.starts(with: [0x2E, 0x2F]) { bytes = bytes.dropFirst(2) }
        let shown = FileName(bytes: Array(bytes.prefix(Self.longest))).display
        let count = met[Self.hash(shown), default: 0] + 1
        met[Self.hash(shown)] = count
        guard count > 1 else { return shown }
        // A member may have that very name, so the number counts as a name too.
        return unique(FileName(shown + "#\(count)"))
    }

    /// FNV-1a: the same on every machine, since articles are known by their member path.
    private static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
