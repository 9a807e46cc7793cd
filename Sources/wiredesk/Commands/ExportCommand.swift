import Archive
import ArgumentParser
import ArticleQuery
import Export
import NewsModel
import Presentation

/// `wiredesk export`: takes articles out of the archive.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Take articles out, in a form that other programs read.",
        discussion: """
            Writes the articles that have the words, or pass the filters, or --all of them, in the order in which \
            they were filed. As with search and list, withdrawn articles (and, with words, embargoed ones) are left \
            out unless --all is given.
              jsonl     JSON Lines with everything known of an article (the default)
              ninjs     IPTC ninjs 3.0, one object a line, or one file each in a folder
              csv       a table for spreadsheets
              markdown  one file each in a folder, with front matter
              html      one page to read and print, with tags and notes
              warc      the original files, as a web archive
              ris, bibtex, csl-json   citations

            EXAMPLES
              wiredesk export --all --as warc --output archive.warc
              wiredesk export flood --since 30d --as csv --bom --output flood.csv
              wiredesk export --outlet gazette --as markdown --output gazette/
              wiredesk export --tag thesis --as html --output thesis.html
              wiredesk export --all | jq -r .headline

            EXIT STATUS
              0  fine, 1 nothing matched, 74 reading or writing failed
            """)

    @Argument(help: ArgumentHelp("Words that the articles must have, as for search.", valueName: "words"))
    var words: [String] = []

    @Option(
        name: .customLong("as"),
        help: "The form: jsonl, ninjs, csv, markdown, warc, ris, bibtex or csl-json. Default: jsonl.")
    var form: ExportFormat?

    @Flag(name: .long, help: "JSON Lines, the same as --as jsonl.")
    var json = false

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The file to write, which is there only when it is whole; for markdown the folder, for ninjs a file or a folder. "
                + "Default, and with -: the standard output.", valueName: "path"), completion: .file())
    var output: String?

    @Flag(name: .long, help: "Every version of an article, and not only the current one.")
    var versions = false

    @Flag(name: .long, help: "Only the words as they stand, without their inflected forms.")
    var exact = false

    @OptionGroup var csv: CSVOptions
    @OptionGroup var filters: FilterOptions
    @OptionGroup var names: NameOptions
    @OptionGroup var state: StateOptions

    private var format: ExportFormat { form ?? .jsonl }
    /// The path to write; nil for the standard output.
    private var path: String? { output == "-" ? nil : output }

    func validate() throws {
        guard
            filters.all || !words.isEmpty
                || names.applied(to: filters.unfolded) != ArticleFilter(availability: .notWithdrawn)
        else {
            throw ValidationError("say what to export: words, filters, or --all")
        }
        guard !json || format == .jsonl else { throw ValidationError("--json is --as jsonl; give one of them") }
        guard format == .csv || !csv.isGiven else {
            throw ValidationError("--columns, --bom and --whole-cells go with --as csv")
        }
        guard format != .markdown || path != nil else {
            throw ValidationError("--as markdown writes a file for each article: name a folder with --output")
        }
    }

    func run() throws {
        try Failure.guarding {
            let archive = try state.openArchive()
            let selection = ExportSelection(
                query: words.isEmpty ? nil : TypedQuery.text(words), isExact: exact,
                filter: names.applied(to: words.isEmpty ? filters.unfolded : filters.unfoldedPublishable),
                includesEarlierVersions: versions)
            let sink = try makeSink()
            let progress = ExportProgress(isOutputShown: path == nil && StandardOutput.isTerminal)
            var cursor: ExportCursor?
            repeat {
                let page = try archive.exported(selection, after: cursor)
                for note in page.notes { progress.note("note: \(note)") }
                for version in page.versions { try sink.take(version) }
                progress.show(page.progress, articles: sink.count)
                cursor = page.next
            } while cursor != nil
            progress.end()
            guard sink.count > 0 else { throw Failure.message("nothing matched", .negative) }
            try sink.finish()
            for note in sink.notes { StandardError.line("note: \(TerminalText.line(note))") }
            if let status = sink.failure { throw ExitCode(status.rawValue) }
        }
    }

    private func makeSink() throws -> any ExportSink {
        let destination = path.map { OutputFile.Destination.path($0) } ?? .standardOutput
        if format == .warc { return WARCSink(try state.originals(), OutputFile(destination)) }
        let writer = makeWriter()
        if let ending = format.ending, let path, format == .markdown || OutputFolder.isMeant(path) {
            return FolderSink(writer, OutputFolder(path), ending: ending, areVersions: versions)
        }
        return StreamSink(writer, OutputFile(destination))
    }

    private func makeWriter() -> any ArticleWriter {
        switch format {
        case .jsonl, .warc: JSONLinesWriter()
        case .ninjs: NinjsWriter()
        case .csv: csv.writer
        case .markdown: MarkdownWriter()
        case .html: HTMLWriter()
        case .ris: RISWriter()
        case .bibtex: BibTeXWriter()
        case .cslJSON: CSLJSONWriter()
        }
    }
}
