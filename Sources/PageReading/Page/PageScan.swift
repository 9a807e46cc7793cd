import Markup
import NewsModel

/// One look over a page: what each element is marked as, and the page cut into blocks.
struct PageScan {
    let tree: HTMLTree
    /// What each node is marked as, by its own words and those of the elements around it.
    private(set) var marks: [PageMarks]
    /// The page's blocks in order.
    private(set) var blocks: [PageBlock] = []
    /// For each node, how many blocks begin before it; one more entry at the end.
    private(set) var blocksBefore: [Int32]
    /// Letters of running text in all nodes before each node; one more entry at the end.
    let textBefore: [Int32]

    /// Elements whose content is no text of the page in this look.
    let skipped: HTMLTagSet

    /// Letters of running text outside of what is hidden and of dialogs.
    private let textInSight: Int32
    private let measures: [TextWeight.Measure]
    private let bodiesBefore: [Int32]
    private let headlinesBefore: [Int32]
    private let tablesBefore: [Int32]

    /// Scans a page.
    /// - Parameters:
    ///   - trustsClasses: false to read marks from tags alone (a second strategy, for pages whose classes mislead).
    ///   - readsNoscript: true to take what pages show without scripts for their text (a last strategy, for pages that have no other).
    init(_ tree: HTMLTree, trustsClasses: Bool = true, readsNoscript: Bool = false) {
        self.tree = tree
        skipped = readsNoscript ? Self.neverText : Self.neverText.union([.noscript])
        let count = tree.nodes.count
        marks = Array(repeating: [], count: count)
        blocksBefore = []
        blocksBefore.reserveCapacity(count + 1)
        var survey = PageSurvey(tree, trustsClasses: trustsClasses, skipped: skipped)
        survey.run()
        measures = survey.measures
        textBefore = survey.textBefore
        textInSight = survey.textInSight
        bodiesBefore = survey.bodiesBefore
        headlinesBefore = survey.headlinesBefore
        tablesBefore = survey.tablesBefore
        cut(own: survey.own)
    }

    /// How many elements of the page are called an article's body.
    var bodies: Int { Int(bodiesBefore[bodiesBefore.count - 1]) }

    /// Letters of running text inside of an element.
    func text(in node: Int) -> Int32 { textBefore[Int(tree.nodes[node].end)] - textBefore[node] }

    /// The blocks that begin inside of an element.
    func blocks(in node: Int) -> Range<Int> {
        Int(blocksBefore[node])..<Int(blocksBefore[Int(tree.nodes[node].end)])
    }

    /// Marks that part a page: what carries one is not the article though it be long, as long as the headline is elsewhere.
    private static let wholeParts: PageMarks = [.related, .footer, .navigation, .sidebar, .comments]

    // MARK: Cutting

    private struct Frame {
        var end: Int32
        var element: Int32
        var kind: Paragraph.Kind
        var marks: PageMarks
        var isBlock: Bool
        var isBold: Bool
    }

    /// Elements whose content is never text of the page.
    private static let neverText: HTMLTagSet = [
        .script, .style, .template, .svg, .math, .iframe, .object, .select, .textarea, .button, .head,
        .noframes, .noembed, .canvas, .audio, .video, .datalist, .map, .applet, .rp, .rt,
    ]

    private mutating func cut(own: [PageMarks]) {
        let nodes = tree.nodes
        var stack: [Frame] = []
        var current: PageBlock?
        var breaks = 0
        var index = 0
        while index < nodes.count {
            while let top = stack.last, Int(top.end) <= index {
                if top.isBlock { flush(&current) }
                stack.removeLast()
            }
            let node = nodes[index]
            let outer = stack.last
            switch node.tag {
            case .textNode:
                marks[index] = outer?.marks ?? []
                blocksBefore.append(Int32(blocks.count + (current == nil ? 0 : 1)))
                let measure = measures[index]
                if measure.letters > 0 || measure.last != 0 {
                    if breaks > 1 { flush(&current) }
                    breaks = 0
                    add(measure, index, outer, &current)
                }
                index += 1
                continue
            case .commentNode:
                blocksBefore.append(Int32(blocks.count + (current == nil ? 0 : 1)))
                index += 1
                continue
            default:
                break
            }
            let tag = node.tag
            let inTable = outer?.kind == .table
            // A table of data is one block, whatever is in its cells.
            let isBlock = tag.isBlock && !inTable
            if isBlock {
                flush(&current)
                breaks = 0
            } else if tag == .br, outer?.kind != .preformatted {
                breaks += 1
            }
            let handedDown = (outer?.marks ?? []).subtracting(.ownOnly)
            let nodeMarks = handedDown.union(effective(own[index], of: index))
            marks[index] = nodeMarks
            blocksBefore.append(Int32(blocks.count + (current == nil ? 0 : 1)))
            if skipped.contains(tag) && !isDeclarativeShadow(index) {
                for inside in index + 1..<Int(node.end) {
                    marks[inside] = nodeMarks
                    blocksBefore.append(Int32(blocks.count + (current == nil ? 0 : 1)))
                }
                index = Int(node.end)
                continue
            }
            if Int(node.end) > index + 1 {
                stack.append(
                    Frame(
                        end: node.end, element: isBlock ? Int32(index) : outer?.element ?? 0,
                        kind: kind(of: tag, index, outer?.kind ?? .paragraph, nodeMarks), marks: nodeMarks,
                        isBlock: isBlock, isBold: outer?.isBold == true && !isBlock || tag == .b || tag == .strong))
            }
            index += 1
        }
        flush(&current)
        blocksBefore.append(Int32(blocks.count))
    }

