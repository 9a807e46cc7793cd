import Glibc

/// Looking for marks in bytes, from one candidate to the next by the C library, which passes over many bytes at once.
package enum ByteSearch {
    /// Where a mark stands first from a position on; nil where it does not.
    package static func find(_ mark: StaticString, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        find(UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount), in: bytes, from: start)
    }

    /// Where a text stands first among bytes from a position on; nil where it does not, the position for an empty one.
    package static func find(
        _ wanted: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0
    ) -> Int? {
        guard let first = wanted.first, let text = wanted.baseAddress else { return start }
        guard let base = bytes.baseAddress else { return nil }
        let length = wanted.count
        var index = start
        while index + length <= bytes.count,
            let found = memchr(base + index, Int32(first), bytes.count - index - length + 1)
        {
            index = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
            if memcmp(base + index, text, length) == 0 { return index }
            index += 1
        }
        return nil
    }
}
