import NewsModel

/// The lines of `wiredesk read --explain`, for people.
extension ReadingLine {
    package var text: String {
        switch self {
        case .explanation(_, let line):
            return TerminalText.line(line)
        case .article(let file, _, let article):
            var lines = ["", TerminalText.styled("\(TerminalText.line(file.display)): read", .green)]
            lines.append(TerminalText.styled(TerminalText.line(article.headline ?? "(no headline)"), .bold))
            let facts: [(String, String?)] = [
                ("authors", article.authors.isEmpty ? nil : article.authors.joined(separator: ", ")),
                ("outlet", article.outlet), ("published", article.published?.description),
                ("modified", article.modified?.description), ("language", article.language), ("url", article.url),
                ("words", "\(article.wordCount)"), ("confidence", "\(article.confidence)"),
            ]
            for (name, value) in facts {
                lines.append("\(name): \(value.map(TerminalText.line) ?? "none")")
            }
            lines += ["", TerminalText.block(article.body), ""]
            return lines.joined(separator: "\n")
        case .failure(let file, let path, _, let code, let message):
            let name = TerminalText.line(file.display + (path.map { " \($0)" } ?? ""))
            return "\n" + TerminalText.styled("\(name): \(code)", .red) + ": \(TerminalText.line(message))\n"
        }
    }
}
