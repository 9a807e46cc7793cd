import Bytes
import NewsModel

/// The directory at the end of a zip archive, and the members it tells of.
final class ZipDirectory {
    /// Bytes of the end record, of its comment at most, and of the other records.
    private static let endBytes = 22
    private static let longestComment = 65_535
    private static let largeLocatorBytes = 20
    private static let largeEndBytes = 56
    private static let entryBytes = 46
    private static let localBytes = 30
    /// Members that `entry(named:)` looks through: packages have some dozens, a book some thousands.
    private static let namedEntries = 20_000

    /// The number of members that the archive claims.
    let count: Int
    private let source: any ByteSource
    private let budget: ReadingBudget
    private let begin: Int
    private let size: Int
    /// Bytes before the archive proper, such as a program that unpacks it.
    private let shift: Int
    private var named: [String: ZipEntry]?

    /// Finds the directory; nil where there is none, as in a file that was cut off.
    ///
    /// - Throws: what the source throws.
    init?(_ source: any ByteSource, budget: ReadingBudget) throws {
        self.source = source
        self.budget = budget
        let tail = try source.bytes(
            at: max(0, source.size - Self.endBytes - Self.longestComment - Self.largeLocatorBytes),
            count: Self.endBytes + Self.longestComment + Self.largeLocatorBytes)
        let tailStart = source.size - tail.count
        let found = tail.withUnsafeBytes { tail -> (end: Int, count: Int, size: Int, offset: Int)? in
            guard tail.count >= Self.endBytes else { return nil }
            for place in stride(from: tail.count - Self.endBytes, through: 0, by: -1)
            where tail.little(UInt32.self, at: place) == 0x0605_4B50 {
                return (
                    place, Int(tail.little(UInt16.self, at: place + 10)),
                    Int(tail.little(UInt32.self, at: place + 12)), Int(tail.little(UInt32.self, at: place + 16))
                )
            }
            return nil
        }
        guard let found else { return nil }
        var (count, size, offset) = (found.count, found.size, found.offset)
        var end = tailStart + found.end
        if found.end >= Self.largeLocatorBytes,
            let large = try Self.largeEnd(
                source, locator: Array(tail[(found.end - Self.largeLocatorBytes)..<found.end]))
        {
            (count, size, offset, end) = large
        }
        guard size <= end, offset <= end - size else { return nil }
        self.count = count
        self.size = size
        begin = end - size
        shift = begin - offset
    }

    /// The end record of archives beyond the bounds of 32 bits; nil where there is none.
    private static func largeEnd(
        _ source: any ByteSource, locator: [UInt8]
    ) throws -> (count: Int, size: Int, offset: Int, end: Int)? {
        let place = locator.withUnsafeBytes { locator -> Int? in
            guard locator.little(UInt32.self, at: 0) == 0x0706_4B50 else { return nil }
            return Int(clamping: locator.little(UInt64.self, at: 8))
        }
        guard let place, place <= source.size - largeEndBytes else { return nil }
        return try source.bytes(at: place, count: largeEndBytes).withUnsafeBytes { record in
            guard record.count == largeEndBytes, record.little(UInt32.self, at: 0) == 0x0606_4B50 else { return nil }
            return (
                Int(clamping: record.little(UInt64.self, at: 32)), Int(clamping: record.little(UInt64.self, at: 40)),
                Int(clamping: record.little(UInt64.self, at: 48)), place
            )
        }
    }

    /// Calls `body` with each member in the order of the directory, without holding them all.
    ///
    /// - Throws: `.malformed` where the directory is damaged; what `body` throws.
    func forEachEntry(_ body: (ZipEntry) throws -> Void) throws {
        let input = ByteInput(SourceSlice(source, from: begin, count: size))
        while try input.fill(Self.entryBytes) >= Self.entryBytes {
            let head = UnsafeRawBufferPointer(input.buffered)
            guard head.little(UInt32.self, at: 0) == 0x0201_4B50 else {
                throw ReadingFailure(.malformed, "The directory of the zip archive is damaged.")
            }
            let lengths = (0..<3).map { Int(head.little(UInt16.self, at: 28 + 2 * $0)) }
            let total = Self.entryBytes + lengths.reduce(0, +)
            guard try input.fill(total) >= total else {
                throw ReadingFailure(.truncated, "The directory of the zip archive is cut off.")
            }
            let bytes = UnsafeRawBufferPointer(input.buffered)
            let isUnix = bytes[5] == 3 || bytes[5] == 19
            var entry = ZipEntry(
                name: FileName(bytes: Array(bytes[Self.entryBytes..<Self.entryBytes + lengths[0]])),
                flags: bytes.little(UInt16.self, at: 8), method: bytes.little(UInt16.self, at: 10),
                checksum: bytes.little(UInt32.self, at: 16), packedSize: Int(bytes.little(UInt32.self, at: 20)),
                size: Int(bytes.little(UInt32.self, at: 24)), offset: Int(bytes.little(UInt32.self, at: 42)),
                unixMode: isUnix ? bytes.little(UInt16.self, at: 40) : 0)
            let extra = Self.entryBytes + lengths[0]
            entry.take(extra: UnsafeRawBufferPointer(rebasing: bytes[extra..<extra + lengths[1]]))
            input.consume(total)
            try body(entry)
        }
    }

