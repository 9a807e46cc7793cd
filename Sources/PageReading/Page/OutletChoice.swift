import Bytes
import Markup

/// The name of the publication: every name that a page gives itself has a weight by where it stands, names that mean the same support each
/// other, and the heaviest one is chosen if it weighs enough.
struct OutletChoice {
    /// The name as it is cited; nil where no name weighs enough.
    private(set) var name: String?
    /// How sure it is, 0 to 1.
    private(set) var confidence = 0.0
    /// The names that were weighed, the heaviest first, with where they stand; for an explanation.
    private(set) var weighed: [(name: String, weight: Double, sources: [String])] = []

    /// Where a name stands, and what that weighs.
    private struct Source {
        let label: String
        let weight: Double

        static let siteName = Source(label: "og:site_name", weight: 3)
        static let publisher = Source(label: "publisher of linked data", weight: 2.2)
        static let organization = Source(label: "news organisation of linked data", weight: 2)
        static let webSite = Source(label: "web site of linked data", weight: 2)
        static let otherOrganization = Source(label: "organisation of linked data", weight: 1.2)
        static let application = Source(label: "application name", weight: 1)
        static let metadata = Source(label: "publisher of metadata", weight: 1)
        /// The title is the headline and this behind it, or before it.
        static let behindHeadline = Source(label: "title behind the headline", weight: 2.2)
        static let beforeHeadline = Source(label: "title before the headline", weight: 1.7)
        static let endOfTitle = Source(label: "end of the title", weight: 1.1)
        static let startOfTitle = Source(label: "start of the title", weight: 0.5)
        static let homeLink = Source(label: "link to the front page", weight: 1.2)
        static let logo = Source(label: "picture that links to the front page", weight: 1.5)
        static let notice = Source(label: "copyright line", weight: 0.7)
        static let feed = Source(label: "title of a feed", weight: 0.9)
        static let copyright = Source(label: "copyright of metadata", weight: 0.5)
    }

    private struct Candidate {
        var name: OutletName
        /// The best weight of each source.
        var weights: [String: Double] = [:]
        var spellings: [(text: String, weight: Double, isHost: Bool)] = []
    }

    /// The weight below which no name is believed (1.4 to 1.8).
    private static let needed = 1.5
    /// What the name gains that the host is short for.
    private static let hostGain = 1.5
    /// What the name gains that the site's own account is short for.
    private static let handleGain = 0.5
    /// What a name of a host in lower case weighs beside a name as people write it.
    private static let hostFactor = 0.5
    /// What a name gives to the shorter one that it begins with.
    private static let passedOn = 0.35
    /// What a tail of a title weighs that begins in lower case or is a sentence: a slogan.
    private static let sloganFactor = 0.3

    /// What a link to a sister of the page's own host weighs: `sport.paper.example` names the paper, a neighbour's blog does not.
    private static let sisterFactor = 0.5

    private var candidates: [Candidate] = []
    /// What was made of each text so far.
    private var readNames: [String: OutletName?] = [:]
    private let host: HostLabel?
    /// The page's own host, or nil.
    private let site: String?
    private let handle: HostLabel?
    private let headlines: [TextFingerprint]

    init(_ metadata: PageMetadata, linked: JSONValue?, scan: PageScan, address: String?) {
        let tree = scan.tree
        site = address.flatMap { PageAddress($0)?.site }
        host = address.flatMap { HostLabel($0) } ?? Self.hostOfFirstLink(metadata, tree)
        handle = metadata.first(["twitter:site"]).flatMap {
            HostLabel($0.dropFirst($0.hasPrefix("@") ? 1 : 0) + ".com")
        }
        var mastheads = metadata.homeLinks.map { TextFingerprint(tree.foldedText(of: $0)) }
        // Where the `h1` is the name of the site, it is no headline.
        let title = metadata.first(["og:title"])
        if let name = metadata.first(["og:site_name"]), title != nil, title != name {
            mastheads.append(TextFingerprint(name))
        }
        headlines =
            ([metadata.first(["og:title", "twitter:title"]), linked?["headline"]?.text].compactMap { $0 }
            + metadata.headlines.map(\.text)).map { TextFingerprint(HTMLText.unescaped($0)) }
            .filter { headline in headline.count >= 8 && !mastheads.contains { $0.isSame(headline) } }
        takeMetadata(metadata, linked)
        takeTitle(metadata.title)
        takeLinks(metadata, tree)
        takeNotices(scan)
        choose()
    }

    /// The host of the page's first link to a front page, where that link calls the host by its name.
    private static func hostOfFirstLink(_ metadata: PageMetadata, _ tree: HTMLTree) -> HostLabel? {
        guard let first = metadata.homeLinks.first, let label = tree.value(.href, of: first).flatMap({ HostLabel($0) })
        else { return nil }
        let pictures = tree.descendants(of: first).compactMap { tree.value(.alt, of: $0) }
        return ([tree.foldedText(of: first)] + pictures).contains { label.isShort(for: $0) } ? label : nil
    }

