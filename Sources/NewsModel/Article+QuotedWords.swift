extension Article {
    /// The words of each quotation, its parts apart by a space; empty where a part lies outside of the body.
    public var quotedWords: [String] {
        guard !quotations.isEmpty else { return [] }
        let scalars = Array(body.unicodeScalars)
        return quotations.map { quotation in
            quotation.content.map { range -> String in
                guard range.start >= 0, range.start <= range.end, range.end <= scalars.count else { return "" }
                return String(String.UnicodeScalarView(scalars[range.start..<range.end]))
            }.joined(separator: " ")
        }
    }
}
