import Testing

/// A text and what it folds to.
struct FoldCase: CustomTestStringConvertible, Sendable {
    var text: String
    var folded: String

    init(_ text: String, _ folded: String) {
        self.text = text
        self.folded = folded
    }

    var testDescription: String { "\(text) → \(folded)" }
}
