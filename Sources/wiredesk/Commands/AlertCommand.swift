import ArgumentParser
import ArticleQuery
import LinuxSystem
import Presentation

/// `wiredesk alert`: saved searches that every new article is matched against.
struct AlertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alert",
        abstract: "Save searches, and see what they have found since.",
        discussion: """
            Every article that is stored is matched against the saved searches. Hits are kept and told in the \
            journal (wiredesk help alert hits).

            EXAMPLES
              wiredesk alert add flood 'flood OR "high water"'
              wiredesk alert hits flood --json
              wiredesk alert list
              wiredesk alert remove flood
            """,
        subcommands: [Add.self, List.self, Hits.self, Remove.self], defaultSubcommand: List.self, aliases: ["watch"])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Save a search; one of the same name is replaced.")

        @Argument(help: "A name of letters, digits, - and _.")
        var name: String

        @Argument(help: ArgumentHelp("What to look for, as in wiredesk search.", valueName: "words"))
        var words: [String]

        @OptionGroup var state: StateOptions

        func validate() throws {
            guard Alert.isName(name) else {
                throw ValidationError("a name has letters, digits, - and _, and at most 64 bytes")
            }
            guard !SearchQuery.parse(TypedQuery.text(words)).isEmpty else {
                throw ValidationError("there is nothing to look for in what was typed")
            }
        }

        func run() throws {
            let query = TypedQuery.text(words)
            try state.ask(.addAlert(name: name, query: query))
            try Failure.guarding {
                let archive = try state.openArchive()
                try TypedQuery.tell(query, ArticleFilter(), isExact: false, for: .alert, archive)
                // A list goes on without some words only where no article has all, and an alert does not.
                let isRelaxed = try archive.notes(query, ArticleFilter(), isExact: false, for: .list).contains(
                    where: \.relaxesSet)
                // Each article has one language or none.
                let matches =
                    isRelaxed
                    ? 0
                    : try archive.counts(by: .language, ArticleFilter(), query: query, isExact: false).reduce(0) {
                        $0 + $1.count
                    }
                let today = matches == 1 ? "1 article matches" : "\(matches) articles match"
                StandardOutput.line(
                    "\(name) is saved. \(today) today (wiredesk list \(ShellWord.quoted(query))); "
                        + "what comes from now on: wiredesk alert hits \(name)")
            }
        }
    }

    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove", abstract: "Remove a saved search with its hits.")

        @Argument(help: "Its name.", completion: Completions.alerts)
        var name: String

        @OptionGroup var state: StateOptions

        func run() throws { try state.ask(.removeAlert(name: name)) }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List the saved searches.")

        @Flag(name: .long, help: "One JSON object a line.")
        var json = false

        @OptionGroup var state: StateOptions

        func run() throws {
            try Failure.guarding {
                let alerts = try state.openArchive().alerts()
                for alert in alerts {
                    StandardOutput.line(
                        json
                            ? alert.json.line
                            : "\(alert.name.rightPadded(20))  \("\(alert.hits)".leftPadded(6)) hits  \(TerminalText.line(alert.query))"
                    )
                }
                if alerts.isEmpty { throw ExitCode(ExitStatus.negative.rawValue) }
            }
        }
    }

    struct Hits: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "hits", abstract: "List what a saved search has found, the latest first.")

        @Argument(help: "Its name.", completion: Completions.alerts)
        var name: String

        @OptionGroup var page: PageOptions
        @OptionGroup var state: StateOptions

        func run() throws {
            try Failure.guarding {
                let archive = try state.openArchive()
                guard try archive.alerts().contains(where: { $0.name == name }) else {
                    throw Failure.message("there is no alert \(TerminalText.line(name))", .negative)
                }
                let shown = try page.show { limit, cursor in
                    try archive.hits(ofAlert: name, limit: limit, after: cursor)
                } show: { article in
                    StandardOutput.item(isJSON: page.json, article.json, ArticleLine.text(article))
                }
                if shown == 0 { throw ExitCode(ExitStatus.negative.rawValue) }
            }
        }
    }
}
