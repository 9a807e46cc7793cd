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
