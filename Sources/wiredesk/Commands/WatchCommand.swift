import Archive
import ArgumentParser
import Desk
import Foundation
import SearchText

/// `wiredesk watch`: saved searches that every new article is matched against.
struct WatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Save searches, and see what they have found since.",
        discussion: """
            Every article that is stored is matched against the saved searches. Hits are kept and told in the journal
            (wiredesk help watch hits).

            EXAMPLES
              wiredesk watch add flood 'flood OR "high water"'
              wiredesk watch hits flood --json
              wiredesk watch list
              wiredesk watch remove flood
            """,
        subcommands: [Add.self, List.self, Hits.self, Remove.self], defaultSubcommand: List.self)

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
            try WatchChange.make(
                ControlRequest.watch(.addWatch, name, query: words.joined(separator: " ")), state)
        }
    }

    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove", abstract: "Remove a saved search with its hits.")

        @Argument(help: "Its name.")
        var name: String

        @OptionGroup var state: StateOptions

        func run() throws { try WatchChange.make(ControlRequest.watch(.removeWatch, name), state) }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List the saved searches.")

        @Flag(name: .long, help: "One JSON object a line.")
        var json = false

        @OptionGroup var state: StateOptions

        func run() throws {
            try Failure.guarding {
                let watches = try ArchiveReader.open(state: state.resolve().state).watches()
                for watch in watches {
                    StandardOutput.line(
                        json
                            ? watch.json.line
                            : "\(watch.name.rightPadded(20))  \("\(watch.hits)".leftPadded(6)) hits  \(TerminalText.line(watch.query))"
                    )
                }
                if watches.isEmpty { throw ExitCode(ExitStatus.negative.rawValue) }
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
                guard try archive.watches().contains(where: { $0.name == name }) else {
                    throw Failure.message("there is no saved search \(TerminalText.line(name))", .negative)
                }
                let shown = try page.show { limit, cursor in
                    try archive.hits(ofWatch: name, limit: limit, after: cursor)
                } show: { article in
                    StandardOutput.line(page.json ? article.json.line : ArticleLine.text(article))
                }
                if shown == 0 { throw ExitCode(ExitStatus.negative.rawValue) }
            }
        }
    }
}

/// A change of the saved searches, by the running desk or, where none runs, here.
enum WatchChange {
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
            let name = request.watch ?? ""
            if request.command == .addWatch {
                let now = Int64(Date().timeIntervalSince1970 * 1000)
                try archive.addWatch(name: name, query: request.query ?? "", created: now)
            } else if try !archive.removeWatch(name: name) {
                throw Failure.message("there is no saved search \(TerminalText.line(name))", .negative)
            }
        }
    }
}

extension ControlRequest {
    fileprivate static func watch(_ command: Command, _ name: String, query: String? = nil) -> ControlRequest {
        var request = ControlRequest(command: command)
        request.watch = name
        request.query = query
        return request
    }
}
