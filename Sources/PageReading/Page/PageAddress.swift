import Bytes

/// An absolute address of the web and what links mean beside it (RFC 3986, section 5, as far as pages use it).
package struct PageAddress {
    /// `https` or `http`.
    package let scheme: String
    /// The host with its port.
    let host: String
    /// The path from its first `/`, without query and fragment; `/` where there is none.
    package let path: String

    /// The parts of an absolute address; nil for anything else.
    package init?(_ text: String) {
        let lowered = text.prefix(8).lowercased()
        guard lowered.hasPrefix("http://") || lowered.hasPrefix("https://") else { return nil }
        scheme = lowered.hasPrefix("https") ? "https" : "http"
        let rest = text.utf8.dropFirst(scheme.utf8.count + 3)
        let hostEnd =
            rest.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
            ?? rest.endIndex
        host = String(Substring(rest[..<hostEnd])).lowercased()
        guard !host.isEmpty, !host.utf8.contains(where: { $0 <= 32 }) else { return nil }
        let tail = rest[hostEnd...].prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        path = tail.isEmpty ? "/" : String(Substring(tail))
    }

    /// The host without `www.` and the like.
    package var site: String {
        for prefix in ["www.", "m.", "mobile.", "amp."] where host.hasPrefix(prefix) {
            return String(host.dropFirst(prefix.count))
        }
        return host
    }

    /// The absolute form of a link on this page; nil for links within the page, scripts and mail.
    package func resolve(_ link: String) -> String? {
        let link = link.foldedSpace
        guard let first = link.utf8.first, first != UInt8(ascii: "#") else { return nil }
        if link.hasPrefix("//") { return scheme + ":" + link }
        if let colon = link.utf8.firstIndex(of: UInt8(ascii: ":")) {
            let head = link.utf8[..<colon]
            if head.allSatisfy({ ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }) {
                return PageAddress(link) == nil ? nil : link
            }
        }
        if first == UInt8(ascii: "/") { return scheme + "://" + host + link }
        if first == UInt8(ascii: "?") { return scheme + "://" + host + path + link }
        let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(Substring(path.utf8[...$0])) } ?? "/"
        return scheme + "://" + host + Self.withoutDots(folder + link)
    }

    /// A path without `.` and `..`.
    private static func withoutDots(_ path: String) -> String {
        guard path.utf8.contains(UInt8(ascii: ".")) else { return path }
        var parts: [Substring] = []
        for part in path.split(separator: "/", omittingEmptySubsequences: false) {
            if part == ".." {
                if parts.count > 1 { parts.removeLast() }
            } else if part != "." {
                parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }
}
