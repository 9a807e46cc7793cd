import Glibc
import Hashing
import LinuxSystem
import NewsModel

/// Removes names of files whose outcome is durable, each only if it still stands for the same file.
public enum NameRemover {
    /// What became of a name.
    public enum Result: Sendable, Equatable {
        /// It is removed, or was gone already.
        case removed
        /// Another file has the name, or the file changed: it is a new delivery.
        case changed
        /// A program still has the file open for writing; its name stays until that is over.
        case openForWriting
        /// It may not be removed.
        case refused(SystemError)
    }

    /// Removes one name below an inbox.
    ///
    /// A file whose attributes alone changed since (its rights were set, another of its hard links went) is read once more: with
    /// the bytes of its delivery it is still the same file.
    /// - Parameter digest: the bytes of the delivery; nil where it is not known, and any change makes another file.
    public static func remove(
        _ path: FileName, in root: Descriptor, identity: FileIdentity, digest: SHA256Digest?
    ) -> Result {
        do throws(SystemError) {
            var directory = root
            var name = path.bytes
            if let slash = name.lastIndex(of: UInt8(ascii: "/")) {
                directory = try root.open(beneath: Array(name[..<slash]), flags: O_RDONLY | O_DIRECTORY)
                name = Array(name[(slash + 1)...])
            }
            let found = try directory.status(of: name).identity
            if !found.isSameFile(as: identity) {
                guard let digest, found.isSameContent(as: identity),
                    try holds(digest, name, in: directory, identity: found)
                else { return .changed }
            }
            if let file = try? directory.open(beneath: name, flags: O_RDONLY | O_NONBLOCK | O_NOCTTY) {
                if FileCapture.hasWriter(file) { return .openForWriting }
                guard try file.status().identity == found else { return .changed }
            }
            try directory.removeName(name)
            // The mark of the web goes with its file; a name that is anything else stays.
            let zone = name + CaptureFacts.zoneEnding
            if (try? directory.status(of: zone))?.kind == .file { try? directory.removeName(zone) }
            return .removed
        } catch {
            return error.code == ENOENT || error.code == ENOTDIR ? .removed : .refused(error)
        }
    }

    /// Whether a name stands for this file, unchanged before and after it was read, and its bytes are those of the digest.
    private static func holds(
        _ digest: SHA256Digest, _ name: [UInt8], in directory: Descriptor, identity: FileIdentity
    ) throws(SystemError) -> Bool {
        let file = try directory.open(beneath: name, flags: O_RDONLY | O_NONBLOCK | O_NOCTTY)
        guard try file.status().identity == identity else { return false }
        var hasher = SHA256Hasher()
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 64)
        defer { buffer.deallocate() }
        var offset: Int64 = 0
        while offset <= identity.size {
            let count = try file.read(into: buffer, at: offset)
            if count == 0 { break }
            hasher.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            offset += Int64(count)
        }
        let isSame = hasher.finish() == digest
        guard isSame else { return false }
        return try file.status().identity == identity
    }
}

extension FileIdentity {
    /// The same file with the same size and time of change of its content; its attributes may have changed.
    fileprivate func isSameContent(as other: FileIdentity) -> Bool {
        inode == other.inode && size == other.size && modifiedNanoseconds == other.modifiedNanoseconds
    }
}
