import Bytes
import Markup
import NewsModel

/// Reads an item of NITF 3 (IPTC, "NITF 3.6 DTD" and its documentation).
enum NITFReader {
    /// What an `nitf` element says, its text included.
    static func item(_ root: XMLElement) -> WireItem {
        var item = WireItem(.nitf)
        item.language = root.attribute("baselang") ?? root.attribute("lang")
        let head = root.first("head")
        if let head {
            readManagement(head, &item)
            readDescription(head, &item)
        }
        if let body = root.first("body") { read(body, &item) }
        item.set(\.headline, head?.first("title")?.text)
        return item
    }

    // MARK: Head

    private static func readManagement(_ head: XMLElement, _ item: inout WireItem) {
        guard let data = head.first("docdata") else { return }
        item.facts.publicationStatus = WireStatus.status(data.attribute("management-status"))
        let id = data.first("doc-id")?.attribute("id-string")
        let key = data.first("du-key")
        // The key names the story over its versions, which some providers number within the id.
        if let id, let key = key?.attribute("key"), !key.isEmpty, id.hasPrefix(key) {
            item.set(\.facts.guid, key)
        }
        item.set(\.facts.guid, id)
        item.set(\.facts.version, key?.attribute("version"))
        // A notice about another document acts on that one.
        if let managed = data.attribute("management-doc-idref"), !managed.isEmpty,
            let status = WireStatus.status(data.attribute("management-idref-status")), status != .usable
        {
            item.facts.guid = managed
            item.facts.publicationStatus = status
        }
        item.facts.urgency = data.first("urgency")?.attribute("ed-urg").flatMap { Int($0) }.flatMap(urgency)
        item.set(\.facts.editorialNote, data.first("ed-msg")?.attribute("info"))
        if let correction = data.first("correction") {
            item.isCorrection = true
            item.set(\.facts.editorialNote, correction.attribute("info"))
        }
        readTimes(head, data, &item)
        readRights(data, &item)
        if let place = data.first("evloc") {
            let parts = ["city", "county-dist", "state-prov", "iso-cc"].compactMap { place.attribute($0) }
            item.set(\.facts.located, parts.filter { !$0.isEmpty }.prefix(2).joined(separator: ", "))
        }
        for keyword in data.first("key-list")?.all("keyword") ?? [] {
            if let key = keyword.attribute("key"), !key.isEmpty { item.keywords.append(key) }
        }
    }

    private static func readTimes(_ head: XMLElement, _ data: XMLElement, _ item: inout WireItem) {
        func time(_ name: String) -> NewsTime? { data.first(name)?.attribute("norm").flatMap { NewsTime($0) } }
        let issued = time("date.issue")
        let release = time("date.release")
        item.published =
            issued ?? release
            ?? head.first("pubdata")?.attribute("date.publication").flatMap { NewsTime($0) }
        if let release, let issued, release.instantMilliseconds > issued.instantMilliseconds {
            item.facts.embargo = release
        } else if data.attribute("management-status") == "embargoed" {
            item.facts.embargo = release
        }
    }

    private static func readRights(_ data: XMLElement, _ item: inout WireItem) {
        if let copyright = data.first("doc.copyright") {
            let parts = [copyright.attribute("year"), copyright.attribute("holder")].compactMap { $0 }
            item.set(\.facts.copyright, parts.joined(separator: " "))
        }
        if let rights = data.first("doc.rights") {
            let terms = [rights.attribute("type"), rights.attribute("limitations"), rights.attribute("geography")]
            item.set(\.facts.usageTerms, terms.compactMap { $0 }.joined(separator: " "))
        }
    }

    private static func readDescription(_ head: XMLElement, _ item: inout WireItem) {
        for subject in head.first("tobject")?.all("tobject.subject") ?? [] {
            let names = ["detail", "matter", "type"].compactMap { subject.attribute("tobject.subject." + $0) }
            item.add(
                Subject(
                    scheme: subject.attribute("tobject.subject.ipr") ?? "IPTC",
                    code: subject.attribute("tobject.subject.refnum") ?? "", name: names.first { !$0.isEmpty }))
        }
        item.set(\.section, head.first("pubdata")?.attribute("position.section"))
        item.set(\.provider, head.first("pubdata")?.attribute("name"))
        for meta in head.all("meta") where meta.attribute("name")?.lowercased() == "keywords" {
            let words = meta.attribute("content")?.split { $0 == "," || $0 == ";" } ?? []
            item.keywords += words.map { $0.trimmingWhitespace() }.filter { !$0.isEmpty }
        }
    }

    // MARK: Body

    private static func read(_ body: XMLElement, _ item: inout WireItem) {
        if let head = body.first("body.head") { readHead(head, &item) }
        var html: [UInt8] = []
        for part in body.children where part.name != "body.head" { html += WireMarkup.html(of: part) }
        if body.first("body.content") == nil, body.first("body.head") == nil { html = WireMarkup.html(of: body) }
        item.payloads.append(.html(html))
    }

    private static func readHead(_ head: XMLElement, _ item: inout WireItem) {
        let lines = head.first("hedline")
        item.set(\.headline, lines?.first("hl1")?.text ?? lines?.text)
        item.set(\.byline, head.first("byline").map(bylineText))
        item.set(\.facts.byTitle, head.first("byline")?.descendant("byttl")?.text)
        item.set(\.deck, head.first("abstract")?.text)
        if let second = lines?.first("hl2")?.line, second != item.headline, second != second.uppercased() {
            item.set(\.deck, second)
        }
        item.set(\.facts.editorialNote, head.first("note")?.text)
        if let dateline = head.first("dateline") {
            let place = dateline.first("location")?.text
            item.set(\.dateline, place ?? text(of: dateline, without: "story.date"))
            item.facts.located = item.dateline ?? item.facts.located
            item.published =
                item.published
                ?? dateline.first("story.date")?.attribute("norm").flatMap { NewsTime($0) }
        }
        if let distributor = head.first("distributor")?.line {
            item.agencies.append(distributor)
            item.provider = distributor
        }
        let rights = head.first("rights")
        item.set(\.facts.copyright, rights?.first("rights.owner")?.text)
        item.set(\.provider, rights?.first("rights.owner")?.text)
        if let provider = head.parent?.parent?.at("head", "docdata", "doc.copyright")?.attribute("holder") {
            item.set(\.provider, provider)
        }
    }

    private static func bylineText(_ byline: XMLElement) -> String { text(of: byline, without: "byttl") }

    /// The text of an element without that of one of its children.
    private static func text(of element: XMLElement, without name: String) -> String {
        var text = ""
        for content in element.content {
            switch content {
            case .text(let part): text += part
            case .element(let child): text += child.name == name ? " " : child.text
            }
        }
        return TextNormalizer.normalized(text)
    }

    /// 1 to 9; anything else is no urgency.
    static func urgency(_ value: Int) -> Int? { (1...9).contains(value) ? value : nil }
}
