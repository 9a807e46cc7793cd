/// What a page would load if it were opened as it is, and does not here.
struct UnloadedParts: CustomStringConvertible {
    private static let kinds: [(tag: String, one: String, many: String)] = [
        ("<img", "image", "images"), ("<script", "script", "scripts"),
        ("<link", "style sheet or link", "style sheets or links"),
        ("<iframe", "frame", "frames"), ("<video", "film", "films"), ("<audio", "sound", "sounds"),
    ]

    private var counts: [Int]

    /// Counts in a page's source, as far as it is given.
    init(_ bytes: [UInt8]) {
        counts = Self.kinds.map { _ in 0 }
        let tags = Self.kinds.map { Array($0.tag.utf8) }
        for start in bytes.indices where bytes[start] == UInt8(ascii: "<") {
            for (index, tag) in tags.enumerated() where start + tag.count < bytes.count {
                if zip(tag, bytes[start...]).allSatisfy({ $0 == $1 || $0 == $1 | 0x20 }) { counts[index] += 1 }
            }
        }
    }

    /// Such as `3 images and 1 script were not loaded`.
    var description: String {
        let parts = zip(Self.kinds, counts).filter { $1 > 0 }.map { "\($1) \($1 == 1 ? $0.one : $0.many)" }
        guard let last = parts.last else { return "there was nothing to load" }
        let list = parts.count == 1 ? last : parts.dropLast().joined(separator: ", ") + " and " + last
        return list + (counts.reduce(0, +) == 1 ? " was not loaded" : " were not loaded")
    }
}
