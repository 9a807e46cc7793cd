/// Folded text and where its tokens come from.
package struct FoldedText: Sendable {
    /// The folded form, tokens separated by single spaces.
    package var bytes: [UInt8]
    /// The tokens in order; their positions in FTS5 are their indices here.
    package var tokens: [Token]

    /// One token of the index.
    package struct Token: Sendable {
        /// The token's bytes in the folded form.
        package var folded: Range<Int>
        /// The bytes of the source that it was made of; for a pair of characters, both.
        package var source: Range<Int>
        /// Where the first unit ends in the source: before `source.upperBound` in scripts without spaces.
        package var firstUnitEnd: Int
        /// Whether the token belongs to a script written without spaces, one position a character.
        package var isUnit: Bool
    }

    /// The bytes of a token.
    package func bytes(of token: Token) -> ArraySlice<UInt8> { bytes[token.folded] }
}
