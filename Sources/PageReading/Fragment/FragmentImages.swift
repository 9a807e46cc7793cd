import Markup
import NewsModel

/// The pictures of a piece of HTML.
enum FragmentImages {
    /// Pixels of either side up to which a picture only counts readers or makes room.
    private static let trackingPixels = 5

    /// The first picture that is shown and is no tracking pixel, with the caption of its figure.
    static func lead(in scan: PageScan, base: PageAddress?) -> LeadImage? {
        let tree = scan.tree
        for index in tree.nodes.indices where tree.nodes[index].tag == .img {
            guard !scan.marks[index].contains(.hidden), !isTracking(index, tree) else { continue }
            let source = tree.value(.src, of: index) ?? tree.value(.dataSource, of: index)
            guard let source, let url = base.map({ $0.resolve(source) }) ?? (PageAddress(source) == nil ? nil : source)
            else { continue }
            return LeadImage(url: url, caption: caption(of: index, tree))
        }
        return nil
    }

    /// Whether a picture is too small to be seen.
    private static func isTracking(_ node: Int, _ tree: HTMLTree) -> Bool {
        [HTMLAttributeName.width, .height].contains { name in
            tree.value(name, of: node).flatMap { Int($0.prefix { $0.isNumber }) }.map { $0 <= trackingPixels } ?? false
        }
    }

    /// The text of the `figcaption` of the figure around.
    private static func caption(of node: Int, _ tree: HTMLTree) -> String? {
        var around = Int(tree.nodes[node].parent)
        // A picture stands a few elements inside of its figure.
        for _ in 0..<8 {
            guard around > 0 else { return nil }
            if tree.nodes[around].tag == .figure {
                let caption = tree.first(.figcaption, in: around).map { tree.foldedText(of: $0) } ?? ""
                return caption.isEmpty ? nil : caption
            }
            around = Int(tree.nodes[around].parent)
        }
        return nil
    }
}