    private func isDeclarativeShadow(_ node: Int) -> Bool {
        tree.nodes[node].tag == .template && tree.attribute(.shadowRootMode, of: node) != nil
    }

    private func add(_ measure: TextWeight.Measure, _ index: Int, _ frame: Frame?, _ current: inout PageBlock?) {
        if frame?.marks.contains(.hidden) == true, current != nil, current?.marks.contains(.hidden) == false {
            // Hidden words inside of a visible line, such as labels for screen readers.
            return
        }
        if current == nil {
            current = PageBlock(
                kind: frame?.kind ?? .paragraph, element: frame?.element ?? 0, first: Int32(index),
                end: Int32(index + 1))
            current?.marks = frame?.marks.subtracting(.link) ?? []
        }
        current?.end = Int32(index + 1)
        current?.letters &+= measure.letters
        current?.stops &+= measure.stops
        if measure.last != 0 { current?.last = measure.last }
        if frame?.marks.contains(.link) == true { current?.linked &+= measure.letters }
        if frame?.isBold == true { current?.bold &+= measure.letters }
    }

    private mutating func flush(_ current: inout PageBlock?) {
        if let block = current { blocks.append(block) }
        current = nil
    }

    /// The marks of an element that it deserves: most of a page is no sidebar.
    private func effective(_ own: PageMarks, of node: Int) -> PageMarks {
        let voidable = own.intersection(.voidable)
        guard !voidable.isEmpty else { return own }
        let end = Int(tree.nodes[node].end)
        let total = Double(max(1, textBefore[textBefore.count - 1]))
        let share = Double(text(in: node)) / total
        // What is hidden or a dialog stays so though it be longer than all else, where the headline and a text are in sight.
        let isUnseen = own.contains(.hidden) || own.contains(.promo) && PageSurvey.isDialog(node, tree)
        if isUnseen, headlinesBefore[end] == headlinesBefore[node], headlinesBefore[headlinesBefore.count - 1] > 0,
            bodiesBefore[end] == bodiesBefore[min(end, node + 1)], textInSight >= PageThresholds.briefLetters
        {
            return own
        }
        // An aside that is called the article's body is a contradiction; its share of the text decides.
        let holdsArticle =
            bodiesBefore[end] - bodiesBefore[own.contains(.body) && own.contains(.sidebar) ? node : min(end, node + 1)]
            > 0
            || (headlinesBefore[end] - headlinesBefore[node] > 0 && share > 0.25)
        if holdsArticle && share > 0.15 || share >= PageThresholds.voidingShareOfParts {
            return own.subtracting(.voidable)
        }
        guard share >= PageThresholds.voidingShare else { return own }
        let hasHeadline =
            headlinesBefore[end] > headlinesBefore[node] || headlinesBefore[headlinesBefore.count - 1] == 0
        return own.subtracting(PageMarks.voidable.subtracting(hasHeadline ? .comments : Self.wholeParts))
    }

    private func kind(of tag: HTMLTag, _ node: Int, _ outer: Paragraph.Kind, _ marks: PageMarks) -> Paragraph.Kind {
        if outer == .preformatted || outer == .table && tag != .table { return outer }
        switch tag {
        case .h1, .h2, .h3, .h4, .h5, .h6: return .heading
        case .li, .dd, .dt: return .listItem
        case .pre, .listing, .xmp, .plaintext: return .preformatted
        case .figcaption: return .caption
        case .table: return isDataTable(node) ? .table : outer
        case .blockquote:
            return marks.contains(.pullQuote) ? .pullQuote : .blockQuotation
        default:
            if marks.contains(.pullQuote) { return .pullQuote }
            if marks.contains(.caption), marks.contains(.figure) { return .caption }
            return outer
        }
    }

    /// True for a table of data: no table inside, at least two rows and columns, no long text in its cells.
    private func isDataTable(_ node: Int) -> Bool {
        let end = Int(tree.nodes[node].end)
        guard tablesBefore[end] - tablesBefore[min(end, node + 1)] == 0 else { return false }
        var rows = 0
        var cells = 0
        var letters: Int32 = 0
        for inside in node + 1..<end {
            switch tree.nodes[inside].tag {
            case .tr: rows += 1
            case .td, .th: cells += 1
            case .p, .div, .h1, .h2, .h3, .ul, .ol, .article, .section, .form, .blockquote:
                if text(in: inside) > 200 { return false }
            case .textNode: letters += measures[inside].letters
            default: break
            }
        }
        return rows >= 2 && cells >= rows * 2 && letters < Int32(cells) * 120
    }
}
