import ArticleQuery

/// Which page of a list an address asks for.
struct ListParameters: Sendable {
    var limit = 50
    var cursor: PageCursor?

    /// - Throws: `WebError`, `SearchParameters.Refusal`.
    init(_ parameters: FormParameters) throws {
        if let text = parameters["limit"] {
            guard let number = Int(text), (1...SearchParameters.mostOnPage).contains(number) else {
                throw WebError.badParameter("limit", text, "a number from 1 to \(SearchParameters.mostOnPage)")
            }
            limit = number
        }
        cursor = try SearchParameters.cursor(parameters)
    }
}
