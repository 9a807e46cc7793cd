/// How much of a page is built before the rest is flattened, ignored or refused.
package struct HTMLLimits {
    /// Elements inside one another. Browsers stop at 512 too; deeper elements are flattened into the deepest one.
    package var depth = 512
    /// Nodes of one page; more fails with `limit-exceeded`. A long live blog has 60,000; at 28 bytes a node and with what
    /// is reckoned for each, this many stay below 100 MB.
    package var nodes = 1_000_000
    /// Attributes of one tag that are looked at; real tags have under 60. Later ones are ignored.
    var attributesOfTag = 256
    /// Attributes of one page that are kept; later ones are ignored.
    package var attributes = 2_000_000
    /// Bytes of a page; positions are 32 bits wide. More fails with `limit-exceeded`.
    package var bytes = 256 << 20

    package init(
        depth: Int = 512, nodes: Int = 1_000_000, attributesOfTag: Int = 256, attributes: Int = 2_000_000,
        bytes: Int = 256 << 20
    ) {
        self.depth = depth
        self.nodes = nodes
        self.attributesOfTag = attributesOfTag
        self.attributes = attributes
        self.bytes = bytes
    }
}
