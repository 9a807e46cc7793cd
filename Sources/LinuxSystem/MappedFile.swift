import Glibc

/// A whole file mapped read-only into memory; a sealed memory file, or one that is only ever replaced, cannot change or shrink beneath it.
///
/// `@unchecked Sendable`: address and size are set once, and the memory is only read.
public final class MappedFile: @unchecked Sendable {
    private let bytes: UnsafeRawBufferPointer

    /// Maps `size` bytes of a descriptor; nothing is mapped for size 0.
    ///
    /// - Throws: `SystemError`.
    public init(_ descriptor: Descriptor, size: Int) throws(SystemError) {
        guard size > 0 else {
            bytes = UnsafeRawBufferPointer(start: nil, count: 0)
            return
        }
        let address = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor.number, 0)
        guard let address, address != MAP_FAILED else {
            throw SystemError(operation: "map", path: "descriptor \(descriptor.number)", code: errno)
        }
        bytes = UnsafeRawBufferPointer(start: address, count: size)
    }

    /// Calls `body` with the bytes, which are valid only during the call.
    public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try withExtendedLifetime(self) { try body(bytes) }
    }

    /// The bytes, which are valid for as long as this object lives: whoever keeps them keeps it too.
    public var bytesWhileItLives: UnsafeRawBufferPointer { bytes }

    deinit {
        if let address = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: address), bytes.count) }
    }
}
