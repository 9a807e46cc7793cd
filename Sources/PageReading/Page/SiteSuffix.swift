import Bytes

/// Takes the name of the site off a title.
enum SiteSuffix {
    private static let separators: [[UInt8]] = [
        " | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " / ", " « ", " ‹ ", "｜", " ∙ ", " ― ", " > ", "_",
        "|", " : ", "--",
    ].map { Array($0.utf8) }
    /// Separators that hardly occur within headlines.
    private static let strong: Set<String> = [" | ", "｜", "_", " :: ", " » ", " « ", " • ", " · ", "|", "-"]
    /// Bytes of a title that are looked at.
    private static let limit = 1_000

    /// The title without the site's name at its end or start.
    static func removed(from title: String, outlet: String?) -> String {
        guard title.utf8.count <= limit else { return title }
        let title = withoutColonHead(title, outlet)
        var parts = parts(of: Array(title.utf8))
        guard parts.count > 1 else { return title }
        let site = TextFingerprint(outlet ?? "")
        if site.count >= 3 {
            while parts.count > 1, let last = parts.last, isSite(last.text, site) { parts.removeLast() }
            if parts.count > 1, isSite(parts[0].text, site) { parts.removeFirst() }
        }
        // Without a name to go by: short last parts behind a separator that headlines hardly contain are the site's.
        while parts.count > 1, let last = parts.last {
            let head = parts.dropLast().reduce(0) { $0 + $1.text.count }
            let separator = parts[parts.count - 2].separator
            let isStrong = strong.contains(String(decoding: separator, as: UTF8.self))
            guard last.text.count < 60,
                isStrong
                    ? last.text.count * 3 < head * 2 : outlet == nil && last.text.count * 2 < head && parts.count == 2
            else { break }
            parts.removeLast()
        }
        var out: [UInt8] = []
        for (index, part) in parts.enumerated() { out += part.text + (index + 1 < parts.count ? part.separator : []) }
        return String(decoding: out, as: UTF8.self).foldedSpace
    }

    /// The title without the site's name before a colon: "Paper: the headline".
    private static func withoutColonHead(_ title: String, _ outlet: String?) -> String {
        let site = TextFingerprint(outlet ?? "")
        guard site.count >= 3, let colon = title.utf8.firstIndex(of: UInt8(ascii: ":")) else { return title }
        let rest = title.utf8[title.utf8.index(after: colon)...]
        guard rest.first == 0x20, rest.count > 16, isSite(Array(title.utf8[..<colon]), site) else { return title }
        return String(decoding: rest, as: UTF8.self).foldedSpace
    }

    private static func isSite(_ text: [UInt8], _ site: TextFingerprint) -> Bool {
        let fingerprint = TextFingerprint(text)
        return !fingerprint.isEmpty
            && (fingerprint.begins(with: site) && fingerprint.count < site.count * 3 || site.begins(with: fingerprint))
    }

    /// A hyphen between signs of a script without spaces, as in 标题-新华网.
    private static func isTightDash(_ title: [UInt8], _ index: Int, from start: Int) -> Bool {
        title[index] == UInt8(ascii: "-") && index > start && index + 1 < title.count && title[index - 1] >= 0x80
            && title[index + 1] >= 0xE3
    }

    /// Whether a separator can begin with a byte: most bytes of a title are told by this alone.
    private static func mayBegin(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "_"), UInt8(ascii: "|"), UInt8(ascii: "-"), 0xEF: true
        default: false
        }
    }

    /// A title's parts, each with the separator behind it.
    static func parts(of title: [UInt8]) -> [(text: [UInt8], separator: [UInt8])] {
        var parts: [(text: [UInt8], separator: [UInt8])] = []
        var start = 0
        var index = 0
        while index < title.count {
            guard mayBegin(title[index]) else {
                index += 1
                continue
            }
            let found = separators.first { separator in
                index > start && title.count - index > separator.count
                    && title[index..<index + separator.count] == separator[...]
            }
            let isTight = found == nil && isTightDash(title, index, from: start)
            if let found = found ?? (isTight ? [UInt8(ascii: "-")] : nil) {
                parts.append((Array(title[start..<index]), found))
                index += found.count
                start = index
            } else {
                index += 1
            }
        }
        parts.append((Array(title[start...]), []))
        return parts
    }
}
