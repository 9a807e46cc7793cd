import ArgumentParser
import ArticleQuery
import Export
import NewsModel
import Presentation

/// `wiredesk cite`: articles as citations.
struct CiteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cite",
        abstract: "Print citations of articles.",
        discussion: """
            As a reference list shows them (apa, mla, chicago), or for reference managers (Zotero, JabRef, EndNote, \
            Citavi) and typesetting. Ids may be shortened as far as they are unique.

            EXAMPLES
              wiredesk cite 7tepsvhc9cfk --as bibtex >> references.bib
              wiredesk cite 7tep ft0f --as ris
              wiredesk list --tag thesis --json | jq -r .id | xargs wiredesk cite
            """)

    @Argument(
        help: ArgumentHelp("Ids of articles, as lists show them.", valueName: "id"), completion: Completions.articles)
    var ids: [String]

    @Option(name: .customLong("as"), help: "The style or form: apa, mla, chicago, bibtex, biblatex, ris or csl-json.")
    var form: CitationFormat

    @OptionGroup var state: StateOptions

    func run() throws {
        try Failure.guarding {
            let archive = try state.openArchive()
            var writer = form.writer
            var bytes = writer.prologue
            var found = 0
            for id in ids {
                guard let item = try article(id, archive) else { continue }
                writer.append(item, to: &bytes)
                found += 1
            }
            if found > 0 {
                StandardOutput.write(String(decoding: bytes + writer.epilogue, as: UTF8.self))
            }
            if found < ids.count { throw ExitCode(ExitStatus.negative.rawValue) }
        }
    }

    /// The current version of an article; nil, with a complaint, where the id is of none or of several.
    private func article(_ id: String, _ archive: any ArticleArchive) throws -> ExportedArticle? {
        switch try archive.article(id) {
        case .none:
            StandardError.line("wiredesk: \(try ArticleArgument.absence(of: id, archive))")
        case .ambiguous(let ids):
            StandardError.line(
                "wiredesk: \(TerminalText.line(id)) is the beginning of several ids: "
                    + ids.map(\.description).joined(separator: " "))
        case .found(let record):
            if let exported = record.exported { return exported }
            StandardError.line("wiredesk: the article \(record.id) has no current version; run wiredesk check")
        }
        return nil
    }
}
