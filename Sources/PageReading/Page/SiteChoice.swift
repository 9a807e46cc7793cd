import Bytes
import Markup

/// The publication and the page's own address.
struct SiteChoice {
    /// The publication's name and how it was chosen.
    let outlet: OutletChoice
    /// The canonical address with a path, or nil.
    let url: String?

    init(_ metadata: PageMetadata, linked: JSONValue?, scan: PageScan) {
        let addresses: [String?] = [
            metadata.canonical, metadata.first(["og:url"]), linked?["url"]?.text, linked?["mainEntityOfPage"]?.text,
            linked?["mainEntityOfPage"]?["@id"]?.text, metadata.saved?.url,
            metadata.first(["twitter:url", "parsely-link"]),
        ]
        let known = addresses.compactMap { $0?.foldedSpace }
        url = Self.consistent(known.filter(Self.hasPath))
        outlet = OutletChoice(
            metadata, linked: linked, scan: scan, address: url ?? known.first { PageAddress($0) != nil })
    }

    /// The publication's name, or nil.
    var name: String? { outlet.name }

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
