import NewsModel

/// What is indexed of a text; the only place that knows how the room `SearchText` folds.
enum IndexFolding {
    /// The version of the folded form. An index of another version cannot be changed word by word and is made anew.
    static let version = 1
    /// The tokenizer of the full-text table; one of SQLite's own, so that any program can open the file.
    static let tokenizer = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"

    /// The folded form of a text as UTF-8.
    static func fold(_ text: String) -> [UInt8] { Array(text.lowercased().utf8) }
}
