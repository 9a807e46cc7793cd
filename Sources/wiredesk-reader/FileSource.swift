import Bytes
import Glibc
import LinuxSystem

/// An open file, read place by place: a file of any size takes no more memory than what is read of it at once.
///
/// Not mapped into memory: what was read would stay resident as long as there is room, and a mapping counts against the limit of
/// address space.
final class FileSource: ByteSource {
    let size: Int
    private let file: Descriptor
    private let onProgress: (Int) throws -> Void
    private var furthest = 0
    private var told = 0

    /// Bytes between two calls of `onProgress`.
    private static let step = 16 << 20

    /// - Parameter onProgress: told how far the file was read, every now and then.
    init(_ file: Descriptor, size: Int, onProgress: @escaping (Int) throws -> Void) {
        self.file = file
        self.size = size
        self.onProgress = onProgress
    }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        guard offset < size else { return 0 }
        let room = UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(size - offset))
        let count = try file.read(into: room, at: Int64(offset))
        furthest = max(furthest, offset + count)
        if furthest - told >= Self.step {
            told = furthest
            try onProgress(furthest)
        }
        return count
    }
}
