import NewsModel

/// One method of compression, undone step by step.
///
/// A compressed file is one member or several in a row; a decompressor undoes one member, then is made ready for the next.
package protocol Decompressor: AnyObject {
    /// What the method is called in messages, such as `gzip`.
    var name: String { get }

    /// Whether a file of it may be several members in a row.
    var hasMembers: Bool { get }

    /// Undoes as much as there is room for.
    ///
    /// - Parameters:
    ///   - packed: what comes next of the member; empty at the end of the input.
    ///   - room: where the result goes; never empty.
    /// - Throws: `.malformed` for bytes that the method cannot have made, `.limitExceeded` for a member that needs more memory
    ///   than is given to it.
    func decompress(
        _ packed: UnsafeBufferPointer<UInt8>, into room: UnsafeMutableRawBufferPointer
    ) throws(ReadingFailure) -> DecompressionStep

    /// Makes ready for another member.
    func reset() throws(ReadingFailure)

    /// Whether a member begins with these bytes; at least 6 bytes are given unless the input ends before.
    func beginsMember(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool
}

/// What one step of a decompressor did.
package struct DecompressionStep {
    /// Packed bytes that were used.
    var consumed: Int
    /// Bytes that came out.
    var produced: Int
    /// True when the member is complete.
    package var isEnd: Bool
}
