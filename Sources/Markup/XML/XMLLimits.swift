/// The bounds within which XML is read. What passes them is rejected as `limit-exceeded`.
package struct XMLLimits: Sendable, Hashable {
    /// Elements within one another. Default: 256, as libxml2 has it; wire formats use under 20, pages in feeds under 60.
    package var depth = 256
    /// Attributes of one element. Default: 256; the richest element of a wire format has 20.
    package var attributes = 256
    /// Bytes of one tag. Default: 1 MiB, for pictures that stand in an attribute.
    var tagBytes = 1 << 20
    /// Elements and stretches of text of one tree. Default: 1,000,000, some 60 MiB.
    package var nodes = 1_000_000
    /// Bytes of the texts of one tree. Default: 64 MiB, the largest file that is read whole.
    var treeBytes = 64 << 20
    /// Entities that a document may declare. Default: 512, enough for a set of accented letters.
    package var entities = 512
    /// Bytes of what a declared entity stands for. Default: 1,024. What stands in it is text and never read again.
    var entityBytes = 1_024
    /// Bytes that all uses of declared entities may come to. Default: 1 MiB.
    var expandedBytes = 1 << 20
}
