/// The forms of citations.
public enum CitationFormat: String, Sendable, CaseIterable {
    /// As the reference lists of these styles show them.
    case apa, mla, chicago
    /// For typesetting.
    case bibtex, biblatex
    /// For reference managers.
    case ris
    /// For reference managers, as JSON.
    case cslJSON = "csl-json"

    /// A writer of the form.
    public var writer: any ArticleWriter {
        switch self {
        case .apa: ReferenceWriter(.apa)
        case .mla: ReferenceWriter(.mla)
        case .chicago: ReferenceWriter(.chicago)
        case .ris: RISWriter()
        case .bibtex: BibTeXWriter()
        case .biblatex: BibTeXWriter(isBibLaTeX: true)
        case .cslJSON: CSLJSONWriter()
        }
    }

    /// The citation of one article, in UTF-8.
    public func citation(of article: ExportedArticle) -> [UInt8] {
        var writer = writer
        var bytes = writer.prologue
        writer.append(article, to: &bytes)
        return bytes + writer.epilogue
    }
}
