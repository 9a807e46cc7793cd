import Bytes
import NewsModel

/// The members of a zip archive without its directory, one after the other, as far as they go.
struct ZipSequence {
    private static let headerBytes = 30
    private let input: ByteInput
    private let context: ReadingContext

    init(_ input: ByteInput, _ context: ReadingContext) {
        self.input = input
        self.context = context
    }

    func read() throws {
        var names = ContainerNames()
        while let entry = try nextEntry() {
            guard !entry.isFolder else {
                try input.skip(entry.packedSize)
                continue
            }
            let name = names.unique(entry.name)
            guard !entry.isEncrypted else {
                try context.memberFailed(.encryptedMember, member: name)
                if entry.hasDescriptor { break }
                try input.skip(entry.packedSize)
                continue
            }
            let end = input.offset + entry.packedSize
            guard try read(entry, as: name) else { break }
            if entry.hasDescriptor {
                try passDescriptor()
            } else {
                try input.skip(max(0, end - input.offset))
            }
        }
        try context.memberFailed(
            ReadingFailure(
                .truncated, "The zip archive has no directory at its end: it was cut off, and members may be missing."),
            member: "#end")
    }

    private func nextEntry() throws -> ZipEntry? {
        // A mark that the archive is spanned over several files may stand first.
        if try input.fill(4) >= 4, input.buffered.starts(with: [0x50, 0x4B, 7, 8]) { input.consume(4) }
        guard try input.fill(Self.headerBytes) >= Self.headerBytes, input.buffered.starts(with: [0x50, 0x4B, 3, 4])
        else { return nil }
        let head = UnsafeRawBufferPointer(input.buffered)
        let (nameLength, extraLength) = (
            Int(head.little(UInt16.self, at: 26)), Int(head.little(UInt16.self, at: 28))
        )
        let total = Self.headerBytes + nameLength + extraLength
        guard try input.fill(total) >= total else { return nil }
        let bytes = UnsafeRawBufferPointer(input.buffered)
        let nameEnd = Self.headerBytes + nameLength
        var entry = ZipEntry(
            name: FileName(bytes: Array(bytes[Self.headerBytes..<nameEnd])), flags: bytes.little(UInt16.self, at: 6),
            method: bytes.little(UInt16.self, at: 8), checksum: bytes.little(UInt32.self, at: 14),
            packedSize: Int(bytes.little(UInt32.self, at: 18)), size: Int(bytes.little(UInt32.self, at: 22)), offset: 0,
            unixMode: 0)
        entry.take(extra: UnsafeRawBufferPointer(rebasing: bytes[nameEnd..<total]))
        input.consume(total)
        return entry
    }

    /// Reads one member; false where its end cannot be found.
    private func read(_ entry: ZipEntry, as name: String) throws -> Bool {
        if entry.hasDescriptor, entry.method == 0 {
            try context.memberFailed(
                ReadingFailure(.truncated, "Its size stands in the directory of the zip archive, which is missing."),
                member: name)
            return false
        }
        let shortage = ReadingFailure(.truncated, "The zip archive ends in the middle of this file: it was cut off.")
        // Where the size follows the data, the packed data tell their own end.
        let packed =
            entry.hasDescriptor
            ? input : ByteInput(BoundedStream(input, count: entry.packedSize, shortage: shortage))
        do {
            var stream = try ZipDirectory.unpacked(packed, method: entry.method, budget: context.budget)
            if !entry.hasDescriptor {
                stream = ChecksummedStream(stream, checksum: entry.checksum, size: entry.size)
            }
            let content = ByteInput(stream)
            if Illustrations.passesOver(entry.name) {
                try context.passOver()
            } else {
                try context.member(name, content, hint: ReadingHint(name: entry.name))
            }
            if entry.hasDescriptor { while try content.skip(1 << 30) > 0 {} }
        } catch let failure as ReadingFailure where !context.budget.isUsedUp {
            try context.memberFailed(failure, member: name)
            return !entry.hasDescriptor
        }
        return true
    }

    /// The checksum and sizes behind a member's data.
    private func passDescriptor() throws {
        guard try input.fill(12) >= 12 else { return }
        if input.buffered.starts(with: [0x50, 0x4B, 7, 8]) { input.consume(4) }
        // Sizes of 4 bytes each, or of 8 in large archives: whichever is followed by a record.
        for length in [12, 20] where try input.fill(length + 2) >= length + 2 {
            if input.buffered[length] == 0x50, input.buffered[length + 1] == 0x4B {
                return input.consume(length)
            }
        }
        input.consume(min(12, input.buffered.count))
    }
}
