import Bytes
import Markup
import NewsModel

/// What a page says of itself outside of its text.
struct PageMetadata {
    /// `meta` elements: name, property or itemprop in lower case, with the content; in order.
    var meta: [(name: String, content: String)] = []
    /// Objects of linked data that have a type.
    var linked = LinkedData()
    /// The `title` element.
    var title: String?
    /// The texts of the `h1` elements.
    var headlines: [(text: String, node: Int)] = []
    /// `link rel=canonical`.
    var canonical: String?
    /// The classes of the `body` element, by which publishing programs tell kinds of pages.
    var bodyClasses: [Substring] = []
    /// Whether there is a price (microdata) or a way into a shopping basket.
    var offers = false
    /// The language that the page declares.
    var language: String?
    /// Values of microdata: the property's name with the element.
    var properties: [(name: String, node: Int)] = []
    /// Elements `time` in order.
    var times: [Int] = []
    /// The comment of a browser that saved the page: its address and time.
    var saved: (url: String?, time: String?)?
    /// Elements with `rel=author`.
    var authorLinks: [Int] = []
    /// The titles of feeds and of the site's own search (`link`), which begin with the publication's name.
    var feedTitles: [String] = []
    /// The first links to the front page of a site.
    var homeLinks: [Int] = []

    /// Links to front pages that are kept: those of the head of a page, not of its blogroll.
    private static let mostHomeLinks = 8

    init(_ tree: HTMLTree) {
        for index in tree.nodes.indices { take(index, tree) }
        dropMasthead(tree)
    }

    /// Words of classes and ids of the name of a site at the top of its pages.
    private static let mastheadWords = [
        "logo", "site-title", "sitetitle", "site-name", "sitename", "brand", "masthead", "blog-title",
    ]

    /// Takes an `h1` that is the site's name out of the headlines, where another heading is what is left of the page's title.
    private mutating func dropMasthead(_ tree: HTMLTree) {
        guard let title, headlines.count == 1, let heading = headlines.first, heading.text.utf8.count < 60 else {
            return
        }
        let classes = [tree.value(.class, of: heading.node), tree.value(.id, of: heading.node)].compactMap {
            $0?.lowercased()
        }
        let name = TextFingerprint(heading.text)
        guard name.count >= 3, Self.mastheadWords.contains(where: { word in classes.contains { $0.holds(word) } })
        else { return }
        let parts = SiteSuffix.parts(of: Array(title.utf8)).map { TextFingerprint($0.text) }
        guard parts.count > 1, parts.contains(where: { $0.isSame(name) }) else { return }
        let story = tree.nodes.indices.first { node in
            guard [.h2, .h3].contains(tree.nodes[node].tag) else { return false }
            let text = TextFingerprint(tree.foldedText(of: node))
            return text.count >= 8 && parts.contains { $0.isSame(text) }
        }
        if let story { headlines = [(tree.foldedText(of: story), story)] }
    }

    /// The first non-empty content of a `meta` of one of these names, the names in order of trust.
    func first(_ names: [String]) -> String? {
        for name in names {
            if let found = meta.first(where: { $0.name == name && !$0.content.isEmpty }) { return found.content }
        }
        return nil
    }

    /// All contents of `meta` elements of that name.
    func all(_ name: String) -> [String] { meta.filter { $0.name == name }.map(\.content) }

