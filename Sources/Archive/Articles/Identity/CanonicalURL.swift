/// An address of the web in the form in which two spellings of one article's address are equal.
///
/// | part | what is done | source |
/// | --- | --- | --- |
/// | scheme | `http` and `https` count as one; others are no address of an article | |
/// | user name | removed | |
/// | host | ASCII letters in lower case, a dot at the end removed | RFC 3986, 6.2.2.1 |
/// | port | removed where it is the scheme's own (80, 443) or empty | RFC 3986, 6.2.3 |
/// | path | percent escapes in upper case, those of unreserved characters decoded; a slash at the end removed | RFC 3986, 6.2.2 |
/// | query | parameters that track the visitor removed, the rest sorted, an empty query removed | `isTracking` |
/// | fragment | removed, unless it begins with `!` (pages made by scripts) | |
struct CanonicalURL: Sendable, Hashable {
    /// The address in its common form.
    let text: String
    /// True when the path is more than `/`: the address of a site says nothing about an article.
    let namesAnArticle: Bool

    /// The common form of an absolute `http` or `https` address; nil for anything else.
    init?(_ address: String) {
        let bytes = Array(address.utf8)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let scheme = Self.lowered(bytes[..<colon])
        let defaultPort: [UInt8]
        switch String(decoding: scheme, as: UTF8.self) {
        case "http": defaultPort = Array("80".utf8)
        case "https": defaultPort = Array("443".utf8)
        default: return nil
        }
        var rest = bytes[(colon + 1)...]
        guard rest.starts(with: "//".utf8) else { return nil }
        rest = rest.dropFirst(2)

        let authority = rest.prefix { !Self.endsAuthority.contains($0) }
        rest = rest.dropFirst(authority.count)
        guard let host = Self.host(authority, defaultPort: defaultPort) else { return nil }

        let path = Self.path(rest.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })
        let afterPath = rest.drop { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        var query: [UInt8] = []
        if afterPath.first == UInt8(ascii: "?") {
            query = Self.query(afterPath.dropFirst().prefix { $0 != UInt8(ascii: "#") })
        }
        let fragment = afterPath.drop { $0 != UInt8(ascii: "#") }.dropFirst()
        let kept = fragment.first == UInt8(ascii: "!") ? [UInt8(ascii: "#")] + fragment : []

        namesAnArticle = path != [UInt8(ascii: "/")]
        text = String(decoding: Array("https://".utf8) + host + path + query + kept, as: UTF8.self)
    }

    private static let endsAuthority: Set<UInt8> = Set("/?#".utf8)

    private static func lowered(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        bytes.map { (65...90).contains($0) ? $0 + 32 : $0 }
    }

    private static func host(_ authority: ArraySlice<UInt8>, defaultPort: [UInt8]) -> [UInt8]? {
        let site = authority[(authority.lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? authority.startIndex)...]
        var name = lowered(site)
        // The last colon separates the port, unless it is inside the brackets of an IPv6 address.
        if let colon = name.lastIndex(of: UInt8(ascii: ":")), !name[colon...].contains(UInt8(ascii: "]")) {
            let port = Array(name[(colon + 1)...])
            name.removeSubrange(colon...)
            if !port.isEmpty, port != defaultPort { return name.isEmpty ? nil : name + [UInt8(ascii: ":")] + port }
        }
        if name.last == UInt8(ascii: ".") { name.removeLast() }
        return name.isEmpty ? nil : name
    }

    private static func path(_ raw: ArraySlice<UInt8>) -> [UInt8] {
        var path = unescaped(raw)
        while path.count > 1, path.last == UInt8(ascii: "/") { path.removeLast() }
        return path.isEmpty ? [UInt8(ascii: "/")] : path
    }

    /// Decodes escapes of unreserved characters (RFC 3986, 2.3) and writes the others in upper case.
    private static func unescaped(_ raw: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(raw.count)
        var index = raw.startIndex
        while index < raw.endIndex {
            guard raw[index] == UInt8(ascii: "%"), index + 2 < raw.endIndex,
                let high = digit(raw[index + 1]), let low = digit(raw[index + 2])
            else {
                bytes.append(raw[index])
                index += 1
                continue
            }
            let value = high << 4 | low
            if isUnreserved(value) {
                bytes.append(value)
            } else {
                bytes += [UInt8(ascii: "%"), hexadecimal[Int(high)], hexadecimal[Int(low)]]
            }
            index += 3
        }
        return bytes
    }

    private static let hexadecimal = Array("0123456789ABCDEF".utf8)

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private static func query(_ raw: ArraySlice<UInt8>) -> [UInt8] {
        let parameters = raw.split(separator: UInt8(ascii: "&")).map(unescaped).filter { !isTracking($0) }
        guard !parameters.isEmpty else { return [] }
        let sorted = parameters.sorted { $0.lexicographicallyPrecedes($1) }
        return [UInt8(ascii: "?")] + sorted.joined(separator: [UInt8(ascii: "&")])
    }

    /// Names of parameters that say how a reader came to a page and not which page it is: those of campaign tagging
    /// (`utm_`), advertisement clicks, newsletters and share buttons.
    static let trackingNames: Set<String> = [
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "twclid", "yclid", "ttclid", "igshid",
        "igsh", "li_fat_id", "mc_cid", "mc_eid", "_hsenc", "_hsmi", "__hstc", "__hssc", "__hsfp", "hsctatracking",
        "mkt_tok", "_openstat", "vero_id", "vero_conv", "oly_anon_id", "oly_enc_id", "s_cid", "wt_mc", "ncid", "cmpid",
        "ref_src", "ref_url", "_ga", "_gl", "epik", "rb_clickid", "wickedid", "soc_src", "soc_trk", "guccounter",
        "guce_referrer", "guce_referrer_sig", "smid", "xtor", "at_medium", "at_campaign", "at_custom1", "at_custom2",
    ]
    /// Beginnings of names of such parameters.
    static let trackingPrefixes = ["utm_", "pk_", "mtm_", "piwik_", "matomo_", "hsa_", "stm_"]

    private static func isTracking(_ parameter: [UInt8]) -> Bool {
        let name = String(decoding: lowered(parameter.prefix { $0 != UInt8(ascii: "=") }), as: UTF8.self)
        return trackingNames.contains(name) || trackingPrefixes.contains { name.hasPrefix($0) }
    }
}
