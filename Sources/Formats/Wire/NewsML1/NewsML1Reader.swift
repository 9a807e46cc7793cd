import Bytes
import Markup
import NewsModel
import NewsText

/// Reads a news item of NewsML 1 (IPTC, "NewsML 1.2 Functional Specification").
enum NewsML1Reader {
    /// What a `NewsItem` element says.
    ///
    /// - Throws: `.noText` for pictures and films with a caption and no text.
    static func item(_ root: XMLElement) throws(ReadingFailure) -> WireItem {
        var item = WireItem(.newsML1)
        if let identifier = root.at("Identification", "NewsIdentifier") { readIdentifier(identifier, &item) }
        item.set(\.slugline, root.at("Identification", "NameLabel")?.text)
        if let management = root.first("NewsManagement") { readManagement(management, &item) }
        for component in components(of: root) { read(component, &item) }
        try readText(root, &item)
        return item
    }

    /// The news components, each before those within it.
    private static func components(of root: XMLElement) -> some Sequence<XMLElement> {
        root.descendants.lazy.filter { $0.is("NewsComponent") }
    }

    private static func readIdentifier(_ identifier: XMLElement, _ item: inout WireItem) {
        let revision = identifier.first("RevisionId")?.line
        item.facts.version = revision
        if let id = identifier.first("PublicIdentifier")?.line {
            item.facts.guid = withoutRevision(id, revision)
        } else {
            let parts = ["ProviderId", "DateId", "NewsItemId"].compactMap { identifier.first($0)?.line }
            if parts.count == 3 { item.facts.guid = "urn:newsml:" + parts.joined(separator: ":") }
        }
    }

    /// The public identifier names one revision (`urn:newsml:provider:date:id:3N`); the item is what stands before it.
    private static func withoutRevision(_ id: String, _ revision: String?) -> String {
        guard let colon = id.lastIndex(of: ":"), let revision else { return id }
        let last = id[id.index(after: colon)...]
        let number = last.prefix { $0.isNumber }
        guard number == revision[...], last.dropFirst(number.count).allSatisfy({ "NUA".contains($0) }) else {
            return id
        }
        return String(id[..<colon])
    }

    private static func readManagement(_ management: XMLElement, _ item: inout WireItem) {
        item.published = time(management.first("FirstCreated"))
        item.modified = time(management.first("ThisRevisionCreated"))
        let status = formalName(management.first("Status"))
        item.facts.publicationStatus = WireStatus.status(status)
        item.facts.urgency = formalName(management.first("Urgency")).flatMap { Int($0) }.flatMap(NITFReader.urgency)
        if status?.lowercased() == "embargoed" {
            item.facts.embargo = time(management.at("StatusWillChange", "DateAndTime"))
        }
        let instructions = management.all("Instruction").compactMap { formalName($0)?.lowercased() }
        item.isCorrection = instructions.contains { $0.hasPrefix("correct") || $0 == "rectify" }
        if item.facts.publicationStatus == nil || item.facts.publicationStatus == .usable,
            instructions.contains(where: { $0 == "delete" || $0 == "kill" || $0.hasPrefix("cancel") })
        {
            item.facts.publicationStatus = .cancelled
        }
    }

    private static func read(_ component: XMLElement, _ item: inout WireItem) {
        if let lines = component.first("NewsLines") { readLines(lines, &item) }
        if let metadata = component.first("AdministrativeMetadata") {
            let parties = ["Provider", "Source", "Creator"].compactMap { name in
                metadata.first(name)?.first("Party")?.attribute("FormalName")
            }
            item.set(\.provider, parties.first)
            if item.agencies.isEmpty, let first = parties.first { item.agencies.append(first) }
        }
        if let rights = component.first("RightsMetadata") {
            let copyright = rights.first("Copyright")
            item.set(
                \.facts.copyright,
                [copyright?.first("CopyrightDate")?.line, copyright?.first("CopyrightHolder")?.line].compactMap { $0 }
                    .joined(separator: " "))
            item.set(\.facts.usageTerms, rights.first("UsageRights")?.text)
        }
        if let metadata = component.first("DescriptiveMetadata") { readDescription(metadata, &item) }
    }

