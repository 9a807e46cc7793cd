import Bytes
import Markup
import NewsModel
import NewsText

/// Who wrote the article.
///
/// Sources are asked in order of trust, and the first that names a person wins. Where none does, the agency, desk or
/// publication that is named instead is the author.
struct AuthorChoice {
    /// Names in natural order, agencies only where nobody else is named.
    private(set) var names: [String] = []
    /// Agencies that are named in the byline.
    private(set) var agencies: [String] = []
    /// The byline as it stands, or nil.
    private(set) var byline: String?
    /// What the names were taken from, in words.
    private(set) var source = "nothing"

    /// Names of one article that are kept; a report of an investigation has twenty.
    static let limit = 30
    /// Short lines under the headline that are looked at for a byline.
    static let linesAfterHeadline = 12
    /// Bytes of a text that can be a byline.
    static let longestByline = 300

    /// Nodes between two authors beside each other; teasers with authors of their own lie further apart.
    static let longestGap = 40
    /// Parts of a page that name authors of something else.
    static let elsewhere: PageMarks = [
        .comments, .related, .footer, .sidebar, .navigation, .hidden, .biography,
    ]

    private let site: TextFingerprint
    /// The fields and lines that are read, as they are written.
    private var sources: Set<String> = []
    /// Names of the house itself that stand where an author is named: those that the page states as its site's, and those that its host has too.
    private var siteNames: [String] = []
    private var hostNames: [String] = []
    /// What the page calls its section, in lower case.
    private var sections: Set<String> = []

    let host: HostLabel?

    init(_ metadata: PageMetadata, linked: JSONValue?, scan: PageScan, url: String?, foreign: ForeignParts) {
        host = url.flatMap { HostLabel($0) }
        // On a site of one person the outlet has the author's name: only what the page states as its publisher is no author.
        site = TextFingerprint(
            metadata.first(["og:site_name"]) ?? linked?["publisher"]?["name"]?.text
                ?? metadata.first(["application-name", "publisher"]) ?? "")
        let stated = Self.stated(metadata, linked, scan.tree, foreign)
        sections = Set(
            [PageFacts.section(metadata, linked: linked)].compactMap { $0?.lowercased() })
        for (place, texts) in stated.enumerated() where take(texts, isField: true) {
            // The article's own linked data is believed. Metadata is often that of the editor or the house: a byline beside the headline that
            // names others outranks it.
            source = place < Self.linkedSources ? "linked data" : "metadata"
            // A single word is as often a part of the house's name as a person's.
            if place >= Self.linkedSources || !names.contains(where: Self.isWholeName) {
                let profiles = Self.profiles(scan, foreign, host: host).texts
                preferShown((profiles.isEmpty ? [] : [profiles]) + Self.visible(metadata, scan, foreign).beside)
            }
            return
        }
        let profiles = Self.profiles(scan, foreign, host: host)
        if take(profiles.texts, isField: true) || takeSpelt(profiles) {
            source = "a link to the author beside the headline"
            return
        }
        let shown = Self.visible(metadata, scan, foreign)
        for line in shown.beside where take(line, isField: false) {
            source = "a byline beside the headline"
            return
        }
        let houses = siteNames + hostNames
        // Where the host is named as the author, a name by itself is as often a section.
        if hostNames.isEmpty, take(Self.signatures(scan, foreign), isField: false) {
            source = "a signature"
            return
        }
        if take(Self.belowLabel(scan, foreign), isField: false) {
            source = "a name below its label"
            return
        }
        let only = AuthorProfiles.only(scan.tree, host: host) { node in
            !scan.marks[node].isDisjoint(with: [.comments, .related, .navigation, .hidden]) || foreign.holds(node)
        }
        if let only, take([only], isField: true) {
            source = "the only author to whom the page links"
            return
        }
        for line in shown.elsewhere where take(line, isField: false) {
            source = "a name elsewhere on the page"
            return
        }
        if stated.allSatisfy(\.isEmpty), takeHandle(metadata, scan, foreign) {
            source = "the name of an account"
            return
        }
        (names, byline) = organisation(in: stated + [houses])
        if !names.isEmpty { source = "an agency, desk or house where no person is named" }
    }

    /// What the names were taken from.
    var evidence: FieldEvidence { FieldEvidence(field: .authors, kind: source) }

    /// What else the page calls its author, source by source; for an explanation.
    static func others(
        _ metadata: PageMetadata, linked: JSONValue?, scan: PageScan, foreign: ForeignParts
    ) -> [(source: String, text: String)] {
        let stated = stated(metadata, linked, scan.tree, foreign).enumerated().map { place, texts in
            (source: place < linkedSources ? "linked data" : "metadata", text: texts.joined(separator: ", "))
        }
        let shown = visible(metadata, scan, foreign)
        return
            (stated + shown.beside.map { ("a byline beside the headline", $0.joined(separator: ", ")) }
            + shown.elsewhere.map { ("a name elsewhere on the page", $0.joined(separator: ", ")) })
            .filter { !$0.text.isEmpty }
    }

