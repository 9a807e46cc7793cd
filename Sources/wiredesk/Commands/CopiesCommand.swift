import ArgumentParser
import ArticleQuery
import NewsModel
import Presentation

/// `wiredesk copies`: what repeats an article, and what it repeats.
struct CopiesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copies",
        abstract: "Show copies, updates and excerpts of an article, and the earliest here.",
        discussion: """
            The relations are found after an article is stored, in the background. The share is how much of the \
            repeating text is the other's. The earliest here is told with its basis: the time that the article \
            states, the time when it was received, or the credit that another gives.

            EXAMPLES
              wiredesk copies 7tep
              wiredesk copies 7tep --json | jq -r .id
            """, aliases: ["same"])

    @Argument(
        help: ArgumentHelp("The article's id, as lists show it.", valueName: "id"), completion: Completions.articles)
    var id: String

    @Flag(name: .long, help: "One JSON object a line.")
    var json = false

    @OptionGroup var state: StateOptions

    func run() throws {
        try Failure.guarding {
            let archive = try state.openArchive()
            let record = try ArticleArgument.record(id, archive)
            guard let reuse = try archive.textReuse(of: record.id) else { throw ExitCode(ExitStatus.negative.rawValue) }
            if json {
                for related in reuse.related {
                    StandardOutput.line(related.json(earliest: reuse.earliest?.article.id).line)
                }
            } else {
                StandardOutput.text(ArticleLine.text(reuse.article))
                for related in reuse.related { StandardOutput.text(RelatedArticleText.text(related, reuse.earliest)) }
            }
            if reuse.related.isEmpty { throw ExitCode(ExitStatus.negative.rawValue) }
        }
    }
}

/// An article that was named by its id or a beginning of it.
enum ArticleArgument {
    static func record(_ typed: String, _ archive: any ArticleArchive) throws -> ArticleRecord {
        switch try archive.article(typed) {
        case .none: throw Failure.message(try absence(of: typed, archive), .negative)
        case .ambiguous(let ids):
            throw Failure.message(
                "\(TerminalText.line(typed)) is the beginning of several ids: "
                    + ids.map(\.description).joined(separator: " "), .negative)
        case .found(let record): return record
        }
    }

    /// That there is no such article, with those whose ids begin most like what was typed.
    static func absence(of typed: String, _ archive: any ArticleArchive) throws -> String {
        let names = try SimilarArticles.ids(to: typed, in: archive).map(\.description).joined(separator: ", ")
        return "there is no article \(TerminalText.line(typed))" + (names.isEmpty ? "" : "; did you mean \(names)?")
    }
}