    private static func readLines(_ lines: XMLElement, _ item: inout WireItem) {
        item.set(\.headline, lines.first("HeadLine")?.text)
        item.set(\.deck, lines.first("SubHeadLine")?.text)
        item.set(\.byline, lines.first("ByLine")?.text)
        item.set(\.facts.byTitle, (lines.first("ByLineTitle") ?? lines.first("BylineTitle"))?.text)
        item.set(\.dateline, lines.first("DateLine")?.text)
        if let credit = lines.first("CreditLine")?.line, !item.agencies.contains(credit) {
            item.agencies.insert(credit, at: 0)
        }
        item.set(\.facts.copyright, lines.first("CopyrightLine")?.text)
        item.set(\.facts.usageTerms, lines.first("RightsLine")?.text)
        item.set(\.slugline, lines.first("SlugLine")?.text)
        for keyword in lines.all("KeywordLine") { if let line = keyword.line { item.keywords.append(line) } }
        for line in lines.all("NewsLine")
        where formalName(line.first("NewsLineType"))?.lowercased().contains("note") == true {
            item.set(\.facts.editorialNote, line.first("NewsLineText")?.text)
        }
    }

    private static func readDescription(_ metadata: XMLElement, _ item: inout WireItem) {
        if item.language == nil { item.language = formalName(metadata.first("Language")) }
        for code in metadata.descendants where ["Subject", "SubjectMatter", "SubjectDetail"].contains(code.name) {
            guard let name = formalName(code) else { continue }
            item.add(Subject(scheme: code.attribute("Vocabulary") ?? "IPTC", code: name))
        }
        guard item.facts.located == nil, let location = metadata.first("Location") else { return }
        let values = location.all("Property").compactMap { $0.attribute("Value") }.filter { !$0.isEmpty }
        item.set(\.facts.located, values.prefix(2).joined(separator: ", "))
    }

    // MARK: Text

    /// Takes the longest text: others are captions, or the same in fewer words.
    private static func readText(_ root: XMLElement, _ item: inout WireItem) throws(ReadingFailure) {
        var longest: (element: XMLElement, count: Int)?
        var media: Set<String> = []
        for content in root.descendants where content.is("ContentItem") {
            let medium = formalName(content.first("MediaType"))?.lowercased()
            if let medium { media.insert(medium) }
            guard medium == nil || medium == "text" || medium == "complexdata", let data = content.first("DataContent"),
                content.first("Encoding") == nil
            else {
                takePicture(content, medium, &item)
                continue
            }
            let count = data.textBytes.count
            if count > longest?.count ?? 0 { longest = (data, count) }
        }
        guard let data = longest?.element else {
            guard media.isEmpty || media.contains("text") else {
                throw ReadingFailure(
                    .noText, "The item is a \(media.sorted().joined(separator: " and a ")) with no text beside it.")
            }
            return
        }
        if let nitf = data.children.first(where: { $0.is("nitf") }) {
            let nested = NITFReader.item(nitf)
            item.set(\.headline, nested.headline)
            item.set(\.byline, nested.byline)
            item.set(\.facts.byTitle, nested.facts.byTitle)
            item.set(\.dateline, nested.dateline)
            item.payloads += nested.payloads
        } else if data.children.contains(where: { _ in true }) {
            let html = data.children.first { $0.is("html") }
            item.payloads.append(.html(WireMarkup.html(of: html?.first("body") ?? html ?? data)))
        } else if data.line != nil {
            item.payloads.append(WireText.payload(data.text))
        }
    }

    private static func takePicture(_ content: XMLElement, _ medium: String?, _ item: inout WireItem) {
        guard let address = content.attribute("Href"), address.contains("://"), item.leadImage == nil,
            ["photo", "picture", "graphic", "image"].contains(medium ?? "")
        else { return }
        item.leadImage = LeadImage(url: address)
    }

    private static func formalName(_ element: XMLElement?) -> String? {
        element?.attribute("FormalName").flatMap { $0.isEmpty ? nil : $0 } ?? element?.line
    }

    private static func time(_ element: XMLElement?) -> NewsTime? {
        element?.line.flatMap { NewsTime($0) ?? DateReader.read($0) }
    }
}
