import Bytes
import Markup
import NewsModel
import NewsText

/// Reads an item of NewsML-G2 (IPTC, "NewsML-G2 Specification", 2.35; older versions differ in nothing that is read here).
enum NewsMLG2Reader {
    /// What a news item or a package says.
    ///
    /// - Throws: `.noText` for a picture, graphic, film or recording without text, for a catalog or another item that is no news, and for a
    ///   package that says nothing itself.
    static func item(_ root: XMLElement) throws(ReadingFailure) -> WireItem {
        guard ["newsItem", "packageItem"].contains(root.name) else {
            throw ReadingFailure(.noText, "The item is a <\(root.name)>, which holds no article.")
        }
        var item = WireItem(.newsMLG2)
        item.language = root.attribute("lang")
        item.set(\.facts.guid, root.attribute("guid"))
        item.set(\.facts.version, root.attribute("version"))
        if let meta = root.first("itemMeta") { readItem(meta, &item) }
        if let rights = root.first("rightsInfo") { readRights(rights, &item) }
        for meta in root.all("contentMeta") { readContent(meta, &item) }
        let kind = root.at("itemMeta", "itemClass")?.attribute("qcode")?.split(separator: ":").last.map(String.init)
        if root.name == "packageItem" {
            try readPackage(root, &item)
        } else {
            readText(root, &item)
            let isText = ["text", "composite", nil].contains(kind)
            guard isText || !item.payloads.isEmpty else {
                throw ReadingFailure(.noText, "The item is a \(kind ?? "medium") with a caption and no text.")
            }
            if !isText, item.payloads.isEmpty { item.headline = nil }
        }
        return item
    }

    /// The picture that an item is, with its caption; nil for any other item.
    static func picture(_ root: XMLElement) -> LeadImage? {
        let meta = root.first("contentMeta")
        let remote = root.first("contentSet")?.all("remoteContent").first {
            $0.attribute("contenttype")?.hasPrefix("image/") ?? false
        }
        guard let address = remote?.attribute("href") else { return nil }
        return LeadImage(
            url: address, caption: meta?.first("description")?.line ?? meta?.first("headline")?.line,
            creditLine: meta?.first("creditline")?.line)
    }

    // MARK: Metadata

    private static func readRights(_ rights: XMLElement, _ item: inout WireItem) {
        item.set(\.facts.copyright, rights.first("copyrightNotice")?.text)
        item.set(\.facts.copyright, rights.first("copyrightHolder").flatMap(name))
        item.set(\.facts.usageTerms, rights.first("usageTerms")?.text)
        // An address of the web says less to a reader than the name of who holds the rights.
        if item.provider?.contains(".") == true {
            item.provider = rights.first("copyrightHolder").flatMap(name) ?? item.provider
        }
    }

    private static func readItem(_ meta: XMLElement, _ item: inout WireItem) {
        let created = time(meta.first("firstCreated"))
        let version = time(meta.first("versionCreated"))
        item.published = created ?? version
        item.modified = version
        item.facts.embargo = time(meta.first("embargoed"))
        item.facts.publicationStatus = WireStatus.status(meta.first("pubStatus").flatMap(code))
        item.set(\.facts.editorialNote, meta.all("edNote").map(\.text).joined(separator: " "))
        item.isCorrection = (meta.all("signal") + meta.all("role")).contains {
            ["correction", "corrected", "corr"].contains(code($0)?.split(separator: ":").last?.lowercased())
        }
        item.set(\.slugline, meta.first("title")?.text)
        if let provider = meta.first("provider").flatMap(name) { item.provider = Self.withoutScheme(provider) }
        for link in meta.all("link") {
            guard let address = link.attribute("href"), address.contains("://") else { continue }
            item.links.append(Link(url: address, text: link.first("title")?.line))
        }
    }

