import Bytes
import Markup

/// What must be known of a whole page before its marks can be judged: how much text stands where, and what each element
/// says of itself.
struct PageSurvey {
    let tree: HTMLTree
    let trustsClasses: Bool
    /// Elements whose content is no text of the page.
    let skipped: HTMLTagSet
    /// What each element says of itself.
    private(set) var own: [PageMarks]
    /// What the text of each text node weighs.
    private(set) var measures: [TextWeight.Measure]
    private(set) var textBefore: [Int32] = []
    /// Letters of running text outside of what is hidden and of dialogs.
    private(set) var textInSight: Int32 = 0
    private(set) var bodiesBefore: [Int32] = []
    private(set) var headlinesBefore: [Int32] = []
    private(set) var tablesBefore: [Int32] = []

    init(_ tree: HTMLTree, trustsClasses: Bool, skipped: HTMLTagSet) {
        self.tree = tree
        self.skipped = skipped
        self.trustsClasses = trustsClasses
        let count = tree.nodes.count
        own = Array(repeating: [], count: count)
        measures = Array(repeating: TextWeight.Measure(), count: count)
        textBefore.reserveCapacity(count + 1)
        bodiesBefore.reserveCapacity(count + 1)
        headlinesBefore.reserveCapacity(count + 1)
        tablesBefore.reserveCapacity(count + 1)
    }

    mutating func run() {
        var text: Int32 = 0
        var bodies: Int32 = 0
        var headlines: Int32 = 0
        var tables: Int32 = 0
        var skippedUntil: Int32 = 0
        var linkedUntil: Int32 = 0
        var unseenUntil: Int32 = 0
        for index in tree.nodes.indices {
            textBefore.append(text)
            bodiesBefore.append(bodies)
            headlinesBefore.append(headlines)
            tablesBefore.append(tables)
            let node = tree.nodes[index]
            guard Int32(index) >= skippedUntil else { continue }
            switch node.tag {
            case .textNode:
                var measure = TextWeight.Measure()
                TextWeight.add(tree.bytes(node.slice), to: &measure)
                measures[index] = measure
                if measure.letters >= PageThresholds.runningText, Int32(index) >= linkedUntil {
                    text += measure.letters
                    if Int32(index) >= unseenUntil { textInSight += measure.letters }
                }
            case .commentNode:
                break
            default:
                if skipped.contains(node.tag), tree.attribute(.shadowRootMode, of: index) == nil {
                    skippedUntil = node.end
                    continue
                }
                if node.tag == .a { linkedUntil = max(linkedUntil, node.end) }
                own[index] = marks(of: index, node)
                if own[index].contains(.hidden) || own[index].contains(.promo) && Self.isDialog(index, tree) {
                    unseenUntil = max(unseenUntil, node.end)
                }
                if own[index].contains(.body) { bodies += 1 }
                if node.tag == .h1 { headlines += 1 }
                if node.tag == .table { tables += 1 }
            }
        }
        textBefore.append(text)
        bodiesBefore.append(bodies)
        headlinesBefore.append(headlines)
        tablesBefore.append(tables)
    }

