/// Bytes of known number that can be read at any place: a file, or bytes in memory.
package protocol ByteSource: AnyObject {
    /// The number of bytes.
    var size: Int { get }
    /// Reads up to `buffer.count` bytes at an offset.
    ///
    /// - Returns: how many were read; 0 only at the end.
    /// - Throws: why they cannot be read.
    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}