    /// The member with that path, or nil; only the first members of very many are looked at.
    ///
    /// - Throws: as `forEachEntry`.
    func entry(named name: String) throws -> ZipEntry? {
        if named == nil { named = try firstEntries() }
        return named?[name]
    }

    /// The paths of the first members.
    ///
    /// - Throws: as `forEachEntry`.
    func firstNames() throws -> [String] {
        if named == nil { named = try firstEntries() }
        return named.map { Array($0.keys) } ?? []
    }

    private func firstEntries() throws -> [String: ZipEntry] {
        struct Enough: Error {}
        var entries: [String: ZipEntry] = [:]
        do {
            try forEachEntry { entry in
                entries[entry.name.text] = entries[entry.name.text] ?? entry
                if entries.count >= Self.namedEntries { throw Enough() }
            }
        } catch is Enough {
        } catch is ReadingFailure {
            // Told when the members are read.
        }
        return entries
    }

    /// The unpacked bytes of a member, checked against their checksum as they end.
    ///
    /// - Throws: `.encrypted`, `.unknownFormat` for a method that is not read, `.malformed`.
    func open(_ entry: ZipEntry) throws -> ByteInput {
        guard !entry.isEncrypted else { throw ReadingFailure.encryptedMember }
        let local = try source.bytes(at: entry.offset + shift, count: Self.localBytes)
        let dataOffset = local.withUnsafeBytes { local -> Int? in
            guard local.count == Self.localBytes, local.little(UInt32.self, at: 0) == 0x0403_4B50 else { return nil }
            return Self.localBytes + Int(local.little(UInt16.self, at: 26)) + Int(local.little(UInt16.self, at: 28))
        }
        guard let dataOffset else {
            throw ReadingFailure(.malformed, "The zip archive has no such member where its directory says.")
        }
        let packed = ByteInput(
            SourceSlice(source, from: entry.offset + shift + dataOffset, count: entry.packedSize))
        let stream = try Self.unpacked(packed, method: entry.method, budget: budget)
        return ByteInput(ChecksummedStream(stream, checksum: entry.checksum, size: entry.size))
    }

    /// What packed bytes unpack to by a method of compression.
    ///
    /// - Throws: `.unknownFormat` for a method that is not read.
    static func unpacked(
        _ packed: ByteInput, method: UInt16, budget: ReadingBudget
    ) throws(ReadingFailure) -> any ByteStream {
        switch method {
        case 0: BoundedStream(packed, count: .max, shortage: nil)
        case 8: DecompressedStream(packed, try ZlibDecompressor(.none), budget: budget)
        case 12: DecompressedStream(packed, try Bzip2Decompressor(), budget: budget)
        case 93: DecompressedStream(packed, try ZstdDecompressor(), budget: budget)
        case 95: DecompressedStream(packed, try XZDecompressor(), budget: budget)
        default: throw ReadingFailure(.unknownFormat, "It is packed with method \(method), which is not read.")
        }
    }
}

extension ReadingFailure {
    /// A member that only its owner can read.
    static let encryptedMember = ReadingFailure(.encrypted, "It is encrypted. Decrypt it and drop it again.")
}

extension ByteSource {
    /// Up to `count` bytes at an offset, fewer at the end.
    func bytes(at offset: Int, count: Int) throws -> [UInt8] {
        guard offset >= 0, offset < size else { return [] }
        var bytes = [UInt8](repeating: 0, count: min(count, size - offset))
        var filled = 0
        while filled < bytes.count {
            let read = try bytes.withUnsafeMutableBytes {
                try self.read(at: offset + filled, into: UnsafeMutableRawBufferPointer(rebasing: $0[filled...]))
            }
            guard read > 0 else { break }
            filled += read
        }
        return Array(bytes[..<filled])
    }
}
