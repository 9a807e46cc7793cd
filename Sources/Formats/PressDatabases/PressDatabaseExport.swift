import NewsModel

/// Exports of press databases (Nexis, LexisNexis, Factiva and their like): one file of many articles, each with what the database says of it.
///
/// They are recognised by their structure and not by their style sheets, which change from year to year: articles are parted by lines such
/// as "2 of 30 DOCUMENTS" or "End of Document", and each says how long it is.
enum PressDatabaseExport {
    /// The articles of an export; nil where the lines are none.
    static func articles(_ lines: [PressDatabaseLine], format: Format) -> [Article]? {
        let marks = lines.map { PressDatabaseMarks.mark($0.line) }
        guard marks.contains(where: { $0 == .begin || $0 == .end }) else { return nil }
        guard lines.contains(where: { PressDatabaseMarks.saysLength($0.line) }) else { return nil }
        let articles = documents(lines, marks).compactMap { PressDatabaseArticle($0).article(format) }
        return articles.isEmpty ? nil : articles
    }

    /// The lines of each article, without the marks between them.
    private static func documents(
        _ lines: [PressDatabaseLine], _ marks: [PressDatabaseMarks.Mark?]
    ) -> [ArraySlice<PressDatabaseLine>] {
        let begins = marks.contains { $0 == .begin }
        var documents: [ArraySlice<PressDatabaseLine>] = []
        var start = 0
        for (index, mark) in marks.enumerated() where mark == (begins ? .begin : .end) {
            documents.append(lines[start..<index])
            start = index + 1
        }
        // What stands before the first beginning is the cover of the export, what stands behind the last end its close.
        if begins {
            documents.append(lines[start...])
            documents.removeFirst()
        } else if let first = documents.first {
            documents[0] = withoutCover(first)
        }
        return documents.filter { !$0.isEmpty }
    }

    /// The first article without the list of all of them that stands on the cover: "Documents (3)", "1. ...", "2. ...".
    private static func withoutCover(_ lines: ArraySlice<PressDatabaseLine>) -> ArraySlice<PressDatabaseLine> {
        guard
            let list = lines.firstIndex(where: {
                let words = $0.line.lowercased().split(separator: " ")
                return words.count == 2 && ["documents", "dokumente", "documentos"].contains(words[0])
                    && words[1].hasPrefix("(")
            })
        else { return lines }
        return lines[(list + 1)...].drop { line in
            let text = line.line
            let digits = text.prefix(while: \.isNumber)
            return text.isEmpty || !digits.isEmpty && text.dropFirst(digits.count).first == "."
        }
    }
}