    private func marks(of index: Int, _ node: HTMLNode) -> PageMarks {
        var marks = Self.marks(of: node.tag)
        guard node.tag != .html, node.tag != .body else { return marks }
        // Highlighters of code have classes of their own.
        if node.parent >= 0, own[Int(node.parent)].contains(.preformatted) { return marks.union(.preformatted) }
        // Elements of libraries say in their names what they are: `amp-ad`, `reader-comments`.
        if node.tag == .unknown, trustsClasses {
            let name = tree.bytes(node.slice)
            if name.contains(UInt8(ascii: "-")) {
                marks.formUnion(PageClassWords.shared.marks(of: name).subtracting(.maybeHidden))
            }
        }
        let first = Int(node.firstAttribute)
        for place in first..<first + Int(node.attributeCount) {
            let attribute = tree.attributes[place]
            let value = tree.bytes(attribute.value)
            switch attribute.name {
            case .class, .id, .dataTestID, .dataComponent, .dataModule, .dataQA, .dataName:
                var found = PageClassWords.shared.marks(of: value)
                let hides = found.remove(.maybeHidden) != nil && attribute.name == .class && Self.hides(classes: value)
                // A class that hides is no name that may mislead.
                if trustsClasses { marks.formUnion(found) }
                if hides { marks.insert(.hidden) }
            case .itemprop:
                marks.formUnion(Self.marks(ofProperty: value))
            case .role:
                marks.formUnion(Self.marks(ofRole: value))
            case .hidden:
                marks.insert(.hidden)
            case .ariaHidden:
                if value.elementsEqual("true".utf8) { marks.insert(.hidden) }
            case .style:
                if Self.hides(value) { marks.insert(.hidden) }
            default:
                break
            }
        }
        return marks
    }

    /// Whether an element opens above the page when it is called: `dialog`, or what has the role of one.
    static func isDialog(_ node: Int, _ tree: HTMLTree) -> Bool {
        tree.nodes[node].tag == .dialog || tree.attribute(.role, of: node, is: "dialog")
            || tree.attribute(.role, of: node, is: "alertdialog")
    }

    private static func marks(of tag: HTMLTag) -> PageMarks {
        switch tag {
        case .nav: .navigation
        case .footer: .footer
        case .aside: .sidebar
        case .header: .header
        case .form, .fieldset, .label, .input: .form
        case .menu: .navigation
        case .dialog: .promo
        case .figure: .figure
        case .figcaption: .caption
        case .article: .article
        case .main: .main
        case .address: .byline
        case .time: .time
        case .a: .link
        case .blockquote: .quotation
        case .ul, .ol, .dl: .list
        case .table: .table
        case .pre: .preformatted
        case .h1: .headline
        default: []
        }
    }

    private static func marks(ofProperty value: UnsafeBufferPointer<UInt8>) -> PageMarks {
        switch String(decoding: value, as: UTF8.self) {
        case "articleBody", "text", "reviewBody": .body
        case "headline": .headline
        case "author": [.byline, .author]
        case "comment": .comments
        case "alternativeHeadline": .deck
        case "caption": .caption
        case "datePublished", "dateModified": .time
        default: []
        }
    }

    private static func marks(ofRole value: UnsafeBufferPointer<UInt8>) -> PageMarks {
        switch String(decoding: value, as: UTF8.self).lowercased() {
        case "navigation", "menu", "menubar", "tablist": .navigation
        case "banner": .header
        case "contentinfo": .footer
        case "complementary": .sidebar
        case "dialog", "alertdialog", "alert": .promo
        case "search", "form": .form
        case "main": .main
        case "article": .article
        default: []
        }
    }

    /// True for the classes by which style sheets hide an element everywhere: `hidden`, but not `hidden md:block`, which shows it on wide screens.
    private static func hides(classes: UnsafeBufferPointer<UInt8>) -> Bool {
        var isHidden = false
        for word in classes.split(whereSeparator: ASCII.isSpace) {
            if word.elementsEqual("hidden".utf8) || word.elementsEqual("d-none".utf8) || word.elementsEqual("hide".utf8)
            {
                isHidden = true
            } else if word.contains(UInt8(ascii: ":"))
                || word.starts(with: "d-".utf8) && !word.elementsEqual("d-none".utf8)
            {
                return false
            }
        }
        return isHidden
    }

    /// True for `display:none` and `visibility:hidden`.
    private static func hides(_ style: UnsafeBufferPointer<UInt8>) -> Bool {
        guard style.count >= 12, style.count < 2_000 else { return false }
        let folded = style.lazy.filter { !ASCII.isSpace($0) }.map(ASCII.lowered)
        let text = String(decoding: Array(folded), as: UTF8.self)
        return text.holds("display:none") || text.holds("visibility:hidden")
    }
}
