import CLinux
import Glibc

/// The entries of one directory, pulled one at a time, in the order in which the file system holds them.
///
/// Not thread-safe: one owner pulls.
public final class DirectoryReader {
    /// One entry.
    public struct Entry: Sendable {
        /// The raw name.
        public var name: [UInt8]
        /// What it is; nil where the file system does not say in the directory (then `Descriptor.status(of:)` does).
        public var kind: FileStatus.Kind?

        /// An entry.
        public init(name: [UInt8], kind: FileStatus.Kind?) {
            self.name = name
            self.kind = kind
        }
    }

    /// The directory itself, for calls relative to it.
    public let descriptor: Descriptor
    private let stream: OpaquePointer

    /// Reads an open directory from its beginning.
    ///
    /// - Throws: `SystemError`.
    public init(_ descriptor: Descriptor) throws(SystemError) {
        let own = openat(descriptor.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard own >= 0 else { throw SystemError(operation: "open directory", path: ".", code: errno) }
        guard let stream = fdopendir(own) else {
            let code = errno
            close(own)
            throw SystemError(operation: "read directory", path: ".", code: code)
        }
        self.descriptor = descriptor
        self.stream = stream
    }

    deinit { closedir(stream) }

    /// The next entry without `.` and `..`, or nil at the end.
    ///
    /// - Throws: `SystemError`.
    public func next() throws(SystemError) -> Entry? {
        while true {
            var name: UnsafePointer<CChar>?
            var type: UInt8 = 0
            let found = wd_next_entry(stream, &name, &type)
            guard found >= 0 else { throw SystemError(operation: "read directory", path: ".", code: errno) }
            guard found == 1, let name else { return nil }
            let bytes = UnsafeBufferPointer(start: name, count: strlen(name)).map { UInt8(bitPattern: $0) }
            if bytes == [46] || bytes == [46, 46] { continue }
            return Entry(name: bytes, kind: Self.kind(type))
        }
    }

    private static func kind(_ type: UInt8) -> FileStatus.Kind? {
        switch Int(type) {
        case Int(DT_REG): .file
        case Int(DT_DIR): .directory
        case Int(DT_LNK): .link
        case Int(DT_UNKNOWN): nil
        default: .special
        }
    }
}