    private mutating func take(_ index: Int, _ tree: HTMLTree) {
        let node = tree.nodes[index]
        switch node.tag {
        case .textNode:
            return
        case .commentNode:
            if saved == nil { saved = SavedPageComment.read(tree.bytes(node.slice)) }
            return
        case .html:
            language = tree.value(.lang, of: index) ?? tree.value(.xmlLanguage, of: index)
        case .body:
            bodyClasses = (tree.value(.class, of: index) ?? "").lowercased().split(separator: " ")
        case .button, .input:
            if !offers, let text = Self.label(of: index, tree) { offers = Self.isBasket(text) }
        case .meta:
            takeMeta(index, tree)
            return
        case .title:
            if title == nil, !isInside(.svg, index, tree) { title = tree.foldedText(of: index) }
        case .h1:
            if headlines.count < 16 { headlines.append((tree.foldedText(of: index), index)) }
        case .link:
            if tree.attribute(.rel, of: index, is: "canonical"), canonical == nil {
                canonical = tree.value(.href, of: index)
            }
            if feedTitles.count < 4, let title = tree.value(.title, of: index), isFeed(index, tree) {
                feedTitles.append(title)
            }
        case .script:
            if let type = tree.value(.type, of: index)?.lowercased(), type.holds("ld+json") {
                takeLinked(index, tree)
            }
        case .time:
            if times.count < 64 { times.append(index) }
        case .a:
            if let rel = tree.value(.rel, of: index),
                rel == "author" || rel.hasPrefix("author ") || rel.hasSuffix(" author")
            {
                authorLinks.append(index)
            }
            if homeLinks.count < Self.mostHomeLinks, let href = tree.attribute(.href, of: index),
                Self.isFrontPage(tree.bytes(href))
            {
                homeLinks.append(index)
            }
        default:
            break
        }
        if let property = tree.attribute(.itemprop, of: index), properties.count < 512 {
            properties.append((tree.string(property), index))
        }
    }

    private static func label(of index: Int, _ tree: HTMLTree) -> String? {
        guard Int(tree.nodes[index].end) - index < 30 else { return nil }
        let text = tree.nodes[index].tag == .input ? tree.value(.value, of: index) : tree.foldedText(of: index)
        return text.flatMap { (6...60).contains($0.utf8.count) ? $0.lowercased() : nil }
    }

    private static let basketWords = [
        "add to cart", "add to bag", "add to basket", "buy now", "in den warenkorb", "ajouter au panier",
        "añadir al carrito", "añadir a la cesta",
        "aggiungi al carrello", "adicionar ao carrinho", "do koszyka", "in winkelwagen", "в корзину", "カートに入れる",
        "加入购物车",
    ]

    private static func isBasket(_ text: String) -> Bool { basketWords.contains { text.holds($0) } }

    private func isFeed(_ index: Int, _ tree: HTMLTree) -> Bool {
        if tree.attribute(.rel, of: index, is: "search") { return true }
        guard let type = tree.value(.type, of: index)?.lowercased() else { return false }
        return type.holds("rss+xml") || type.holds("atom+xml")
    }

    /// `/`, or an address with nothing behind its host.
    private static func isFrontPage(_ href: UnsafeBufferPointer<UInt8>) -> Bool {
        if href.count == 1 { return href[0] == UInt8(ascii: "/") }
        guard href.count > 10, href.count < 80, href.starts(with: "http".utf8) else { return false }
        var slashes = 0
        for (place, byte) in href.enumerated() where byte == UInt8(ascii: "/") {
            slashes += 1
            if slashes == 3 { return place == href.count - 1 }
        }
        return slashes == 2 && !href.contains(UInt8(ascii: "?"))
    }

    private func isInside(_ tag: HTMLTag, _ index: Int, _ tree: HTMLTree) -> Bool {
        var node = Int(tree.nodes[index].parent)
        while node > 0 {
            if tree.nodes[node].tag == tag { return true }
            node = Int(tree.nodes[node].parent)
        }
        return false
    }

    private mutating func takeMeta(_ index: Int, _ tree: HTMLTree) {
        guard meta.count < 1_000,
            let content = tree.value(.content, of: index) ?? tree.value(.value, of: index)
        else { return }
        let trimmed = content.foldedSpace
        for name in [HTMLAttributeName.property, .name, .itemprop, .httpEquiv] {
            if let value = tree.value(name, of: index) { meta.append((value.lowercased(), trimmed)) }
        }
    }

    private mutating func takeLinked(_ index: Int, _ tree: HTMLTree) {
        for inside in tree.descendants(of: index) where tree.nodes[inside].tag == .textNode {
            linked.take(tree.bytes(tree.nodes[inside].slice))
        }
    }
}
