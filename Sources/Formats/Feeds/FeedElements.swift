import Bytes
import Markup
import NewsModel
import PageReading

/// What elements of feeds say, in whatever vocabulary (RSS modules Dublin Core, content, Media RSS; Atom).
enum FeedElements {
    static let itunes = XMLNamespace("http://www.itunes.com/dtds/podcast-1.0.dtd")
    static let feedBurner = XMLNamespace("http://rssnamespace.org/feedburner/ext/1.0")

    /// The first element of that name in the vocabulary of the entry itself.
    static func own(_ name: String, of entry: XMLElement) -> XMLElement? {
        entry.children.first { $0.is(name, in: entry.namespace) }
            ?? entry.children.first { $0.is(name, in: XMLNamespace.none) }
    }

    /// The content of an element as text or HTML: XHTML within it as HTML, anything else as the HTML that feeds carry.
    static func text(_ element: XMLElement) -> FeedEntry.Text? {
        let isMarkedUp = element.children.contains { _ in true }
        let bytes = isMarkedUp ? WireMarkup.html(of: element) : element.textBytes
        return bytes.isEmpty ? nil : FeedEntry.Text(form: .html, bytes: bytes)
    }

    /// The values of all elements of that name that have one.
    static func lines(_ name: String, of entry: XMLElement, in namespace: XMLNamespace? = nil) -> [String] {
        entry.all(name, in: namespace).compactMap(\.line)
    }

    // MARK: Pictures

    /// The picture that an entry names outside of its text: Media RSS, an enclosure, iTunes.
    static func image(of entry: XMLElement) -> LeadImage? {
        let media = entry.descendants.filter { $0.namespace == .mediaRSS }
        let content = media.first { element in
            guard element.name == "content", element.attribute("url") != nil else { return false }
            return element.attribute("medium") == "image" || element.attribute("type")?.hasPrefix("image/") == true
                || (element.attribute("medium") == nil && element.attribute("type") == nil && hasImageEnding(element))
        }
        if let content, let url = address(content.attribute("url")) {
            let inner = content.descendants.filter { $0.namespace == .mediaRSS }
            return LeadImage(
                url: url,
                caption: inner.first { $0.name == "description" || $0.name == "title" }?.line.map(HTMLText.plain),
                creditLine: inner.first { $0.name == "credit" }?.line)
        }
        if let url = address(media.first { $0.name == "thumbnail" }?.attribute("url")) { return LeadImage(url: url) }
        for enclosure in entry.all("enclosure")
        where enclosure.attribute("type")?.hasPrefix("image/") == true || hasImageEnding(enclosure) {
            if let url = address(enclosure.attribute("url")) { return LeadImage(url: url) }
        }
        for link in entry.all("link")
        where link.attribute("rel") == "enclosure" && link.attribute("type")?.hasPrefix("image/") == true {
            if let url = address(link.attribute("href")) { return LeadImage(url: url) }
        }
        return address(entry.first("image", in: itunes)?.attribute("href")).map { LeadImage(url: $0) }
    }

    private static func hasImageEnding(_ element: XMLElement) -> Bool {
        let path = (element.attribute("url") ?? "").lowercased().prefix { $0 != "?" }
        return [".jpg", ".jpeg", ".png", ".webp", ".gif"].contains { path.hasSuffix($0) }
    }

    private static func address(_ text: String?) -> String? {
        text.map(\.foldedSpace).flatMap { PageAddress($0) == nil ? nil : $0 }
    }
}
