import NewsModel

/// Articles as IPTC ninjs 3.0, one object a line.
///
/// Every member but `wiredesk` is one of the standard (https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json) in the form that its
/// schema asks for. What the standard has no place for, or only in a lossy form (a day without a time, the kinds of
/// paragraphs, where credits stand), is in `wiredesk` with the names of JSON Lines, so that a desk reads an equal article back.
public struct NinjsWriter: ArticleWriter {
    /// What the identifiers of articles begin with that have none of their provider.
    public static let identifierPrefix = "urn:wiredesk:article:"
    /// The name of the member that the standard does not know.
    public static let extensionName = "wiredesk"

    /// A writer.
    public init() {}

    /// Appends the article's object and a line end.
    public func append(_ item: ExportedArticle, to bytes: inout [UInt8]) {
        JSONOutput.object(members(of: item)).write(to: &bytes)
        bytes.append(0x0A)
    }

    private func members(of item: ExportedArticle) -> [(String, JSONOutput)] {
        let article = item.article
        var members: [(String, JSONOutput)] = [("uri", .text(Self.identifier(of: item)))]
        /// Adds a member; ninjs knows no nulls and no empty lists.
        func add(_ name: String, _ value: JSONOutput) {
            switch value {
            case .null: return
            case .list(let list) where list.isEmpty: return
            default: members.append((name, value))
            }
        }
        add("standard", Self.standard)
        add("type", .text("text"))
        add("representationType", .text(article.isPaywalled || article.isSummary ? "partial" : "full"))
        add("version", .text(article.wire.version))
        add("firstCreated", .text(article.published?.dateTime))
        add("versionCreated", .text((article.modified ?? article.published)?.dateTime))
        add("embargoedUntil", .text(article.wire.embargo?.dateTime))
        add("pubStatus", .text(article.wire.publicationStatus.map(Self.status)))
        if let urgency = article.wire.urgency, (1...9).contains(urgency) { add("urgency", .integer(urgency)) }
        add("copyrightNotice", .text(article.wire.copyright))
        add("usageTerms", .text(article.wire.usageTerms))
        add("edNote", .text(article.wire.editorialNote))
        add("language", .text(article.language))
        add("headlines", .list(Self.text(article.headline, role: "main")))
        add("descriptions", .list(Self.text(article.deck, role: "summary")))
        add("bodies", .list(Self.bodies(of: article)))
        add("by", .text(article.byline ?? (article.authors.isEmpty ? nil : article.authors.joined(separator: ", "))))
        add(
            "people",
            .list(article.authors.map { Self.party($0, "rel", "author") } + Self.mentioned(.person, in: article)))
        add("organisations", .list(Self.mentioned(.organization, in: article)))
        add("places", .list(Self.mentioned(.place, in: article)))
        add("infoSources", .list(Self.sources(of: article)))
        add("subjects", .list(Self.subjects(of: article)))
        add("located", .text(article.wire.located ?? article.dateline?.place))
        add("renditions", .list(Self.renditions(of: article)))
        add("associations", .list(article.leadImage.map { [Self.picture($0)] } ?? []))
        add("altIds", .list(Self.alternativeIdentifiers(of: item)))
        add(Self.extensionName, .object(Self.extensionMembers(of: item)))
        return members
    }

    // MARK: Identity

    /// The provider's guid where it is a URI, else one made from the article's id.
    private static func identifier(of item: ExportedArticle) -> String {
        if let guid = item.article.wire.guid, URIText.isURI(guid) { return guid }
        return identifierPrefix + item.id.description
    }

    private static func alternativeIdentifiers(of item: ExportedArticle) -> [JSONOutput] {
        func identifier(_ role: String, _ value: String) -> JSONOutput {
            .object([("role", .text(role)), ("value", .text(value))])
        }
        var list = [identifier("wiredesk", item.id.description)]
        if let guid = item.article.wire.guid, !URIText.isURI(guid) { list.append(identifier("guid", guid)) }
        return list
    }

    private static let standard = JSONOutput.object([
        ("name", .text("ninjs")), ("version", .text("3.0")),
        ("schema", .text("http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json#")),
    ])

