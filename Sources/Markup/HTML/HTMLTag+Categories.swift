/// A set of tags as bits, so that a question costs one load and one shift.
package struct HTMLTagSet: Sendable, ExpressibleByArrayLiteral {
    private var low: UInt64 = 0
    private var middle: UInt64 = 0
    private var high: UInt64 = 0

    package init(arrayLiteral tags: HTMLTag...) {
        for tag in tags {
            let bit = UInt64(1) << UInt64(tag.rawValue & 63)
            switch tag.rawValue >> 6 {
            case 0: low |= bit
            case 1: middle |= bit
            default: high |= bit
            }
        }
    }

    /// True when the tag is in the set.
    @inline(__always) package func contains(_ tag: HTMLTag) -> Bool {
        let word = tag.rawValue < 64 ? low : tag.rawValue < 128 ? middle : high
        return word >> UInt64(tag.rawValue & 63) & 1 != 0
    }

    private init(low: UInt64, middle: UInt64, high: UInt64) {
        self.low = low
        self.middle = middle
        self.high = high
    }

    package func union(_ other: HTMLTagSet) -> HTMLTagSet {
        HTMLTagSet(low: low | other.low, middle: middle | other.middle, high: high | other.high)
    }
}

extension HTMLTag {
    /// Elements without content (section 13.1.2), and old ones that never got any.
    static let void: HTMLTagSet = [
        .area, .base, .br, .col, .embed, .hr, .img, .image, .input, .link, .meta, .source, .track, .wbr, .param,
        .keygen, .bgsound, .basefont, .frame,
    ]
    /// Elements whose start closes an open `p` (section 13.2.6.4.7).
    static let closingParagraph: HTMLTagSet = [
        .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl, .fieldset, .figcaption,
        .figure, .footer, .header, .hgroup, .main, .menu, .nav, .ol, .p, .search, .section, .summary, .ul, .h1, .h2,
        .h3, .h4, .h5, .h6, .pre, .listing, .form, .table, .hr, .xmp, .plaintext, .li, .dd, .dt,
    ]
    /// Elements that break a line: text before and after belongs to different blocks.
    package static let blocks = closingParagraph.union([
        .html, .head, .body, .tr, .td, .th, .thead, .tbody, .tfoot, .caption, .legend, .noscript, .template, .option,
        .optgroup, .select, .iframe, .video, .audio, .object, .textarea, .canvas, .title, .slot, .svg,
    ])
    /// Elements that hold an end tag of an inner element inside themselves (the "special" ones that are blocks).
    package static let special = closingParagraph.union([
        .html, .body, .head, .td, .th, .tr, .tbody, .thead, .tfoot, .caption, .template, .object, .applet, .marquee,
        .select, .button, .iframe, .noscript, .svg, .math, .foreignObject, .noframes,
    ])
    /// Elements that stop the search for the `p`, `li` or cell that an inner element would close.
    static let scopeBarriers: HTMLTagSet = [
        .html, .table, .td, .th, .caption, .template, .object, .applet, .marquee, .svg, .math, .foreignObject,
    ]
    /// Elements that may stand in a `head`.
    package static let metadata: HTMLTagSet = [
        .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title, .noscript, .head,
    ]
    /// Elements that end SVG and MathML when they start inside of it (section 13.2.6.5).
    static let breakingOut: HTMLTagSet = [
        .b, .big, .blockquote, .body, .br, .center, .code, .dd, .div, .dl, .dt, .em, .embed, .h1, .h2, .h3, .h4, .h5,
        .h6, .head, .hr, .i, .img, .li, .listing, .menu, .meta, .nobr, .ol, .p, .pre, .ruby, .s, .small, .span,
        .strong, .strike, .sub, .sup, .table, .tt, .u, .ul, .`var`, .article, .section, .main, .footer, .header,
    ]
    package static let headings: HTMLTagSet = [.h1, .h2, .h3, .h4, .h5, .h6]
    package static let cells: HTMLTagSet = [.td, .th]

    /// True for elements that break a line.
    @inline(__always) package var isBlock: Bool { Self.blocks.contains(self) }
    /// True for `h1` to `h6`.
    @inline(__always) package var isHeading: Bool { Self.headings.contains(self) }
}
