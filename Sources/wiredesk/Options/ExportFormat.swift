import ArgumentParser
import Export

/// The forms in which articles are taken out.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
    case jsonl, ninjs, csv, markdown, html, warc, ris, bibtex
    case cslJSON = "csl-json"

    /// The ending of a file of one article; nil for a form that has all articles in one stream.
    var ending: String? {
        switch self {
        case .ninjs: "json"
        case .markdown: "md"
        case .jsonl, .csv, .html, .warc, .ris, .bibtex, .cslJSON: nil
        }
    }
}

/// The forms of citations.
enum CitationFormat: String, ExpressibleByArgument, CaseIterable {
    case apa, mla, chicago, bibtex, biblatex, ris
    case cslJSON = "csl-json"

    /// A writer of the form.
    var writer: any ArticleWriter {
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
}