    /// How much of the weight of all names is that of the chosen one.
    var evidence: FieldEvidence {
        let steps = ["under .6", ".6 to .7", ".7 to .8", ".8 to .9", ".9 and more"]
        let step = confidence < 0.6 ? 0 : confidence < 0.7 ? 1 : confidence < 0.8 ? 2 : confidence < 0.9 ? 3 : 4
        return FieldEvidence(
            field: .outlet, kind: name == nil ? "nothing" : "names weighed, a share of " + steps[step])
    }

    // MARK: Gathering

    private mutating func takeMetadata(_ metadata: PageMetadata, _ linked: JSONValue?) {
        let ids = metadata.linked
        take(metadata.first(["og:site_name"]), .siteName)
        for item in linked?["publisher"]?.list ?? [] {
            let named = item["name"]?.text ?? item["@id"]?.text.flatMap { ids.object(id: $0)?["name"]?.text }
            take(named, .publisher)
        }
        take(ids.all("NewsMediaOrganization").lazy.compactMap { $0["name"]?.text }.first, .organization)
        take(ids.all("WebSite").lazy.compactMap { $0["name"]?.text }.first, .webSite)
        take(ids.all("Organization").lazy.compactMap { $0["name"]?.text }.first, .otherOrganization)
        for key in ["application-name", "apple-mobile-web-app-title", "al:ios:app_name", "al:android:app_name"] {
            take(metadata.first([key]), .application)
        }
        for key in ["publisher", "dc.publisher", "dcterms.publisher", "twitter:app:name:iphone"] {
            take(metadata.first([key]), .metadata)
        }
        take(metadata.first(["copyright"]), .copyright)
        for title in metadata.feedTitles { take(Self.beforeFeedWords(title), .feed) }
    }

    /// `Paper » Feed` and `Paper - Local news` as the name before the sign.
    private static func beforeFeedWords(_ title: String) -> String {
        for sign in ["»", "›", "|"] {
            if let place = title.firstIndex(of: Character(sign)) { return String(title[..<place]) }
        }
        return title
    }

    /// The parts of a title that are not the headline.
    private mutating func takeTitle(_ title: String?) {
        guard let title, title.utf8.count < 1_000 else { return }
        let parts = SiteSuffix.parts(of: Array(title.utf8)).map { part in
            (text: String(decoding: part.text, as: UTF8.self).foldedSpace, separator: part.separator)
        }
        guard parts.count > 1, let first = parts.first, let last = parts.last else {
            return takeColonHead(title)
        }
        func isHeadline(_ range: Range<Int>) -> Bool {
            var bytes: [UInt8] = []
            for place in range { bytes += TextFingerprint(parts[place].text).bytes }
            return headlines.contains { $0.bytes == bytes || bytes.count >= 16 && $0.bytes.starts(with: bytes) }
        }
        let count = parts.count
        let isBehind = (1..<count).contains { isHeadline(0..<$0) }
        let isBefore = (1..<count).contains { isHeadline($0..<count) } || count > 2 && isHeadline(1..<count - 1)
        takeTail(last.text, isBehind || count > 2 && isBefore ? .behindHeadline : .endOfTitle)
        if count > 2, isBehind || headlines.isEmpty { takeTail(parts[count - 2].text, .endOfTitle) }
        take(first.text, isBefore ? .beforeHeadline : .startOfTitle)
    }

    /// `Paper: the headline`.
    private mutating func takeColonHead(_ title: String) {
        guard let colon = title.firstIndex(of: ":") else { return }
        let head = String(title[..<colon])
        let rest = TextFingerprint(String(title[colon...]))
        let isNamed = headlines.contains { $0.isSame(rest) || $0.isSame(TextFingerprint(head)) }
        if isNamed || host?.isShort(for: head) == true { take(head, .beforeHeadline) }
    }

    private mutating func takeTail(_ text: String, _ source: Source) {
        let isSlogan =
            text.first?.isLowercase == true && host?.isShort(for: text) != true || text.split(separator: " ").count > 6
        take(text, isSlogan ? Source(label: source.label, weight: source.weight * Self.sloganFactor) : source)
    }

    /// What links to the front page show: text, a picture's text, their titles.
    private mutating func takeLinks(_ metadata: PageMetadata, _ tree: HTMLTree) {
        for node in metadata.homeLinks {
            var source = Source.homeLink
            if let address = tree.value(.href, of: node), let other = HostLabel(address) {
                // A link to the front page of another site names that site.
                guard host == nil || host?.text == other.text else { continue }
                // So does one to another of the sites under one name, as those of readers beside their comments.
                if let site, let theirs = PageAddress(address)?.site, site != theirs {
                    source = Source(label: source.label, weight: source.weight * Self.sisterFactor)
                }
                if host == nil { source = Source(label: source.label, weight: source.weight * 0.8) }
            }
            for inner in tree.descendants(of: node) where tree.nodes[inner].tag == .img {
                let factor = source.weight / Source.homeLink.weight
                let logo = Source(label: Source.logo.label, weight: Source.logo.weight * factor)
                for text in [tree.value(.alt, of: inner), tree.value(.title, of: inner)] { take(text, logo) }
            }
            let texts = [tree.foldedText(of: node), tree.value(.title, of: node), tree.value(.ariaLabel, of: node)]
            for text in texts.compactMap({ $0 }) where text.utf8.count < 80 { take(text, source) }
        }
    }

