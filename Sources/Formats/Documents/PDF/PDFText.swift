/// Words that lines part.
enum PDFText {
    /// Two lines as one, a hyphen at the end of the first taken off where it parts a word.
    static func joined(_ first: String, _ second: String) -> String {
        guard let last = first.last, let next = second.first else { return first.isEmpty ? second : first }
        if last == "\u{AD}" { return first.dropLast() + second }
        if last == "-", next.isLowercase, first.dropLast().last?.isLetter ?? false { return first.dropLast() + second }
        if isHan(last), isHan(next) { return first + second }
        return first + " " + second
    }

    /// Whether a text ends as a sentence does, closing quotation marks left out.
    static func endsSentence(_ text: String) -> Bool { TextLayout.endsSentence(Array(text.utf8.suffix(16))[...]) }

    private static func isHan(_ character: Character) -> Bool {
        character.unicodeScalars.first.map { (0x3000...0x9FFF).contains($0.value) } ?? false
    }
}
