import ArgumentParser
import ArticleQuery
import Export
import NewsModel
import Presentation

/// `wiredesk story`: one story as a timeline.
struct StoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "story",
        abstract: "Show the articles of a story in the order of time.",
        discussion: """
            Articles without a date stand apart behind the others. Name the story by its id, or any article of it by the article's; either may be shortened. --without says \
            that an article does not belong to it; that holds when stories are grouped again, and after reread and \
            rebuild. The story keeps its id. --undo takes it back.

            EXAMPLES
              wiredesk story 7tep
              wiredesk search 'story:7tep minister'
              wiredesk story 7tep --without k2w9
              wiredesk story 7tep --without k2w9 --undo
            """)

    @Argument(
        help: ArgumentHelp("The story's id, or that of an article of it.", valueName: "id"),
        completion: Completions.articles)
    var id: String

    @Option(
        name: .long, help: ArgumentHelp("An article that does not belong to the story.", valueName: "id"),
        completion: Completions.articles)
    var without: String?

    @Flag(name: .long, help: "With --without: the article belongs to it after all.")
    var undo = false

    @Flag(name: .long, help: "One JSON object.")
    var json = false

    @OptionGroup var state: StateOptions

    func validate() throws {
        guard without != nil || !undo else { throw ValidationError("--undo goes with --without") }
    }

    func run() throws {
        try Failure.guarding {
            let archive = try state.openArchive()
            let found = try archive.stories(named: id)
            guard let story = found.first else {
                throw Failure.message("there is no story \(TerminalText.line(id))", .negative)
            }
            guard found.count == 1 else {
                throw Failure.message(
                    "\(TerminalText.line(id)) is the beginning of several ids: "
                        + found.map(\.id.description).joined(separator: " "), .negative)
            }
            let articles = try archive.articles(ofStory: story.id)
            if let without {
                return try takeOut(try ArticleArgument.record(without, archive).id, of: story, articles, archive)
            }
            if json {
                let timeline = JSONOutput.list(articles.map(\.json))
                return StandardOutput.line(JSONOutput.object(story.members + [("timeline", timeline)]).line)
            }
            StandardOutput.text(StoryText.line(story))
            StandardOutput.text(StoryText.first(story))
            let undated = articles.firstIndex { $0.published == nil } ?? articles.endIndex
            for (index, article) in articles.enumerated() {
                if index == undated { StandardOutput.text(StoryText.undatedHeading) }
                StandardOutput.text(StoryText.entry(article, isLead: article.id == story.lead.id))
            }
        }
    }

    /// Says that an article does not belong with another of its story, or takes that back.
    private func takeOut(
        _ article: ArticleID, of story: StoryRecord, _ articles: [ArticleSummary], _ archive: any ArticleArchive
    ) throws {
        let said = try archive.corrections(of: article).filter { $0.kind == .story }.compactMap(\.value)
        let members = articles.map(\.id).filter { $0 != article }
        let other: ArticleID?
        if undo {
            other = members.first { said.contains($0.description) }
            guard other != nil else {
                throw Failure.message("nobody took \(article) out of the story \(story.id)", .negative)
            }
        } else {
            guard articles.contains(where: { $0.id == article }) else {
                throw Failure.message("\(article) is no article of the story \(story.id)", .negative)
            }
            // The one that tells the story best stays in it the longest.
            other = members.contains(story.lead.id) ? story.lead.id : members.first
        }
        try state.ask(
            .correct(
                Correction(kind: .story, article: article.description, value: other?.description, isUndone: undo)))
    }
}
