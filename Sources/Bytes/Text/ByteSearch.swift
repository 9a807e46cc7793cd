import Glibc

/// Looking for marks in bytes, from one candidate to the next by the C library, which passes over many bytes at once.
package enum ByteSearch {
    /// Where a mark stands first from a position on; nil where it does not.
    package static func find(_ mark: StaticString, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard let base = bytes.baseAddress else { return nil }
        let length = mark.utf8CodeUnitCount
        var index = start
        while index + length <= bytes.count,
            let found = memchr(base + index, Int32(mark.utf8Start[0]), bytes.count - index - length + 1)
        {
            index = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
            if memcmp(base + index, mark.utf8Start, length) == 0 { return index }
            index += 1
        }
        return nil
    }
}
