import ArgumentParser
import Export
import LinuxSystem
import Presentation
import WebAccess

/// `wiredesk token`: keys of programs that use the web interface.
struct TokenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Make, list and revoke keys for programs that use the web interface.",
        discussion: """
            A program sends its key with each request: Authorization: Bearer KEY. The archive keeps only a hash, so that a key can be
            seen once, when it is made. Keys of feeds, which are made in the web interface and open one feed each, are listed and
            revoked here too.

            EXAMPLES
              wiredesk token add clipper --may add
              wiredesk token list
              wiredesk token revoke clipper
            """, subcommands: [Add.self, List.self, Revoke.self])

    /// Makes a key.
    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Make a key and print it.")

        @Argument(help: ArgumentHelp("Its name, which stands beside what it changes.", valueName: "name"))
        var name: String

        @Option(name: .long, help: "What it may do: read, add (and read), edit (and add).")
        var may: WebRole = .read

        @OptionGroup var state: StateOptions

        func run() throws {
            try TokenCommand.guarding(state) { tokens in
                StandardOutput.line(
                    try tokens.add(name: name, may: may, now: SystemClock().wallMilliseconds))
            }
        }
    }

    /// Lists keys.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List keys, without themselves.")

        @Flag(name: .long, help: "One JSON object a line.")
        var json = false

        @OptionGroup var state: StateOptions

        func run() throws {
            try TokenCommand.guarding(state) { tokens in
                let all = try tokens.all()
                for token in all {
                    let time = UTCInstant(milliseconds: token.created).description
                    StandardOutput.line(
                        json
                            ? JSONOutput.object([
                                ("name", .text(token.name)), ("may", .text(token.may.rawValue)),
                                ("created", .text(time)), ("feed", .text(token.feed)), ("by", .text(token.by)),
                            ]).line
                            : "\(token.name)  \(token.may.rawValue)  \(LocalTime.minute(milliseconds: token.created))"
                                + (token.feed.map { "  \(TerminalText.line($0))" } ?? ""))
                }
                if all.isEmpty { throw ExitCode(ExitStatus.negative.rawValue) }
            }
        }
    }

    /// Revokes a key.
    struct Revoke: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Revoke a key: it opens nothing from then on.")

        @Argument(help: ArgumentHelp("Its name.", valueName: "name"))
        var name: String

        @OptionGroup var state: StateOptions

        func run() throws { try TokenCommand.guarding(state) { try $0.revoke(name: name) } }
    }

    private static func guarding(_ state: StateOptions, _ work: (AccessTokens) throws -> Void) throws {
        try Failure.guarding {
            do {
                try work(AccessTokens(state: try state.resolve().state))
            } catch let failure as AccessTokens.Failure {
                throw Failure.message(failure.description, .negative)
            }
        }
    }
}

extension WebRole: ExpressibleByArgument {}
