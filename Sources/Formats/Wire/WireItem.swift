import Bytes
import NewsModel

/// What a wire format says of one item, in the terms of IPTC, before it becomes an article.
///
/// Each format's reader fills one; `article` does the rest in the same way for all of them.
struct WireItem {
    /// A piece of the item's text.
    enum Payload {
        /// HTML in UTF-8, of which nothing is boilerplate.
        case html([UInt8])
        /// Plain text in UTF-8.
        case text([UInt8])
    }

    /// The format that gives the article its name.
    var format: Format
    var headline: String?
    /// The standfirst: subheadline, abstract or summary.
    var deck: String?
    var byline: String?
    /// Authors that stand apart from a byline.
    var authors: [String] = []
    /// Agencies that the item credits, as they are written.
    var agencies: [String] = []
    /// Who sent the item.
    var provider: String?
    var published: NewsTime?
    var modified: NewsTime?
    /// The language tag.
    var language: String?
    var section: String?
    var keywords: [String] = []
    /// The dateline where it stands apart from the text.
    var dateline: String?
    /// A few words that name the story on the wire; the headline of last resort.
    var slugline: String?
    var url: String?
    var facts = WireFacts()
    var subjects: [Subject] = []
    var payloads: [Payload] = []
    var leadImage: LeadImage?
    /// Items and pages that it refers to.
    var links: [Link] = []
    /// True when it tells that it mends an earlier version.
    var isCorrection = false

    init(_ format: Format) { self.format = format }

    /// Sets a property that is still unknown to a text in stored form; empty text leaves it unknown.
    mutating func set(_ property: WritableKeyPath<WireItem, String?>, _ text: String?) {
        guard self[keyPath: property] == nil, let text else { return }
        let line = TextNormalizer.normalized(text)
        if !line.isEmpty { self[keyPath: property] = line }
    }

    /// Adds a subject once; empty codes are left out.
    mutating func add(_ subject: Subject) {
        guard !subject.code.isEmpty, subjects.count < ReadingLimits.mostSubjects, !subjects.contains(subject) else {
            return
        }
        subjects.append(subject)
    }
}