    /// Blocks at the end of a page among which its copyright line is.
    private static let noticeBlocks = 40
    /// Letters of such a line.
    private static let longestNotice: Int32 = 160

    /// Who a copyright line at the end of the page names.
    private mutating func takeNotices(_ scan: PageScan) {
        var left = 3
        for block in scan.blocks.suffix(Self.noticeBlocks).reversed()
        where block.letters < Self.longestNotice && left > 0 {
            let line = scan.text(of: block)
            guard line.withUnsafeBufferPointer({ ByteSearch.find("©", in: $0, from: 0) }) != nil else { continue }
            let text = String(decoding: line, as: UTF8.self)
            left -= 1
            let rest = text.drop { $0 != "©" }.drop { !$0.isLetter }
            let words = rest.prefix { !",.|•·–—;:".contains($0) && !$0.isNumber }
            take(String(words).foldedSpace, .notice)
        }
    }

    private mutating func take(_ text: String?, _ source: Source) {
        guard let text, !text.isEmpty, let name = name(of: text) else { return }
        let fingerprint = TextFingerprint(name.text)
        if fingerprint.count >= 12, headlines.contains(where: { $0.isSame(fingerprint) }) { return }
        let isPlain = name.isHost && name.text == name.text.lowercased()
        let weight = source.weight * (isPlain ? Self.hostFactor : 1)
        let place =
            candidates.firstIndex { $0.name.stem.isSame(name.stem) }
            ?? {
                candidates.append(Candidate(name: name))
                return candidates.count - 1
            }()
        candidates[place].weights[source.label] = max(weight, candidates[place].weights[source.label] ?? 0)
        candidates[place].spellings.append((name.text, weight, name.isHost))
    }

    /// The name that a text is, or nil. Most pages give theirs in the same words again and again.
    private mutating func name(of text: String) -> OutletName? {
        if let known = readNames[text] { return known }
        let name = OutletName(HTMLText.plain(text), host: host)
        readNames[text] = .some(name)
        return name
    }

    // MARK: Choosing

    private mutating func choose() {
        let own = candidates.map { candidate -> Double in
            let sum = candidate.weights.values.reduce(0, +)
            let isKnown = host.map { host in candidate.spellings.contains { host.isShort(for: $0.text) } } ?? false
            let isHandled =
                handle.map { handle in candidate.spellings.contains { handle.isShort(for: $0.text) } } ?? false
            return sum + (isKnown ? Self.hostGain : 0) + (isHandled ? Self.handleGain : 0)
        }
        var total = own
        for (place, candidate) in candidates.enumerated() where candidate.name.stem.count >= 4 {
            for (other, longer) in candidates.enumerated()
            where other != place && longer.name.stem.count > candidate.name.stem.count
                && longer.name.stem.begins(with: candidate.name.stem)
            {
                total[place] += own[other] * Self.passedOn
            }
        }
        let order = candidates.indices.sorted { total[$0] == total[$1] ? $0 < $1 : total[$0] > total[$1] }
        weighed = order.prefix(6).map { place in
            (Self.spelling(candidates[place].spellings), total[place], candidates[place].weights.keys.sorted())
        }
        guard let best = order.first, total[best] >= Self.needed else { return }
        let chosen = order.dropFirst().first { total[$0] >= Self.needed && isWritten($0, outFor: best) } ?? best
        name = Self.spelling(candidates[chosen].spellings)
        let second = order.dropFirst().first.map { total[$0] } ?? 0
        confidence = min(0.99, total[best] / (total[best] + 0.5 * second + 0.4))
    }

    /// Whether a name is written out what another one, that of a host such as `sz.example`, has in initials: Strand Zeitung.
    private func isWritten(_ name: Int, outFor short: Int) -> Bool {
        let spelling = Self.spelling(candidates[short].spellings)
        let isHost = candidates[short].spellings.contains { $0.isHost && $0.text == spelling }
        let host = isHost ? HostLabel(spelling) : nil
        guard let host, !candidates[name].spellings.contains(where: \.isHost) else { return false }
        let words = Self.spelling(candidates[name].spellings).split { $0 == " " || $0 == "-" }
        return words.count > 1 && String(words.compactMap(\.first)).lowercased() == host.text
    }

    /// The spelling that people would use: with capitals before without, a name before a host, then by weight.
    private static func spelling(_ spellings: [(text: String, weight: Double, isHost: Bool)]) -> String {
        func rank(_ spelling: (text: String, weight: Double, isHost: Bool)) -> Double {
            let isUpper = spelling.text.uppercased() == spelling.text
            let hasCase = isUpper || spelling.text.lowercased() != spelling.text
            let isLoud = spelling.text.utf8.count > 5 && isUpper
            return (hasCase ? 10 : 0) + (spelling.isHost ? 0 : 3) + (isLoud ? -1.5 : 0) + spelling.weight
        }
        if spellings.count == 1 { return spellings[0].text }
        return spellings.max { rank($0) < rank($1) }?.text ?? ""
    }
}