    private static func readContent(_ meta: XMLElement, _ item: inout WireItem) {
        item.facts.urgency =
            item.facts.urgency
            ?? meta.first("urgency")?.line.flatMap { Int($0) }.flatMap(NITFReader.urgency)
        item.published = item.published ?? time(meta.first("contentCreated"))
        item.modified = item.modified ?? time(meta.first("contentModified"))
        item.set(\.facts.located, meta.first("located").flatMap(name))
        item.set(\.dateline, meta.first("dateline")?.text)
        item.set(\.byline, meta.first("by")?.text)
        if let language = meta.first("language")?.attribute("tag") { item.language = language }
        readHeadlines(meta, &item)
        for description in meta.all("description") where role(description).contains("summary") {
            item.set(\.deck, description.text)
        }
        item.set(\.slugline, meta.first("slugline")?.text)
        for subject in meta.all("subject") { if let read = self.subject(subject, item.language) { item.add(read) } }
        for keyword in meta.all("keyword") { if let word = keyword.line { item.keywords.append(word) } }
        readPeople(meta, &item)
    }

    private static func readHeadlines(_ meta: XMLElement, _ item: inout WireItem) {
        let headlines = meta.all("headline").filter { $0.line != nil }
        let main = headlines.first { role($0).isEmpty || role($0).contains("main") } ?? headlines.first
        item.set(\.headline, main?.text)
        for headline in headlines where role(headline).contains("sub") { item.set(\.deck, headline.text) }
    }

    private static func readPeople(_ meta: XMLElement, _ item: inout WireItem) {
        let creators = meta.all("creator") + meta.all("contributor").filter { role($0).contains("author") }
        for creator in creators {
            guard let name = creator.first("name")?.line else { continue }
            item.set(\.facts.byTitle, creator.descendant("jobtitle")?.text)
            guard item.byline == nil, AgencyNames.agency(name) == nil, name.contains(" "), BylineReader.isName(name),
                item.authors.count < ReadingLimits.mostAuthors
            else { continue }
            item.authors.append(name)
        }
        if let credit = meta.first("creditline")?.line { item.agencies.append(credit) }
        let sources = meta.all("infoSource").compactMap { $0.first("name")?.line ?? $0.attribute("literal") }
        if item.agencies.isEmpty, let source = sources.first { item.agencies.append(source) }
        // An address says less to a reader than the name in the credit line.
        if item.provider == nil || item.provider?.contains(".") == true || item.provider == item.provider?.uppercased(),
            let credit = item.agencies.first
        {
            item.provider = credit
        }
    }

    private static func subject(_ element: XMLElement, _ language: String?) -> Subject? {
        let names = element.all("name")
        let name = names.first { $0.attribute("lang") == language } ?? names.first
        guard let code = code(element) else {
            return element.attribute("literal").map { Subject(code: $0, name: name?.line) }
        }
        let parts = code.split(separator: ":", maxSplits: 1).map(String.init)
        return parts.count == 2
            ? Subject(scheme: parts[0], code: parts[1], name: name?.line) : Subject(code: code, name: name?.line)
    }

    // MARK: Values

    /// The `qcode`, or what is the same written as a `uri` of the IPTC's NewsCodes.
    private static func code(_ element: XMLElement) -> String? {
        if let code = element.attribute("qcode"), !code.isEmpty { return code }
        guard let uri = element.attribute("uri"), !uri.isEmpty else { return nil }
        for (scheme, path) in schemes {
            if let code = uri.code(ofNewsCodes: path) { return scheme + ":" + code }
        }
        return uri.contains("://") ? nil : uri
    }

    /// Schemes of NewsCodes by the paths of their URIs (cv.iptc.org/newscodes).
    private static let schemes: [(String, String)] = [
        ("medtop", "newscodes/mediatopic/"), ("subj", "newscodes/subjectcode/"), ("stat", "newscodes/pubstatusg2/"),
        ("genre", "newscodes/genre/"),
    ]

    /// A human-readable name: that of the concept, else the literal.
    private static func name(_ element: XMLElement) -> String? {
        element.first("name")?.line ?? element.attribute("literal") ?? element.attribute("qcode") ?? element.line
    }

    private static func withoutScheme(_ code: String) -> String {
        code.split(separator: ":").last.map(String.init) ?? code
    }

    private static func role(_ element: XMLElement) -> String { element.attribute("role")?.lowercased() ?? "" }

    private static func time(_ element: XMLElement?) -> NewsTime? {
        element?.line.flatMap { NewsTime($0) ?? DateReader.read($0) }
    }
}

extension String {
    /// The code at the end of a URI that goes by a path of the NewsCodes; nil for other URIs.
    fileprivate func code(ofNewsCodes path: String) -> Substring? {
        guard utf8.count <= 300, holds(path) else { return nil }
        return split(separator: "/").last
    }
}
