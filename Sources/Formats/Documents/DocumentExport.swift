import NewsModel

/// Exports of press databases as office documents.
enum DocumentExport {
    /// The articles of an export; nil where the paragraphs are none.
    static func articles(_ blocks: [DocumentBlock], format: Format) -> [Article]? {
        let lines = blocks.map { block in
            let isHeading =
                switch block.role {
                case .title, .heading: true
                default: false
                }
            return PressDatabaseLine(text: block.text, isHeading: isHeading)
        }
        return PressDatabaseExport.articles(lines, format: format)
    }
}
