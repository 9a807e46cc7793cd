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

extension CitationFormat: ExpressibleByArgument {}
