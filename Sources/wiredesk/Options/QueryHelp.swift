import ArticleQuery

/// What may be typed into a query, for help texts.
enum QueryHelp {
    /// The words before a colon, such as `headline: body: outlet:`.
    static let fields =
        (SearchField.all.compactMap(\.typedWords.first) + ConditionField.all.compactMap(\.typedWords.first))
        .map { $0 + ":" }.joined(separator: " ")
}
