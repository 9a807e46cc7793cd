import ArticleQuery
import NewsModel

extension Correction {
    /// The most bytes of a tag.
    public static let largestTag = 100

    /// Why it cannot be made at all, whatever the archive holds.
    var refusal: CorrectionRefusal? {
        switch kind {
        case .field:
            guard let field = field.flatMap(CorrectableField.init) else {
                let names = CorrectableField.allCases.map(\.rawValue).joined(separator: ", ")
                return .badValue("there is no field \(self.field ?? ""); there are \(names)")
            }
            guard !isUndone else { return nil }
            return field.problem(with: value ?? "").map { .badValue($0) }
        case .tag:
            let tag = value ?? ""
            guard !tag.isEmpty, tag.utf8.count <= Self.largestTag, !Self.hasControls(tag) else {
                return .badValue("a tag has 1 to \(Self.largestTag) bytes and no control characters")
            }
            guard field.map(ReadingListPosition.isValid) ?? true else {
                return .badValue(
                    "a place in a reading list has 1 to \(ReadingListPosition.longest) digits and lower-case letters")
            }
        case .note:
            guard !isUndone else { return nil }
            let note = value ?? ""
            guard !note.isEmpty, note.utf8.count <= CorrectableField.largestValue, !Self.hasControls(note) else {
                return .badValue("a note has 1 to \(CorrectableField.largestValue) bytes and no control characters")
            }
        case .speaker:
            guard field?.isEmpty == false else { return .badValue("a quotation is needed") }
            guard !isUndone else { return nil }
            let name = value ?? ""
            guard name.utf8.count <= CorrectableField.largestValue, !Self.hasControls(name) else {
                return .badValue(
                    "a speaker has at most \(CorrectableField.largestValue) bytes and no control characters")
            }
        case .story:
            guard value.flatMap(ArticleID.init) != nil, value != article else {
                return .badValue("an article and another one of its story are needed")
            }
        case .merge:
            guard value?.isEmpty == false, isUndone || into?.isEmpty == false else {
                return .badValue("two names are needed")
            }
        case .outlet:
            let names = isUndone ? [value] : [value, into]
            guard
                names.allSatisfy({ name in
                    let name = name ?? ""
                    return !name.isEmpty && name.utf8.count <= CorrectableField.largestValue && !Self.hasControls(name)
                })
            else {
                return .badValue(
                    "the name of an outlet has 1 to \(CorrectableField.largestValue) bytes and no control characters")
            }
        }
        return nil
    }

    private static func hasControls(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
    }
}
