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
