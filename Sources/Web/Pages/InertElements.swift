/// Takes the names of those elements of a page that make a browser connect to another server before it asks whether it may:
/// Chromium opens a connection for a frame that `frame-src 'none'` forbids, and links for preloading ask no policy.
///
/// Each name is replaced by one of the same length, so that the places of all other bytes, and ranges of them, stay.
enum InertElements {
    /// Bytes before and behind a stretch that must be seen with it: the longest name, in UTF-16.
    static let overlap = 2 * (longestName + 2)

    private static let longestName = 11
    /// What opens a document of its own loses its first letter to an x, which begins no element; a link becomes a `meta` without effect,
    /// since both stand in the head and have no end.
    private static let names: [(name: [UInt8], instead: [UInt8])] = [
        ("iframe", "xframe"), ("frame", "xrame"), ("object", "xbject"), ("embed", "xmbed"), ("portal", "xortal"),
        ("fencedframe", "xencedframe"), ("link", "meta"),
    ].map { (Array($0.utf8), Array($1.utf8)) }

    /// Replaces the names in a stretch of a page, in ASCII's letters or UTF-16 of either order.
    static func disarm(_ bytes: UnsafeMutableRawBufferPointer) {
        for place in bytes.indices where bytes[place] == UInt8(ascii: "<") {
            let next = place + 1
            let stride = next < bytes.endIndex && bytes[next] == 0 ? 2 : 1
            for (name, instead) in names where isNamed(name, bytes, place, stride) {
                for (number, byte) in instead.enumerated() { bytes[place + stride * (number + 1)] = byte }
            }
        }
    }

    /// Whether the tag at a place has a name, and no longer one.
    private static func isNamed(
        _ name: [UInt8], _ bytes: UnsafeMutableRawBufferPointer, _ place: Int, _ stride: Int
    ) -> Bool {
        let end = place + stride * (name.count + 1)
        guard end - stride < bytes.endIndex else { return false }
        for (number, letter) in name.enumerated() where bytes[place + stride * (number + 1)] | 0x20 != letter {
            return false
        }
        return end >= bytes.endIndex || !(0x61...0x7A).contains(bytes[end] | 0x20)
    }
}
