import ArticleQuery
import Glibc
import LinuxSystem

/// A sorted run of pairs of key and text in a file: one part of the index by which related texts are found.
///
/// The file holds a head of 32 bytes (magic, the last version of the archive that it covers, count, checksum of the head)
/// and then the pairs as little-endian numbers of eight bytes, `key << 32 | text`, in order. It is mapped, so that memory
/// holds only what is asked for, and the system takes that back when it needs to.
///
/// `@unchecked Sendable`: nothing changes after `init`.
public final class SortedRun: @unchecked Sendable {
    static let magic: UInt64 = 0x314E_5552_4B44_5757  // "WWDKRUN1"
    static let headBytes = 32

    /// The last version of the archive whose text is in it.
    public let lastVersion: Int64
    /// How many pairs it holds.
    public let count: Int
    let path: String
    /// How often runs were merged into it, from the number in its name.
    var merges: Int {
        path.split(separator: "-").last.flatMap { $0.split(separator: ".").first }.flatMap { Int($0) } ?? 0
    }
    private let file: MappedFile

    /// Opens a run; nil for a file that is none or was cut short.
    init?(path: String) throws(ArchiveError) {
        let descriptor = try ArchiveFiles.openForReading(path, operation: "open the analysis index")
        let size = Int(try ArchiveFiles.size(of: descriptor, path: path))
        do throws(SystemError) {
            file = try MappedFile(descriptor, size: size)
        } catch {
            throw ArchiveFiles.failure("map the analysis index", path, error.code)
        }
        self.path = path
        guard size >= Self.headBytes else { return nil }
        let head = file.withBytes { bytes in
            (0..<4).map { bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self) }
        }
        guard head[0] == Self.magic, head[3] == Self.checksum(head[1], head[2]),
            size == Self.headBytes + Int(clamping: head[2]) * 8
        else { return nil }
        lastVersion = Int64(bitPattern: head[1])
        count = Int(clamping: head[2])
    }

    static func checksum(_ version: UInt64, _ count: UInt64) -> UInt64 {
        (version &* 0x9E37_79B9_7F4A_7C15) ^ (count &* 0xC2B2_AE3D_27D4_EB4F) ^ magic
    }

    /// Adds the texts under a key, so many at most, the latest first.
    func texts(under key: UInt32, most limit: Int, into texts: inout [UInt32]) {
        file.withBytes { bytes in
            // Backwards from the first pair of a greater key, since the latest text has the greatest number.
            var place = firstPlace(of: UInt64(key) << 32 | UInt64(UInt32.max), bytes)
            if place < count, UInt32(truncatingIfNeeded: Self.pair(bytes, place) >> 32) == key { place += 1 }
            var found = 0
            while place > 0, found < limit {
                let pair = Self.pair(bytes, place - 1)
                guard UInt32(truncatingIfNeeded: pair >> 32) == key else { break }
                texts.append(UInt32(truncatingIfNeeded: pair))
                place -= 1
                found += 1
            }
        }
    }

    /// Calls `body` with each pair in order.
    func forEach(_ body: (UInt64) -> Void) {
        file.withBytes { bytes in for place in 0..<count { body(Self.pair(bytes, place)) } }
    }

    /// The pair at a place.
    func pair(_ place: Int) -> UInt64 { file.withBytes { Self.pair($0, place) } }

    /// The first place whose pair is not below a value. Keys are hashes and spread evenly, so that the place is guessed from
    /// the value (interpolation search, W. W. Peterson 1957), twice, each time with a gallop from the guess to both sides of the place:
    /// what is halved in the end lies in a few lines of the cache.
    private func firstPlace(of value: UInt64, _ bytes: UnsafeRawBufferPointer) -> Int {
        guard count > 0, value > Self.pair(bytes, 0) else { return 0 }
        guard value <= Self.pair(bytes, count - 1) else { return count }
        // The pair at `low` is below the value, the one at `high` is not.
        var low = 0
        var high = count - 1
        // The deviation of a guess among so many.
        for step in [max(16, Int(Double(count).squareRoot() / 2)), 16] where high - low > 2 * step {
            let (least, greatest) = (Self.pair(bytes, low), Self.pair(bytes, high))
            let share = Double(value - least) / Double(greatest - least)
            let guess = min(high - 1, max(low + 1, low + Int(share * Double(high - low))))
            var step = step
            if Self.pair(bytes, guess) < value {
                low = guess
                while low + step < high, Self.pair(bytes, low + step) < value {
                    low += step
                    step *= 2
                }
                high = min(high, low + step)
            } else {
                high = guess
                while high - step > low, Self.pair(bytes, high - step) >= value {
                    high -= step
                    step *= 2
                }
                low = max(low, high - step)
            }
        }
        while high - low > 1 {
            let middle = (low + high) / 2
            if Self.pair(bytes, middle) < value { low = middle } else { high = middle }
        }
        return high
    }

    private static func pair(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: headBytes + place * 8, as: UInt64.self))
    }
}
