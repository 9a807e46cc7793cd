import Bytes
import Markup
import NewsModel

/// The picture that leads the article.
enum LeadImageChoice {
    /// The picture that metadata names, with the caption of the first picture of the page that has one.
    static func choose(_ metadata: PageMetadata, linked: JSONValue?, scan: PageScan, base: PageAddress?) -> LeadImage? {
        let image = linked?["image"]
        let candidates: [String?] = [
            metadata.first(["og:image", "og:image:url", "og:image:secure_url"]), address(image),
            metadata.first(["twitter:image", "twitter:image:src", "parsely-image-url", "thumbnail"]),
            address(linked?["thumbnailUrl"]),
        ]
        let urls = candidates.lazy.compactMap { $0?.foldedSpace }.compactMap { url in
            base.map { $0.resolve(url) } ?? (PageAddress(url) == nil ? nil : url)
        }
        guard let url = urls.first else { return nil }
        var lead = LeadImage(url: url)
        if let block = scan.blocks.first(where: {
            $0.kind == .caption && $0.marks.isDisjoint(with: .unwanted) && $0.letters < 600
        }) {
            lead.caption = scan.string(of: block)
            lead.creditLine = credit(of: block, scan)
        } else if let caption = image?.list.lazy.compactMap({ $0["caption"]?.text }).first {
            lead.caption = HTMLText.plain(caption).foldedSpace
        }
        return lead
    }

    private static func address(_ value: JSONValue?) -> String? {
        guard let value else { return nil }
        return value.list.lazy.compactMap { $0["url"]?.text ?? $0["contentUrl"]?.text ?? $0.text }.first
    }

    /// The part of a caption that its own element calls a credit.
    private static func credit(of block: PageBlock, _ scan: PageScan) -> String? {
        for node in Int(block.first)..<Int(block.end) {
            for name in [HTMLAttributeName.class, .itemprop] {
                guard let value = scan.tree.value(name, of: node)?.lowercased() else { continue }
                if value.holds("credit") || value.holds("copyright") {
                    let text = scan.tree.foldedText(of: node)
                    if !text.isEmpty { return text }
                }
            }
        }
        return nil
    }
}