    /// Takes the names of a source; false when it names nobody.
    private mutating func take(_ source: [String], isField: Bool) -> Bool {
        for text in source where text.utf8.count < Self.longestByline && !text.hasPrefix("http") {
            if Self.isOrganisation(text) || isSpeltByHost(text) { continue }
            sources.insert(text)
            let read = BylineReader.read(Self.withoutPlace(text), isField: isField)
            for name in read.names where names.count < Self.limit && !names.contains(name) {
                if isWord(name) { continue }
                if isSite(name) {
                    siteNames.append(name)
                } else if isHost(name) {
                    hostNames.append(name)
                } else {
                    names.append(name)
                }
            }
            for agency in read.agencies where !agencies.contains(agency) { agencies.append(agency) }
        }
        if names.isEmpty { return false }
        byline = source.joined(separator: ", ")
        return true
    }

    /// The text before `, in`: "By NAME, in PLACE" and "By NAME, in SECTION, SECTION".
    private static func withoutPlace(_ text: String) -> String {
        let bytes = Array(text.utf8)
        let mark = Array(", in ".utf8)
        guard bytes.count > mark.count else { return text }
        for start in 1..<bytes.count - mark.count where bytes[start] == mark[0] {
            if bytes[start..<start + mark.count].elementsEqual(mark) {
                return String(decoding: bytes[..<start], as: UTF8.self)
            }
        }
        return text
    }

    /// Takes the one word, such as `harbour_watch`, that the address of its own page spells; returns false when it spells no such word.
    private mutating func takeSpelt(_ profiles: AuthorProfiles) -> Bool {
        guard profiles.isSpelt, let handle = profiles.texts.first, !isSite(handle), !isWord(handle),
            !Self.namelessAccounts.contains(handle.lowercased()), !BylineWords.titles.contains(handle.lowercased()),
            !handle.contains(" ")
        else { return false }
        (names, byline) = ([handle], handle)
        return true
    }

    /// Whether the host is made of the first letters of a name, as `wp.example` of Wide Press: the publication.
    private func isSpeltByHost(_ text: String) -> Bool {
        guard let host, host.text.utf8.count <= 4, text.contains(" ") else { return false }
        return host.text == String(text.split(separator: " ").compactMap(\.first)).lowercased()
    }

    /// Whether a name is a word of the page and no name: its section, or what a byline is called.
    func isWord(_ name: String, allowsSignature: Bool = false) -> Bool {
        let lowered = name.lowercased()
        if sections.contains(lowered) || OutletName.generic.contains(lowered) { return true }
        guard !name.contains(" ") else { return false }
        return BylineWords.sections.contains(lowered) || BylineWords.labels.contains(lowered + ":")
            || BylineWords.labels.contains(lowered)
            // The signature of a desk, such as GNB.
            || !allowsSignature && name.utf8.count <= 4 && name.utf8.allSatisfy(ASCII.isLetter)
                && sources.contains(name.uppercased())
            // Names that a program gave to an account.
            || name.count >= 10 && name.contains(where: \.isNumber)
    }

    /// Sources of linked data before those of metadata.
    private static let linkedSources = 2

    /// Takes the names beside the headline where they are others than those that were taken, of whom none stands there. A signature, a name by
    /// itself, can be that of a photographer or of a person in the text: it outranks nothing.
    private mutating func preferShown(_ beside: [[String]]) {
        let stated = self
        var shown: AuthorChoice?
        for source in beside {
            (names, agencies, byline) = ([], [], nil)
            guard take(source, isField: false) else { continue }
            let isOther = names.allSatisfy { name in
                let own = TextFingerprint(name)
                return !stated.names.contains { other in
                    let known = TextFingerprint(other)
                    return known.begins(with: own) || own.begins(with: known)
                }
            }
            if shown == nil, !isOther || !names.allSatisfy(Self.isWholeName) { break }
            if !isOther {
                shown = nil
                break
            }
            if shown == nil { shown = self }
        }
        self = shown ?? stated
        if shown != nil { source = "a byline beside the headline, against metadata" }
    }

    /// Whether a text is a given name and a surname without doubt: words with capitals and particles, none of them a title.
    static func isWholeName(_ name: String) -> Bool {
        guard name.first?.isCased == true else { return true }
        let words = name.split(separator: " ")
        return (2...5).contains(words.count) && !BylineReader.hasTitle(name)
            && words.allSatisfy { $0.first?.isUppercase == true || BylineWords.particles.contains(String($0)) }
    }

    func isSite(_ name: String) -> Bool {
        let fingerprint = TextFingerprint(name)
        return !site.isEmpty && (fingerprint.isSame(site) || site.count > 5 && fingerprint.begins(with: site))
    }

    /// Whether a name is that of the page's own host: the house, or the one person who runs the site.
    private func isHost(_ name: String) -> Bool {
        host.map { TextFingerprint($0.text).isSame(TextFingerprint(name)) } ?? false
    }

    /// Takes the one word, such as `harbour_watch`, by which every `rel=author` link names its author; false otherwise.
    private mutating func takeHandle(
        _ metadata: PageMetadata, _ scan: PageScan, _ foreign: ForeignParts
    ) -> Bool {
        let links = metadata.authorLinks.filter {
            scan.marks[$0].isDisjoint(with: Self.elsewhere) && !foreign.holds($0)
        }
        let texts = Set(links.map { scan.tree.foldedText(of: $0) }.filter { !$0.isEmpty })
        guard let handle = texts.first, texts.count == 1, (2...40).contains(handle.utf8.count),
            handle.first?.isLetter == true, handle.contains(where: \.isLowercase), !isSite(handle),
            handle.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" || $0 == "." }),
            !BylineWords.titles.contains(handle.lowercased()), !BylineWords.notices.contains(handle.lowercased())
        else { return false }
        names = [handle]
        byline = handle
        return true
    }

}
