import Bytes

/// What closes what.
extension HTMLTreeBuilder {
    /// Closes the elements that the start of a tag ends without an end tag.
    mutating func closeImplied(by tag: HTMLTag) {
        switch tag {
        case .li:
            closeListItem([.li], within: [.ul, .ol, .menu, .dir])
        case .dd, .dt:
            closeListItem([.dd, .dt], within: [.dl])
        case .option:
            if current == .option { pop() }
        case .optgroup:
            if current == .option { pop() }
            if current == .optgroup { pop() }
        case .tr:
            closeCells([.tr, .td, .th], within: [.table])
        case .td, .th:
            closeCells([.td, .th], within: [.table, .tr])
        case .tbody, .thead, .tfoot:
            closeCells([.tbody, .thead, .tfoot, .tr, .td, .th, .caption, .colgroup], within: [.table])
        case .caption, .colgroup:
            closeCells([.caption, .colgroup], within: [.table])
        case .a, .button, .nobr, .select:
            closeSame(tag)
        case .input, .textarea:
            if isOpen(.select) { close(.select, name: .empty) }
        default:
            break
        }
        if HTMLTag.closingParagraph.contains(tag), isOpen(.p) { closeParagraph() }
        if tag.isHeading, current.isHeading { pop() }
    }

    /// Closes the innermost open `p`, unless a barrier stands before it.
    private mutating func closeParagraph() {
        var place = open.count - 1
        while place > 0 {
            let tag = openTag(place)
            if tag == .p { return pop(to: place) }
            if HTMLTag.scopeBarriers.contains(tag) || tag == .button { return }
            place -= 1
        }
    }

    private mutating func closeListItem(_ items: HTMLTagSet, within lists: HTMLTagSet) {
        var place = open.count - 1
        while place > 0 {
            let tag = openTag(place)
            if items.contains(tag) { return pop(to: place) }
            if lists.contains(tag) || HTMLTag.scopeBarriers.contains(tag) { return }
            // Special elements other than these hold the item open (section 13.2.6.4.7, "li").
            if HTMLTag.special.contains(tag), tag != .address, tag != .div, tag != .p { return }
            place -= 1
        }
    }

    /// Closes the outermost of the elements that stand inside of the nearest limit.
    private mutating func closeCells(_ cells: HTMLTagSet, within limits: HTMLTagSet) {
        guard isOpen(.table) else { return }
        var place = open.count - 1
        var found: Int?
        while place > 0 {
            let tag = openTag(place)
            if limits.contains(tag) || tag == .template { break }
            if cells.contains(tag) { found = place }
            place -= 1
        }
        if let found { pop(to: found) }
    }

    /// Closes an open element of the same tag: links and buttons do not nest.
    private mutating func closeSame(_ tag: HTMLTag) {
        // Any end tag of a heading ends any heading.
        guard isOpen(tag) || (tag.isHeading && current.isHeading) else { return }
        var place = open.count - 1
        while place > 0 {
            let candidate = openTag(place)
            if candidate == tag { return pop(to: place) }
            // A link around blocks that is never closed ends here too, but not across a table or an article.
            if HTMLTag.scopeBarriers.contains(candidate) || candidate == .article || candidate == .li { return }
            place -= 1
        }
    }

    /// Closes the element of an end tag and what is open in it, unless that would break out of something.
    package mutating func close(_ tag: HTMLTag, name: ByteSlice) {
        // Any end tag of a heading ends any heading.
        guard isOpen(tag) || (tag.isHeading && current.isHeading) else {
            // A stray `</p>` is an empty paragraph: it breaks the line.
            if tag == .p {
                startTag(
                    HTMLStartTag(tag: .br, name: name, isSelfClosing: true), attributes: .init(start: nil, count: 0))
            }
            return
        }
        let isSpecial = HTMLTag.special.contains(tag)
        let isForm = tag == .form
        var place = open.count - 1
        while place > 0 {
            let candidate = openTag(place)
            if candidate == tag, tag != .unknown || sameName(place, name) { return pop(to: place) }
            if tag.isHeading, candidate.isHeading { return pop(to: place) }
            if isSpecial {
                // A form that other blocks are open in stays open until they are closed.
                if isForm, HTMLTag.special.contains(candidate), candidate != .p { return }
                if crosses(candidate, closing: tag) { return }
            } else if HTMLTag.special.contains(candidate) {
                return
            }
            place -= 1
        }
    }

    /// True when an end tag must not close what stands outside of an open element.
    private func crosses(_ candidate: HTMLTag, closing tag: HTMLTag) -> Bool {
        switch tag {
        case .table, .template, .html, .body, .object, .applet, .marquee:
            candidate == .template
        case .tr, .tbody, .thead, .tfoot, .td, .th, .caption:
            candidate == .table || candidate == .template
        case .svg, .math:
            false
        case .li:
            candidate == .ul || candidate == .ol || HTMLTag.scopeBarriers.contains(candidate)
        default:
            HTMLTag.scopeBarriers.contains(candidate)
        }
    }

    /// Ends SVG or MathML at the start of an element of HTML.
    mutating func leaveForeignContent() {
        var place = 1
        while place < open.count, openTag(place) != .svg, openTag(place) != .math { place += 1 }
        if place < open.count { pop(to: place) }
    }
}
