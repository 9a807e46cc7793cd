import SearchText

/// What is indexed of a text; with `SearchExpression` the only place that knows the room `SearchText`.
enum IndexFolding {
    /// The version of the folded form. An index of another version cannot be changed word by word and is rebuilt.
    static let version = SearchFold.version

    /// The folded form of a text as UTF-8.
    static func fold(_ text: String) -> [UInt8] {
        var text = text
        var folded: [UInt8] = []
        text.withUTF8 { SearchFold.fold($0, into: &folded) }
        return folded
    }
}
