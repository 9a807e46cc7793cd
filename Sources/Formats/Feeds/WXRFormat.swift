import Bytes
import Markup
import NewsModel

extension Format {
    /// WordPress eXtended RSS, the export of a WordPress site: RSS 2.0 with the elements of `wordpress.org/export`.
    ///
    /// Published posts are articles, those of a site's own types too. Pages, attachments, menus and the like are none, nor is what
    /// was not published: drafts, private posts, the trash.
    static let wxr = feed("wxr", (mediaType: "application/xml", endings: ["wxr"]), entry: WXRFormat.entry) {
        root, sample in
        root.name == "rss" && (sample.holds("wordpress.org/export/") || sample.holds("<wp:wxr_version"))
    }
}

/// What the items of `Format.wxr` say.
enum WXRFormat {
    static func entry(_ element: XMLElement) -> FeedEntry? {
        let type = element.first("post_type")?.line ?? "post"
        guard !otherTypes.contains(type), !type.hasPrefix("wp_"),
            ["publish", "future", nil].contains(element.first("status")?.line)
        else { return nil }
        var entry = RSSItem.entry(element)
        entry.content = entry.content.map { FeedEntry.Text(form: .html, bytes: Shortcodes.removed(from: $0.bytes)) }
        entry.published = date(element, "post_date") ?? entry.published
        entry.modified = date(element, "post_modified")
        let categories = element.all("category")
        entry.section = categories.first { $0.attribute("domain") == "category" }?.line
        entry.keywords = categories.filter { $0.attribute("domain") != "category" }.compactMap(\.line)
        if entry.keywords.isEmpty { entry.keywords = categories.dropFirst().compactMap(\.line) }
        return entry
    }

    /// A date in UTC, else in the site's own time; drafts have zeros.
    private static func date(_ element: XMLElement, _ name: String) -> String? {
        if let universal = element.first(name + "_gmt")?.line, !universal.hasPrefix("0000") { return universal + "Z" }
        return element.first(name)?.line.flatMap { $0.hasPrefix("0000") ? nil : $0 }
    }

    private static let otherTypes: Set<String> = [
        "page", "attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache",
        "user_request", "product", "product_variation", "shop_order", "feedback", "acf", "acf-field", "acf-field-group",
        "elementor_library", "wpcf7_contact_form", "mc4wp-form", "amp_validated_url", "popup", "forum", "topic",
        "reply",
    ]
}
