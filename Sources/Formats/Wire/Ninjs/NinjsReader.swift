import Bytes
import Markup
import NewsModel
import NewsText

/// Reads an item of ninjs (IPTC, "ninjs User Guide"; schemas 1.4, 2.1 and 3.0).
///
/// Version 1 puts the variants of a text into names (`body_html`, `headline`), versions 2 and 3 into arrays of objects with a
/// `role` and a `value` (`bodies`, `headlines`); version 3 writes the names of properties with capitals inside (`pubStatus`), which are
/// left out of account here.
enum NinjsReader {
    /// What an item says.
    ///
    /// - Throws: `.noText` for pictures, films and recordings with a caption and no text.
    static func item(_ json: JSONValue) throws(ReadingFailure) -> WireItem {
        let json = json.withLowercaseKeys
        var item = WireItem(.ninjs)
        readIdentity(json, &item)
        readLines(json, &item)
        readRights(json, &item)
        readSubjects(json, &item)
        readBodies(json, &item)
        readAssociations(json, &item)
        let kind = json["type"]?.text ?? "text"
        guard
            ["text", "composite", "article", "news", "liveblog"].contains(kind.lowercased()) || !item.payloads.isEmpty
        else {
            throw ReadingFailure(.noText, "The item is a \(kind) with a caption and no text.")
        }
        return item
    }

    private static func readIdentity(_ json: JSONValue, _ item: inout WireItem) {
        item.set(\.facts.guid, json["guid"]?.text ?? json["uri"]?.text ?? json["altids"]?.list.first?["value"]?.text)
        item.set(\.facts.version, json["version"]?.text)
        item.facts.publicationStatus = WireStatus.status(json["pubstatus"]?.text)
        item.facts.urgency = json["urgency"]?.text.flatMap { Int($0) }.flatMap(NITFReader.urgency)
        item.facts.embargo = time(json["embargoed"] ?? json["embargoeduntil"])
        let version = time(json["versioncreated"])
        item.published = time(json["firstcreated"]) ?? time(json["contentcreated"]) ?? version
        item.modified = version
        item.language = json["language"]?.text
        // A `uri` of version 1 is an identifier that may look like an address; `url` is one.
        item.set(\.url, json["url"]?.text ?? json["webcanonical"]?.text)
        item.set(\.facts.editorialNote, json["ednote"]?.text)
        item.isCorrection =
            json["signals"]?.list.contains { $0["code"]?.text?.lowercased().contains("correct") ?? false }
            ?? false
    }

    private static func readLines(_ json: JSONValue, _ item: inout WireItem) {
        item.set(\.headline, variant(json["headlines"], "main") ?? json["headline"]?.text)
        item.set(\.headline, json["title"]?.text)
        item.set(\.deck, variant(json["headlines"], "sub", only: true))
        item.set(\.deck, variant(json["descriptions"], "summary") ?? json["description_text"]?.text)
        item.set(\.byline, json["byline"]?.text ?? json["by"]?.text ?? variant(json["bylines"], "main"))
        item.set(\.facts.byTitle, json["bytitle"]?.text)
        item.set(\.dateline, json["dateline"]?.text)
        item.set(\.facts.located, json["located"]?.text)
        item.set(\.slugline, json["slugline"]?.text)
        for people in [json["people"], json["person"], json["authors"]] {
            for person in people?.list ?? [] {
                let role = (person["rel"]?.text ?? person["role"]?.text ?? "").lowercased()
                guard role.contains("author") || role.contains("writer") || role == "creator", item.byline == nil,
                    let name = person["name"]?.text, item.authors.count < ReadingLimits.mostAuthors
                else { continue }
                item.authors.append(name)
            }
        }
    }

    private static func readRights(_ json: JSONValue, _ item: inout WireItem) {
        item.set(\.facts.copyright, json["copyrightnotice"]?.text ?? json["copyrightholder"]?.text)
        item.set(\.facts.usageTerms, json["usageterms"]?.text)
        if let rights = json["rightsinfo"] {
            item.set(\.facts.usageTerms, rights["usageterms"]?.text)
            item.set(\.facts.copyright, rights["copyrightnotice"]?.text)
        }
        let sources = (json["infosources"] ?? json["infosource"])?.list.compactMap { $0["name"]?.text } ?? []
        for source in sources.prefix(8) { item.agencies.append(source) }
        item.set(\.provider, json["provider"]?["name"]?.text ?? json["provider"]?.text ?? json["source"]?.text)
        item.set(\.provider, sources.first)
        item.set(\.provider, json["copyrightholder"]?.text)
        if item.agencies.isEmpty, let source = json["source"]?.text { item.agencies.append(source) }
        if item.agencies.isEmpty, let credit = json["creditline"]?.text { item.agencies.append(credit) }
    }

