/// Bytes that come one after the other, such as those that come out of a decompressor.
package protocol ByteStream: AnyObject {
    /// Reads up to `buffer.count` bytes, which is never 0.
    ///
    /// - Returns: how many were read; 0 only at the end.
    /// - Throws: `ReadingFailure` where the bytes are damaged; whatever its source throws.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}
