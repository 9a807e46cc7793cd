import Bytes
import Markup
import NewsModel

/// Reads HTML that is known to be an article's text: nothing of it is boilerplate, so all that a browser would show stays.
///
/// Blocks become paragraphs as the HTML Standard (WHATWG) would lay them out; what is hidden by `hidden`, `aria-hidden` or
/// its style, and scripts, forms' controls and embedded pages are left out. Whole saved pages are read by `HTMLReader`, which
/// finds the article in them.
package enum HTMLFragmentReader {
    /// How the text was written.
    package struct Style: OptionSet {
        package let rawValue: Int

        package init(rawValue: Int) {
            self.rawValue = rawValue
        }
        /// Empty lines part paragraphs, as publishing programs write them that add the tags when they show the text.
        package static let paragraphsByEmptyLines = Style(rawValue: 1)
    }

    /// The paragraphs, links and lead image of a piece of HTML in UTF-8.
    ///
    /// Text without any tag is read as plain text; tags that were escaped once too often are recognised.
    /// - Parameters:
    ///   - html: the piece, or a whole document.
    ///   - base: the address that links are relative to, or nil to keep absolute links only.
    ///   - style: how the text was written.
    /// - Throws: `.limitExceeded` for more nodes than `HTMLLimits` allows.
    package static func read(
        _ html: [UInt8], base: PageAddress?, style: Style = [], limits: HTMLLimits = HTMLLimits()
    ) throws(ReadingFailure) -> HTMLFragment {
        var html = MarkupProbe.withoutSuperfluousEscapes(html)
        if !MarkupProbe.hasTags(html) || style.contains(.paragraphsByEmptyLines) && !MarkupProbe.hasParagraphs(html) {
            html = EmptyLineParagraphs.marked(html)
        }
        return try html.withUnsafeMutableBufferPointer { (buffer) throws(ReadingFailure) in
            let tree = try HTMLTree(buffer, limits: limits)
            return fragment(of: tree, base: base)
        }
    }

    /// The same for text.
    package static func read(
        _ html: String, base: PageAddress?, style: Style = []
    ) throws(ReadingFailure) -> HTMLFragment {
        try read(Array(html.utf8), base: base, style: style)
    }

    /// What a tree says as a whole.
    package static func fragment(of tree: HTMLTree, base: PageAddress?) -> HTMLFragment {
        let scan = PageScan(tree, trustsClasses: false)
        let base = declaredBase(of: tree, around: base)
        var fragment = HTMLFragment()
        var shown: [Int] = []
        for (index, block) in scan.blocks.enumerated() where !block.marks.contains(.hidden) {
            let text = scan.text(of: block)
            guard !text.isEmpty else { continue }
            shown.append(index)
            fragment.blocks.append(
                HTMLFragment.Block(kind: block.kind, text: text, linkDensity: block.linkDensity))
        }
        fragment.links = OutboundLinks.find(in: scan, blocks: shown, base: base)
        fragment.leadImage = FragmentImages.lead(in: scan, base: base)
        return fragment
    }

    /// The address of a `base` element, else the one that is known.
    private static func declaredBase(of tree: HTMLTree, around base: PageAddress?) -> PageAddress? {
        guard let node = tree.first(.base), let href = tree.value(.href, of: node) else { return base }
        return base?.resolve(href).flatMap { PageAddress($0) } ?? PageAddress(href) ?? base
    }
}