    private static func readSubjects(_ json: JSONValue, _ item: inout WireItem) {
        for subject in (json["subjects"] ?? json["subject"])?.list ?? [] {
            guard let code = subject["code"]?.text ?? subject["uri"]?.text ?? subject["name"]?.text else { continue }
            item.add(Subject(scheme: subject["scheme"]?.text, code: code, name: subject["name"]?.text))
        }
        item.keywords = json["keywords"]?.list.compactMap { $0.text ?? $0["name"]?.text } ?? []
        item.set(\.section, json["service"]?.list.first?["name"]?.text ?? json["section"]?.text)
    }

    // MARK: Text

    private static func readBodies(_ json: JSONValue, _ item: inout WireItem) {
        for name in ["body_html", "body_xhtml"] {
            if let html = json[name]?.text, !html.isEmpty { return item.payloads.append(.html(Array(html.utf8))) }
        }
        let bodies = json["bodies"]?.list ?? []
        let main = bodies.filter { ["main", "body", "full", ""].contains(($0["role"]?.text ?? "").lowercased()) }
        let candidates = main.isEmpty ? bodies : main
        let isHTML = { (body: JSONValue) in body["contenttype"]?.text?.lowercased().contains("html") ?? false }
        if let body = candidates.first(where: isHTML) ?? candidates.first, let text = body["value"]?.text, !text.isEmpty
        {
            return item.payloads.append(isHTML(body) ? .html(Array(text.utf8)) : WireText.payload(text))
        }
        if let text = json["body_text"]?.text, !text.isEmpty { return item.payloads.append(.text(Array(text.utf8))) }
        guard case .object(let members) = json else { return }
        // Providers may add variants of their own: body_nitf, body_main.
        for member in members where member.key.hasPrefix("body_") {
            if let text = member.value.text, !text.isEmpty { return item.payloads.append(WireText.payload(text)) }
        }
    }

    /// Pictures and items that go with this one: an object by name in version 1, an array since 2.
    private static func readAssociations(_ json: JSONValue, _ item: inout WireItem) {
        var associated: [JSONValue] = []
        switch json["associations"] {
        case .object(let members)?: associated = members.map(\.value)
        case .array(let values)?: associated = values
        default: break
        }
        for other in associated.prefix(ReadingLimits.mostLinks) {
            let caption = other["description_text"]?.text ?? variant(other["descriptions"], "caption")
            if let address = rendition(other), other["type"]?.text == "picture" {
                item.leadImage =
                    item.leadImage
                    ?? LeadImage(url: address, caption: caption, creditLine: other["byline"]?.text)
            } else if let address = other["uri"]?.text ?? other["url"]?.text, address.contains("://") {
                item.links.append(Link(url: address, text: other["headline"]?.text ?? other["title"]?.text))
            }
        }
    }

    private static func rendition(_ item: JSONValue) -> String? {
        var renditions: [JSONValue] = []
        switch item["renditions"] {
        case .object(let members)?: renditions = members.map(\.value)
        case .array(let values)?: renditions = values
        default: break
        }
        return renditions.lazy.compactMap { $0["href"]?.text ?? $0["url"]?.text }.first { $0.contains("://") }
    }

    // MARK: Values

    /// The value with a role out of an array of variants; the first one where none has it, unless only that one is wanted.
    private static func variant(_ variants: JSONValue?, _ role: String, only: Bool = false) -> String? {
        let list = variants?.list ?? []
        let wanted = list.first { ($0["role"]?.text ?? "").lowercased().contains(role) } ?? (only ? nil : list.first)
        return wanted?["value"]?.text ?? wanted?.text
    }

    private static func time(_ value: JSONValue?) -> NewsTime? {
        value?.text.flatMap { NewsTime($0) ?? DateReader.read($0) }
    }
}
