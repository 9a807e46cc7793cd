import Bytes
import Markup
import NewsText

/// Links beside the headline that lead to the page of somebody who writes for the site, such as `/author/ida-holm` with the text "Ida Holm".
///
/// The link alone tells the name from the office, the date and the labels that stand in one line with it.
struct AuthorProfiles {
    /// What the links show, in order; empty without such links.
    private(set) var texts: [String] = []
    /// Whether the address of the first link spells what it shows: then it is a name though it is one word, such as `harbour_watch`.
    private(set) var isSpelt = false

    /// Parts of addresses under which sites keep the pages of their authors, in the languages of the press.
    private static let folders = [
        "author", "authors", "autor", "autoren", "autores", "auteur", "auteurs", "autore", "autori", "autorzy",
        "profile",
        "profiles", "profil", "staff", "contributor", "contributors", "editors", "writer", "writers",
        "redaktion", "journalist", "journalists", "reporter", "reporters", "columnist", "columnists", "byline",
        "bylines",
        "forfatter", "skribent",
    ]
    /// The same by their length in bytes: nearly every part of every link of a page is compared with them.
    private static let foldersByLength: [[[UInt8]]] = {
        let longest = folders.map(\.utf8.count).max() ?? 0
        return (0...longest).map { length in folders.filter { $0.utf8.count == length }.map { Array($0.utf8) } }
    }()
    /// Whether any of them begins with two letters (`pair`).
    private static let beginnings: [Bool] = {
        var beginnings = [Bool](repeating: false, count: 1024)
        for letters in folders.map({ Array($0.utf8.prefix(2)) }) { beginnings[pair(letters[0], letters[1])] = true }
        return beginnings
    }()

    /// The lower five bits of two bytes, which are the same for capitals and small letters.
    private static func pair(_ first: UInt8, _ second: UInt8) -> Int { Int(first & 31) << 5 | Int(second & 31) }

    /// Words of a path that say the same within a longer one, as in `ueber-uns/autor-ida-holm`.
    private static let prefixes = ["author-", "autor-"]

    /// Ends of the text before a link by which it names somebody who did not write.
    private static let otherWork = [
        "reviewed by", "edited by", "checked by", "verified by", "updated by", "approved by", "translated by",
        "photo by",
        "photos by", "photograph by", "photography by", "illustration by", "illustrations by", "image by", "editor:",
        "reviewer:",
        "geprüft von", "bearbeitet von", "redigiert von", "übersetzt von", "foto:", "fotos:", "foto von", "relu par",
        "traduit par",
        "revisado por", "traducido por", "foto de", "revisione di",
    ]
    /// What stands between the links of two who wrote together.
    private static let joints: Set<String> = [
        "", ",", "&", "and", "und", "et", "y", "e", "och", "og", "en", "i", "|", "·", "/", ", and",
    ]

    /// Nodes that are looked through for the text before a link.
    private static let nodesBefore = 12
    /// Bytes of a name.
    private static let longestName = 60
    /// Names of one byline.
    private static let mostNames = 8

    /// - Parameters:
    ///   - range: the nodes beside the headline.
    ///   - host: the label of the page's own host; accounts elsewhere are no pages of its authors. Nil where it is not known.
    ///   - isElsewhere: whether a node is in a part of the page that names authors of something else.
    init(_ tree: HTMLTree, in range: Range<Int>, host: HostLabel?, isElsewhere: (Int) -> Bool) {
        var end = 0
        for node in range where tree.nodes[node].tag == .a {
            guard !isElsewhere(node), let href = tree.attribute(.href, of: node),
                let slug = Self.slug(tree.bytes(href)), Self.isOwn(tree.string(href), host), !Self.isInText(node, tree)
            else { continue }
            // Behind the name may stand its office.
            let text = String(AuthorChoice.bylineText(of: node, tree).prefix { $0 != "|" }).foldedSpace
            guard !text.isEmpty, text.utf8.count <= Self.longestName else { continue }
            let spells = Self.spells(slug, text)
            guard spells || AuthorChoice.isWholeName(Self.withoutTail(text)), !text.hasSuffix(":") else { continue }
            if texts.isEmpty {
                if Self.isOtherWork(node, tree) { continue }
                isSpelt = spells
            } else {
                let between = Self.text(from: end, to: node, tree)
                guard Self.joints.contains(between.lowercased()) else { return }
            }
            let name = Self.withoutTail(text)
            if !texts.contains(name) { texts.append(name) }
            end = Int(tree.nodes[node].end)
            if texts.count == Self.mostNames { return }
        }
    }

