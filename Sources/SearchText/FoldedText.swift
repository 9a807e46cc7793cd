/// Folded text and where its tokens come from.
struct FoldedText {
    /// The folded form, tokens separated by single spaces.
    var bytes: [UInt8]
    /// The tokens in order; their positions in FTS5 are their indices here.
    var tokens: [Token]

    /// One token of the index.
    struct Token {
        /// The token's bytes in the folded form.
        var folded: Range<Int>
        /// The bytes of the source that it was made of; for a pair of characters, both.
        var source: Range<Int>
        /// Where the first unit ends in the source: before `source.upperBound` in scripts without spaces.
        var firstUnitEnd: Int
        /// Whether the token belongs to a script written without spaces, one position a character.
        var isUnit: Bool
    }

    /// The bytes of a token.
    func bytes(of token: Token) -> ArraySlice<UInt8> { bytes[token.folded] }
}
