import Bytes

/// One node of a page: an element, a text or a comment.
///
/// Nodes lie in the order of the page, so the descendants of node `n` are exactly `n + 1 ..< end`.
package struct HTMLNode {
    /// What it is.
    package var tag: HTMLTag
    /// How many elements it is inside of.
    package var depth: UInt16
    /// The element it is in; -1 for the first.
    package var parent: Int32
    /// One past the last node inside of it.
    package var end: Int32
    /// The text of a text or comment; the name of an element.
    package var slice: ByteSlice
    /// The first of its attributes.
    package var firstAttribute: Int32
    /// The number of its attributes.
    package var attributeCount: UInt16
}
