import Bytes
import Markup
import NewsModel
import NewsText
import PageReading

/// Reads XML whose elements are named in words that say what they hold (`headline`, `content`, `byLine`), in several languages.
enum PlainXMLReader {
    /// Records of one document.
    private static let mostRecords = 100_000

    /// Reads the articles of a document: each element that holds a text directly is one.
    ///
    /// - Throws: `.unknownFormat` where no element is called as a text would be; what `XMLElement.document` and the context throw.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>, as format: Format, in context: ReadingContext) throws {
        let root = try XMLElement.document(bytes, declared: context.hint.charset)
        let records = records(in: root)
        guard records.count > 1 else {
            guard let record = records.first else {
                throw ReadingFailure(
                    .unknownFormat,
                    "The file is XML with the root element <\(root.name)>, and no element of it is named as a text is.")
            }
            return try context.article(try item(record, around: root, format).article(limits: context.limits))
        }
        for (place, record) in records.enumerated() {
            let member = "#\(place + 1)"
            let article: Article
            do throws(ReadingFailure) {
                article = try item(record, around: nil, format).article(limits: context.limits)
            } catch {
                try context.memberFailed(error, member: member)
                continue
            }
            try context.article(article, member: member)
        }
    }

    // MARK: Records

    /// The outermost elements that have a text and something else that an article has.
    private static func records(in root: XMLElement) -> [XMLElement] {
        var found: [XMLElement] = []
        collect(root, &found)
        return found
    }

    private static func collect(_ element: XMLElement, _ found: inout [XMLElement]) {
        guard found.count < mostRecords else { return }
        var hasText = false
        var hasFact = false
        for child in element.children {
            switch PlainXMLNames.field(child.name) {
            case .text?: hasText = hasText || child.line != nil
            case .headline?, .published?, .byline?, .id?: hasFact = true
            default: break
            }
        }
        if hasText, hasFact { return found.append(element) }
        for child in element.children { collect(child, &found) }
    }

    // MARK: Fields

    /// What a record says; what it does not say itself is taken from the elements around it.
    private static func item(
        _ record: XMLElement, around root: XMLElement?, _ format: Format
    ) throws(ReadingFailure) -> WireItem {
        var item = WireItem(format)
        for attribute in record.attributes { take(attribute.name.local, attribute.value, &item) }
        for child in record.children {
            guard let field = PlainXMLNames.field(child.name) else { continue }
            if field == .text {
                takeText(child, &item)
            } else if let line = try Self.line(child) {
                take(field, line, child, &item)
            } else {
                for attribute in child.attributes { take(attribute.name.local, attribute.value, &item) }
            }
        }
        guard let root, root.index != record.index else { return item }
        for child in root.children where child.index != record.index && !child.children.contains(where: { _ in true }) {
            guard let field = PlainXMLNames.field(child.name), field != .text, let line = child.line else { continue }
            take(field, line, child, &item)
        }
        for child in root.descendants.lazy.prefix(200) where child.parent?.index != record.index {
            guard let field = PlainXMLNames.field(child.name), field == .headline || field == .published,
                let line = child.line
            else { continue }
            take(field, line, child, &item)
        }
        return item
    }

    private static func takeText(_ element: XMLElement, _ item: inout WireItem) {
        guard item.payloads.isEmpty, element.line != nil else { return }
        if element.children.contains(where: { _ in true }) {
            item.payloads.append(.html(WireMarkup.html(of: element)))
        } else {
            item.payloads.append(WireText.payload(element.text))
        }
    }

    /// The text of an element, without tags that are escaped in it.
    private static func line(_ element: XMLElement) throws(ReadingFailure) -> String? {
        guard let line = element.line, WireMarkup.isMarkup(line) else { return element.line }
        let plain = try HTMLFragmentReader.read(line, base: nil).line
        return plain.isEmpty ? nil : plain
    }

    private static func take(_ name: String, _ value: String, _ item: inout WireItem) {
        guard let field = PlainXMLNames.field(name), [.id, .version, .language, .published, .modified].contains(field)
        else { return }
        take(field, value, nil, &item)
    }

    private static func take(
        _ field: PlainXMLNames.Field, _ line: String, _ element: XMLElement?, _ item: inout WireItem
    ) {
        switch field {
        case .text: break
        case .headline: item.set(\.headline, line)
        case .deck: item.set(\.deck, line)
        case .byline: item.set(\.byline, line)
        case .byTitle: item.set(\.facts.byTitle, line)
        case .published:
            item.published = item.published ?? NewsTime(line) ?? DateReader.read(line, language: item.language)
        case .modified:
            item.modified = item.modified ?? NewsTime(line) ?? DateReader.read(line, language: item.language)
        case .embargo: item.facts.embargo = item.facts.embargo ?? NewsTime(line) ?? DateReader.read(line)
        case .id: item.set(\.facts.guid, line)
        case .version: item.set(\.facts.version, line)
        case .place: item.set(\.facts.located, line)
        case .provider:
            let name = line.drop { $0 == "/" }.reversed().drop { $0 == "/" }.reversed()
            item.set(\.provider, String(name))
            if item.agencies.isEmpty, let agency = AgencyNames.agency(String(name)) { item.agencies.append(agency) }
        case .section: item.set(\.section, line)
        case .keywords:
            let words = element.map { Array($0.children.compactMap(\.line)) } ?? []
            let list = words.isEmpty ? line.split { $0 == "," || $0 == ";" }.map { $0.trimmingWhitespace() } : words
            item.keywords += list.filter { !$0.isEmpty }.prefix(ReadingLimits.mostKeywords)
        case .urgency: item.facts.urgency = item.facts.urgency ?? Int(line).flatMap(NITFReader.urgency)
        case .copyright: item.set(\.facts.copyright, line)
        case .usageTerms: item.set(\.facts.usageTerms, line)
        case .note: item.set(\.facts.editorialNote, line)
        case .language: item.language = item.language ?? line
        case .url: if line.contains("://") { item.set(\.url, line) }
        case .slugline: item.set(\.slugline, line)
        case .status: item.facts.publicationStatus = item.facts.publicationStatus ?? WireStatus.status(line)
        case .isCancelled: if line.lowercased() == "true" { item.facts.publicationStatus = .cancelled }
        case .isCorrection: if line.lowercased() == "true" { item.isCorrection = true }
        }
    }
}
