import Foundation

/// Makes tar archives.
struct TarFile {
    private(set) var bytes: [UInt8] = []

    /// Adds a member of any type; `0` is a file, `5` a folder, `2` a link, `x` attributes, `L` a long name.
    mutating func add(_ name: String, _ content: [UInt8], type: Character = "0") {
        var block = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, at place: Int) {
            block.replaceSubrange(place..<place + text.utf8.count, with: text.utf8)
        }
        put(String(name.prefix(100)), at: 0)
        put("0000644\0", at: 100)
        put(String(format: "%011o\0", content.count), at: 124)
        put("00000000000\0", at: 136)
        block[156] = type.asciiValue ?? 0
        put("ustar\u{0}00", at: 257)
        block.replaceSubrange(148..<156, with: [UInt8](repeating: 0x20, count: 8))
        let sum = block.reduce(0) { $0 + Int($1) }
        put(String(format: "%06o\0 ", sum), at: 148)
        bytes += block + content
        if content.count % 512 > 0 { bytes += [UInt8](repeating: 0, count: 512 - content.count % 512) }
    }

    /// The archive with its two blocks of zeros.
    var closed: [UInt8] { bytes + [UInt8](repeating: 0, count: 1024) }
}