    /// The only author to whose page any link of a page leads, wherever it stands; nil where there are several or none.
    static func only(_ tree: HTMLTree, host: HostLabel?, isElsewhere: (Int) -> Bool) -> String? {
        var found: String?
        for node in tree.nodes.indices where tree.nodes[node].tag == .a {
            guard !isElsewhere(node), let href = tree.attribute(.href, of: node), let slug = slug(tree.bytes(href))
            else { continue }
            let text = withoutTail(tree.foldedText(of: node))
            guard text.utf8.count <= longestName, AuthorChoice.isWholeName(text), isOwn(tree.string(href), host) else {
                continue
            }
            // Given name and surname, or the given name alone.
            let isOf = spells(slug, text) || TextFingerprint(text).begins(with: TextFingerprint(slug))
            guard isOf, !isInText(node, tree), !isOtherWork(node, tree) else { continue }
            if let found, found != text { return nil }
            found = text
        }
        return found
    }

    /// A name without the comma that parts it from what follows the link.
    private static func withoutTail(_ text: String) -> String {
        String(text.prefix { $0 != "," }).foldedSpace
    }

    /// The last part of an address that leads to the page of an author; nil for other addresses.
    private static func slug(_ href: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard href.count > 6, href.count < 300 else { return nil }
        var last: Range<Int>?
        var isAuthors = false
        var isDeep = false
        var index = 0
        while index < href.count, href[index] != UInt8(ascii: "?"), href[index] != UInt8(ascii: "#") {
            let start = index
            while index < href.count, !isEnd(href[index]) { index += 1 }
            if index > start {
                if let folder = last {
                    isDeep = true
                    if !isAuthors { isAuthors = isFolder(href[folder]) }
                }
                last = start..<index
            }
            if index < href.count, href[index] == UInt8(ascii: "/") { index += 1 }
        }
        guard isDeep, let last = last.map({ href[$0] }) else { return nil }
        if isAuthors { return last.map(ASCII.lowered) }
        let lowered = last.map(ASCII.lowered)
        for prefix in prefixes where lowered.starts(with: prefix.utf8) {
            return Array(lowered.dropFirst(prefix.utf8.count))
        }
        return nil
    }

    private static func isEnd(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
    }

    private static func isFolder(_ part: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard part.count > 1, part.count < foldersByLength.count,
            beginnings[pair(part[part.startIndex], part[part.startIndex + 1])]
        else { return false }
        return foldersByLength[part.count].contains { folder in
            zip(folder, part).allSatisfy { $0 == ASCII.lowered($1) }
        }
    }

    private static func isOwn(_ href: String, _ host: HostLabel?) -> Bool {
        guard let host,
            let other = PageAddress(href.hasPrefix("//") ? "https:" + href : href).flatMap({ HostLabel($0.site) })
        else { return true }
        return other.text == host.text
    }

    /// Bytes of a line in which a byline stands; in longer ones the link is to somebody whom the text is about.
    private static let longestLine = 200

    private static func isInText(_ node: Int, _ tree: HTMLTree) -> Bool {
        var parent = Int(tree.nodes[node].parent)
        while parent > 0, !tree.nodes[parent].tag.isBlock { parent = Int(tree.nodes[parent].parent) }
        guard parent > 0, tree.nodes[parent].tag == .p else { return false }
        return tree.foldedText(of: parent).utf8.count > longestLine
    }

    /// Whether an address has the letters of a name, in its own order or word by word in another.
    private static func spells(_ slug: [UInt8], _ text: String) -> Bool {
        let own = TextFingerprint(slug)
        guard own.count >= 2 else { return false }
        if own.isSame(TextFingerprint(text)) { return true }
        let words = Set(text.utf8.split { !ASCII.isAlphanumeric($0) && $0 < 0x80 }.map { TextFingerprint($0).bytes })
        let parts = slug.split { !ASCII.isLetter($0) }.map(Array.init)
        return parts.count > 1 && parts.allSatisfy { words.contains($0) }
    }

    /// Whether the text before a link says that it names somebody who did not write.
    private static func isOtherWork(_ node: Int, _ tree: HTMLTree) -> Bool {
        let before = text(before: node, tree).lowercased()
        return otherWork.contains { before.hasSuffix($0) }
    }

    /// The text right before a node, as far as it stands in one of the nodes before.
    private static func text(before node: Int, _ tree: HTMLTree) -> String {
        for earlier in stride(from: node - 1, through: max(0, node - nodesBefore), by: -1)
        where tree.nodes[earlier].tag == .textNode {
            let text = String(decoding: tree.bytes(tree.nodes[earlier].slice), as: UTF8.self).foldedSpace
            if !text.isEmpty { return text }
        }
        return ""
    }

    private static func text(from start: Int, to end: Int, _ tree: HTMLTree) -> String {
        var bytes: [UInt8] = []
        for node in start..<max(start, end) where tree.nodes[node].tag == .textNode {
            bytes += tree.bytes(tree.nodes[node].slice)
            if bytes.count > 100 { return "…" }
        }
        return String(decoding: bytes, as: UTF8.self).foldedSpace
    }
}
