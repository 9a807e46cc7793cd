import Bytes
import Markup

/// The publication and the page's own address.
struct SiteChoice {
    /// The publication's name, or nil.
    private(set) var name: String?
    /// The canonical address with a path, or nil.
    private(set) var url: String?

    init(_ metadata: PageMetadata, linked: JSONValue?) {
        let ids = metadata.linked
        func named(_ value: JSONValue?) -> String? {
            guard let value else { return nil }
            for item in value.list {
                if let name = item["name"]?.text { return name }
                if let id = item["@id"]?.text, let object = ids.object(id: id), let name = object["name"]?.text {
                    return name
                }
            }
            return nil
        }
        let candidates: [String?] = [
            metadata.first(["og:site_name"]), named(linked?["publisher"]),
            ids.all("NewsMediaOrganization").lazy.compactMap { $0["name"]?.text }.first,
            ids.all("WebSite").lazy.compactMap { $0["name"]?.text }.first,
            ids.all("Organization").lazy.compactMap { $0["name"]?.text }.first,
            metadata.first([
                "application-name", "publisher", "dc.publisher", "dcterms.publisher", "twitter:app:name:iphone",
                "copyright",
            ]),
        ]
        name = candidates.lazy.compactMap { $0 }.map { HTMLText.unescaped($0).foldedSpace }.first {
            !$0.isEmpty && $0.utf8.count < 100
        }
        let addresses: [String?] = [
            metadata.canonical, metadata.first(["og:url"]), linked?["url"]?.text, linked?["mainEntityOfPage"]?.text,
            linked?["mainEntityOfPage"]?["@id"]?.text, metadata.saved?.url,
            metadata.first(["twitter:url", "parsely-link"]),
        ]
        url = Self.consistent(addresses.compactMap { $0?.foldedSpace }.filter(Self.hasPath))
    }

    /// The first address on the site that most of them name: a canonical address that points to another site alone is a
    /// mistake of a template, or of a page that was copied.
    private static func consistent(_ addresses: [String]) -> String? {
        let sites = addresses.map { PageAddress($0)?.site ?? "" }
        guard let first = addresses.first else { return nil }
        let votes = sites.map { site in sites.count { $0 == site } }
        guard let most = votes.max(), votes[0] < most, let place = votes.firstIndex(of: most) else { return first }
        return addresses[place]
    }

    /// True for an absolute address with more than the root as its path.
    static func hasPath(_ url: String) -> Bool {
        guard url.hasPrefix("http://") || url.hasPrefix("https://") else { return false }
        let rest = url.drop { $0 != ":" }.dropFirst(3)
        guard let slash = rest.firstIndex(of: "/") else { return false }
        return rest[slash...].utf8.count > 1 && rest[..<slash].contains(".")
    }
}