    /// The standard spells it with one l.
    private static func status(_ status: WireFacts.PublicationStatus) -> String {
        switch status {
        case .usable: "usable"
        case .withheld: "withheld"
        case .cancelled: "canceled"
        }
    }

    // MARK: Text

    private static func text(_ text: String?, role: String) -> [JSONOutput] {
        guard let text else { return [] }
        return [
            .object([("role", .text(role)), ("contentType", .text("text/plain")), ("value", .text(text))])
        ]
    }

    private static func bodies(of article: Article) -> [JSONOutput] {
        guard !article.body.isEmpty else { return [] }
        let html = JSONOutput.object([
            ("role", .text("richtext")), ("contentType", .text("text/html")),
            ("value", .text(HTMLBody.text(of: article))),
        ])
        return text(article.body, role: "main") + [html]
    }

    // MARK: People, subjects, pictures

    /// The publication first, since some readers take the first one only.
    private static func sources(of article: Article) -> [JSONOutput] {
        let credits = article.credits.filter { $0.kind != .copyright && !$0.display.isEmpty }
        return [article.outlet].compactMap { $0 }.map { party($0, "role", "publisher") }
            + credits.map { party($0.display, "role", $0.kind.rawValue) }
    }

    /// Whom and what the article names; the standard's relation for that is `about` or one of the provider's own.
    private static func mentioned(_ kind: Entity.Kind, in article: Article) -> [JSONOutput] {
        article.certainEntities.filter { $0.kind == kind }.map { party($0.name, "rel", "mentions") }
    }

    private static func party(_ name: String, _ relation: String, _ value: String) -> JSONOutput {
        .object([("name", .text(name)), (relation, .text(value))])
    }

    private static func subjects(of article: Article) -> [JSONOutput] {
        let coded = article.subjects.map { subject -> JSONOutput in
            var members: [(String, JSONOutput)] = []
            if let name = subject.name { members.append(("name", .text(name))) }
            members.append(("rel", .text("about")))
            if let address = address(of: subject) { members.append(("uri", .text(address))) }
            members.append(("literal", .text((subject.scheme.map { $0 + ":" } ?? "") + subject.code)))
            return .object(members)
        }
        return coded + article.keywords.map { .object([("name", .text($0)), ("rel", .text("keyword"))]) }
    }

    /// Media Topics have addresses of their own (https://cv.iptc.org/newscodes/mediatopic/).
    private static func address(of subject: Subject) -> String? {
        guard subject.scheme == "medtop", subject.code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return "http://cv.iptc.org/newscodes/mediatopic/" + subject.code
    }

    private static func renditions(of article: Article) -> [JSONOutput] {
        guard let url = article.url.flatMap(URIText.encoded) else { return [] }
        return [.object([("name", .text("web")), ("href", .text(url))])]
    }

    private static func picture(_ image: LeadImage) -> JSONOutput {
        let address = URIText.encoded(image.url)
        var members: [(String, JSONOutput)] = [
            ("name", .text("lead image")), ("rel", .text("lead")), ("type", .text("picture")),
            ("uri", .text(address ?? "urn:wiredesk:picture")),
        ]
        if let address {
            members.append(("renditions", .list([.object([("name", .text("main")), ("href", .text(address))])])))
        }
        if image.caption != nil {
            members.append(("descriptions", .list(text(image.caption, role: "caption"))))
        }
        if let credit = image.creditLine { members.append(("by", .text(credit))) }
        return .object(members)
    }

    // MARK: What the standard has no place for

    /// Members of JSON Lines that stand in members of the standard already, whole and in one form only.
    private static let standardMembers: Set<String> = [
        "body", "headline", "deck", "language", "credit", "word_count", "annotations",
    ]

    private static func extensionMembers(of item: ExportedArticle) -> [(String, JSONOutput)] {
        let article =
            item.article.members(ArticleMember.reading) + item.article.certain.members(ArticleMember.further)
        return item.filingMembers + article.filter { !standardMembers.contains($0.0) }
    }
}
