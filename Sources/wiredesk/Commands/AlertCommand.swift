import Archive
import ArgumentParser
import ArticleQuery
import Desk
import Foundation

/// `wiredesk alert`: saved searches that every new article is matched against.
struct AlertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alert",
        abstract: "Save searches, and see what they have found since.",
        discussion: """
            Every article that is stored is matched against the saved searches. Hits are kept and told in the journal
            (wiredesk help alert hits).

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
            let isPlain = name.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-" || $0 == "_"
            }
            guard isPlain, (1...64).contains(name.utf8.count) else {
                throw ValidationError("a name has letters, digits, - and _, and at most 64 bytes")
            }
            guard !SearchQuery.parse(words.joined(separator: " ")).isEmpty else {
                throw ValidationError("there is nothing to look for in what was typed")
            }
        }

        func run() throws {
            try AlertChange.make(
                ControlRequest.alert(.addAlert, name, query: words.joined(separator: " ")), state)
        }
    }

    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove", abstract: "Remove a saved search with its hits.")

        @Argument(help: "Its name.")
        var name: String

        @OptionGroup var state: StateOptions

        func run() throws { try AlertChange.make(ControlRequest.alert(.removeAlert, name), state) }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List the saved searches.")

        @Flag(name: .long, help: "One JSON object a line.")
        var json = false

        @OptionGroup var state: StateOptions

        func run() throws {
            try Failure.guarding {
                let alerts = try ArchiveReader.open(state: state.resolve().state).alerts()
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

        @Argument(help: "Its name.")
        var name: String

        @OptionGroup var page: PageOptions
        @OptionGroup var state: StateOptions

        func run() throws {
            try Failure.guarding {
                let archive = try ArchiveReader.open(state: state.resolve().state)
                guard try archive.alerts().contains(where: { $0.name == name }) else {
                    throw Failure.message("there is no saved search \(TerminalText.line(name))", .negative)
                }
                let shown = try page.show { limit, cursor in
                    try archive.hits(ofAlert: name, limit: limit, after: cursor)
                } show: { article in
                    StandardOutput.line(page.json ? article.json.line : ArticleLine.text(article))
                }
                if shown == 0 { throw ExitCode(ExitStatus.negative.rawValue) }
            }
        }
    }
}

/// A change of the saved searches, by the running desk or, where none runs, here.
enum AlertChange {
    static func make(_ request: ControlRequest, _ state: StateOptions) throws {
        try Failure.guarding {
            let configuration = try state.resolve()
            do {
                let reply = try ControlClient.ask(state: configuration.state, request)
                if let error = reply.error {
                    let status: ExitStatus =
                        reply.isUnknown == true ? .negative : reply.isTemporary == true ? .waiting : .inputOutput
                    throw Failure.message(TerminalText.line(error), status)
                }
            } catch ControlClient.Failure.notRunning {
                try alone(request, configuration.state)
            }
        }
    }

    private static func alone(_ request: ControlRequest, _ state: String) throws {
        guard FileManager.default.fileExists(atPath: state + "/wiredesk.db") else {
            throw Failure.message("there is no archive in \(state)", .inputOutput)
        }
        let lock = try StateLock(state: state)
        let archive = try Archive.open(state: state)
        defer { try? archive.close() }
        try withExtendedLifetime(lock) {
            let name = request.alert ?? ""
            if request.command == .addAlert {
                let now = Int64(Date().timeIntervalSince1970 * 1000)
                try archive.addAlert(name: name, query: request.query ?? "", created: now)
            } else if try !archive.removeAlert(name: name) {
                throw Failure.message("there is no saved search \(TerminalText.line(name))", .negative)
            }
        }
    }
}

extension ControlRequest {
    fileprivate static func alert(_ command: Command, _ name: String, query: String? = nil) -> ControlRequest {
        var request = ControlRequest(command: command)
        request.alert = name
        request.query = query
        return request
    }
}
