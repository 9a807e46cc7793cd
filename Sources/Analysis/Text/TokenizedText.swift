/// One word of a text, or two neighbouring characters of a script without spaces between words.
struct Token: Equatable {
    /// The hash of the word in lower case.
    var hash: UInt64
    /// The byte at which it starts.
    var start: Int32
    /// The byte after it.
    var end: Int32
    /// Whether it starts with a capital letter.
    var isCapital: Bool
    /// Whether it opens a sentence or line, where a capital says nothing.
    var opensSentence: Bool
    /// Whether it comes from a script without spaces between words.
    var isUnspaced: Bool
    /// Whether it is a single ASCII letter, such as the `s` of a genitive.
    var isSingleLetter: Bool
}

/// A text cut into words once, for everything that looks at its words.
public struct TokenizedText: Sendable {
    /// The words, up to `Tokenizer.mostTokens`.
    let tokens: [Token]
    /// The bytes of the first line; 0 where the text has one line.
    let firstLineBytes: Int

    /// Cuts a text into words.
    public init(_ text: String) {
        var text = text
        (tokens, firstLineBytes) = text.withUTF8 { (Tokenizer.tokens(of: $0), $0.firstIndex(of: 0x0A) ?? 0) }
    }
}
