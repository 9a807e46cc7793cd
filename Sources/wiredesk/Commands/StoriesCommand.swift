import ArgumentParser
import ArticleQuery
import Presentation

/// `wiredesk stories`: what happened, as far as several articles tell of it.
struct StoriesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stories",
        abstract: "List stories: articles about the same event, the latest first.",
        discussion: """
            A story has two or more articles. Its id stays the same when further articles come. Only those are \
            listed of which it is sure that all articles tell of one event; --all lists the rest too.

            EXAMPLES
              wiredesk stories --since 24h
              wiredesk stories --json | jq -r 'select(.outlets > 3) | .headline'
            """)

    @Option(
        name: .long,
        help: ArgumentHelp("With an article since then: 2024-05-03, 2024, 2h, 7d, yesterday.", valueName: "time")
    )
    var since: Moment?

    @Flag(name: .long, help: "Those too that may hold articles about something else.")
    var all = false

    @OptionGroup var page: PageOptions
    @OptionGroup var state: StateOptions

    func run() throws {
        try Failure.guarding {
            let archive = try state.openArchive()
            let shown = try page.show { limit, cursor in
                try archive.stories(
                    includesUncertain: all, since: since?.first, limit: limit, after: cursor)
            } show: { story in
                StandardOutput.item(isJSON: page.json, story.json, StoryText.line(story))
            }
            if shown == 0 { throw ExitCode(ExitStatus.negative.rawValue) }
        }
    }
}
