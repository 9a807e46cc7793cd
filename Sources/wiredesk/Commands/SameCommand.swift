import Archive
import ArgumentParser
import NewsModel

/// `wiredesk same`: what is the same as an article.
struct SameCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "same",
        abstract: "Show copies, updates and excerpts of an article, and who had it first.",
        discussion: """
            The relations are found after an article is stored, in the background. The share is how much of the repeating text is
            the other's.

            EXAMPLES
              wiredesk same 7tep
              wiredesk same 7tep --json | jq -r .id
            """)

    @Argument(help: ArgumentHelp("The article's id, as lists show it.", valueName: "id"))
    var id: String

    @Flag(name: .long, help: "One JSON object a line.")
    var json = false

    @OptionGroup var state: StateOptions

    func run() throws {
        try Failure.guarding {
            let archive = try ArchiveReader.open(state: state.resolve().state)
            let record = try ArticleArgument.record(id, archive)
            guard let kinship = try archive.kinship(of: record.id) else { throw ExitCode(ExitStatus.negative.rawValue) }
            if json {
                for related in kinship.related { StandardOutput.line(related.json(first: kinship.first?.id).line) }
            } else {
                StandardOutput.line(ArticleLine.text(kinship.article))
                for related in kinship.related { StandardOutput.line(Self.text(related, first: kinship.first?.id)) }
            }
            if kinship.related.isEmpty { throw ExitCode(ExitStatus.negative.rawValue) }
        }
    }

    private static func text(_ related: RelatedArticle, first: ArticleID?) -> String {
        let share = Int((related.share * 100).rounded())
        let what =
            switch (related.kind, related.isSource) {
            case ("copy", true): "copied from"
            case ("copy", false): "copied by"
            case ("update", true): "updates"
            case ("update", false): "updated by"
            case (_, true): "quotes from"
            case (_, false): "quoted by"
            }
        let mark = related.article.id == first ? ", first" : ""
        return "\n" + TerminalText.styled("\(what) (\(share) %\(mark))", .dim) + "\n"
            + ArticleLine.text(related.article)
    }
}

/// An article that was named by its id or a beginning of it.
enum ArticleArgument {
    static func record(_ typed: String, _ archive: ArchiveReader) throws -> ArticleRecord {
        switch try archive.article(typed) {
        case .none: throw Failure.message("there is no article \(TerminalText.line(typed))", .negative)
        case .ambiguous(let ids):
            throw Failure.message(
                "\(TerminalText.line(typed)) is the beginning of several ids: "
                    + ids.map(\.description).joined(separator: " "), .negative)
        case .found(let record): return record
        }
    }
}
