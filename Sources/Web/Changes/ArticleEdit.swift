import ArticleQuery
import NewsModel

/// What somebody changes of an article by the form on its page.
///
/// Each field comes with the value that it had when the form was opened (`was-NAME`), so that what nobody touched stays as somebody else may
/// have changed it meanwhile.
struct ArticleEdit: Sendable {
    /// The names of what is no fact: tags that are there and stay, words of new ones, the new note, and whether the last one goes.
    static let (keptTag, newTags, note, undoNote) = ("tag", "tags", "note", "undo-note")

    /// What was typed, with what is saved already taken for the value that was there.
    private(set) var members: FormParameters
    /// What is to be said to the desk.
    private(set) var corrections: [Correction] = []
    /// What cannot be, by the names of fields.
    private(set) var problems: [(name: String, message: String)] = []

    private let article: String

    /// The name of the field that has the value that was there.
    static func was(_ name: String) -> String { "was-" + name }

    /// The tags of a text, apart by `;`.
    static func tags(_ text: String) -> [String] { text.split(separator: ";").map(line).filter { !$0.isEmpty } }

    /// A text as it is in one line; what a browser makes of line ends is no change.
    static func line(_ text: some StringProtocol) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The value of a field as a form shows it; nil where it is too long for a line of a form.
    static func value(of field: CorrectableField, in record: ArticleRecord) -> String? {
        let text = line(record.corrected(field) ?? record.current?.article.text(of: field) ?? "")
        return text.utf8.count > CorrectableField.largestValue ? nil : text
    }

    init(_ members: FormParameters, of record: ArticleRecord) {
        self.members = members
        article = record.id.description
        for field in CorrectableField.allCases { look(at: field, record) }
        let kept = Set(members.all(Self.keptTag))
        for tag in members.all(Self.was(Self.keptTag)) where !kept.contains(tag) {
            // Somebody else may have taken it away meanwhile.
            guard record.tags.contains(tag) else { continue }
            corrections.append(Correction(kind: .tag, article: article, value: tag, isUndone: true))
        }
        for tag in Self.tags(members[Self.newTags] ?? "") where !record.tags.contains(tag) {
            if tag.utf8.count > Self.largestTag {
                problems.append((Self.newTags, "Tags: one of them is longer than \(Self.largestTag) bytes"))
            } else {
                corrections.append(Correction(kind: .tag, article: article, value: tag))
            }
        }
        if members[Self.undoNote] != nil {
            corrections.append(Correction(kind: .note, article: article, isUndone: true))
        }
        let said = Self.line(members[Self.note] ?? "")
        if said.utf8.count > CorrectableField.largestValue {
            problems.append((Self.note, "New note: it is longer than \(CorrectableField.largestValue) bytes"))
        } else if !said.isEmpty {
            corrections.append(Correction(kind: .note, article: article, value: said))
        }
    }

    /// Bytes of a tag at most, as the archive takes them.
    private static let largestTag = 100

    private mutating func look(at field: CorrectableField, _ record: ArticleRecord) {
        let name = field.rawValue
        let value = Self.line(members[name] ?? "")
        let was = Self.line(members[Self.was(name)] ?? "")
        guard value != was else { return }
        let isUndone = value.isEmpty
        if isUndone {
            guard record.corrected(field) != nil else {
                problems.append((name, "\(field.label): enter a value; what was read cannot be taken away"))
                return
            }
        } else if let problem = field.problem(with: value) {
            problems.append((name, "\(field.label): \(problem)"))
            return
        }
        corrections.append(
            Correction(kind: .field, article: article, field: name, value: isUndone ? nil : value, isUndone: isUndone))
    }

    /// Notes that something is saved: what the form shows next has it as it is now.
    mutating func note(saved correction: Correction) {
        switch correction.kind {
        case .field:
            guard let name = correction.field else { return }
            members = members.with(Self.was(name), correction.value)
        case .note: members = members.with(correction.isUndone ? Self.undoNote : Self.note, nil)
        default: break
        }
    }

    /// Notes what the desk refused, or that none runs.
    mutating func note(refused correction: Correction, _ error: WebError) {
        let name: String? =
            switch correction.kind {
            case .field: correction.field
            case .note: correction.isUndone ? Self.undoNote : Self.note
            default: Self.newTags
            }
        problems.append((error.status == .unprocessableContent ? name ?? "" : "", error.message))
    }
}

extension CorrectableField {
    /// What a form calls it.
    var label: String {
        switch self {
        case .headline: "Headline"
        case .deck: "Standfirst"
        case .byline: "Byline"
        case .authors: "Authors"
        case .outlet: "Outlet"
        case .published: "Published"
        case .modified: "Modified"
        case .language: "Language"
        case .section: "Section"
        case .keywords: "Keywords"
        case .url: "Address"
        case .withdrawn: "Withdrawn"
        }
    }

    /// How it is written; nil where that is plain.
    var hint: String? {
        switch self {
        case .authors, .keywords: "Several are apart by a semicolon."
        case .published, .modified: "Such as 2024-05-03, or 2024-05-03T14:05:00+02:00."
        case .language: "Two letters, such as en (ISO 639-1)."
        default: nil
        }
    }
}

extension ArticleRecord {
    /// The tags that people gave.
    var tags: [String] { corrections.filter { $0.kind == .tag }.compactMap(\.value) }

    /// What people corrected a field to; nil where it is as it was read.
    func corrected(_ field: CorrectableField) -> String? {
        corrections.last { $0.kind == .field && $0.field == field.rawValue }?.value
    }
}

extension Article {
    /// A field as people write it.
    fileprivate func text(of field: CorrectableField) -> String? {
        switch field {
        case .headline: headline
        case .deck: deck
        case .byline: byline
        case .authors: authors.joined(separator: "; ")
        case .outlet: outlet
        case .published: published?.description
        case .modified: modified?.description
        case .language: language
        case .section: section
        case .keywords: keywords.joined(separator: "; ")
        case .url: url
        case .withdrawn: nil
        }
    }
}
