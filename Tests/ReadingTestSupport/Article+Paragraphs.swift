import NewsModel

extension Article {
    /// The text of each paragraph, cut out of the body by its range.
    package var paragraphTexts: [String] {
        let scalars = Array(body.unicodeScalars)
        return paragraphs.map { paragraph in
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars[paragraph.range.start..<paragraph.range.end])
            return String(text)
        }
    }
}
