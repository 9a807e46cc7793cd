import ArgumentParser
import Export
import Presentation

/// `wiredesk story`: one story as a timeline.
struct StoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "story",
        abstract: "Show the articles of a story in the order of time.",
        discussion: """
            Name the story by its id, or any article of it by the article's; either may be shortened.

            EXAMPLES
              wiredesk story 7tep
              wiredesk search 'story:7tep minister'
            """)

    @Argument(
        help: ArgumentHelp("The story's id, or that of an article of it.", valueName: "id"),
        completion: Completions.articles)
    var id: String

    @Flag(name: .long, help: "One JSON object.")
    var json = false

    @OptionGroup var state: StateOptions

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
            if json {
                let timeline = JSONOutput.list(articles.map(\.json))
                return StandardOutput.line(JSONOutput.object(story.members + [("timeline", timeline)]).line)
            }
            StandardOutput.text(StoryText.line(story))
            for article in articles {
                StandardOutput.text(StoryText.entry(article, isLead: article.id == story.lead.id))
            }
        }
    }
}
