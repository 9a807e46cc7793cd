import ArgumentParser
import Desk
import Glibc
import LinuxSystem
import Presentation
import ProgramOptions

/// The program.
@main
struct Wiredesk: ParsableCommand {
    static let version = ProgramVersion.current

    static let configuration = CommandConfiguration(
        commandName: "wiredesk",
        abstract: "Turn a folder into a news archive.",
        discussion: """
            Drop articles into an inbox; each is read, checked, stored once and found again.

            EXAMPLES
              wiredesk run --state ./var          watch ./var/inbox and file what comes
              wiredesk search 'strategic alliance'
              wiredesk read page.html | jq .headline
              wiredesk deliveries --outcome rejected
              wiredesk export --all --as warc --output archive.warc

            EXIT STATUS
              0  fine
              1  some input was rejected, nothing matched, or check found something wrong
              64 wrong usage, 74 input or output failed,
              75 something still waits (try again), 78 wrong configuration
            """,
        version: version,
        subcommands: [
            RunCommand.self, WebCommand.self, ReadCommand.self, AddCommand.self, SearchCommand.self, ListCommand.self,
            ShowCommand.self,
            CopiesCommand.self, StoriesCommand.self, StoryCommand.self, AlertCommand.self, QuotesCommand.self,
            WhoCommand.self, OutletCommand.self,
            CorrectCommand.self, TagCommand.self, NoteCommand.self,
            DeliveriesCommand.self, RetryCommand.self, FollowCommand.self, ExportCommand.self, CiteCommand.self,
            StatusCommand.self, CheckCommand.self, InboxCommand.self, ReloadCommand.self, BackupCommand.self,
            RestoreCommand.self, VerifyCommand.self, RereadCommand.self, RebuildCommand.self, PruneCommand.self,
            EraseCommand.self, TokenCommand.self,
        ])

    static func main() {
        StandardDescriptors.open()
        Capabilities.keepFromChildren()
        DispatchMessages.endWhereTimersKeepTheirPriority()
        if let script = CompletionScript.wanted(CommandLine.arguments) { return StandardOutput.line(script) }
        sayWhatWasMeant()
        main(TypedQuery.withExclusions(Array(CommandLine.arguments.dropFirst())))
    }

    /// Ends where the first argument is no command, with the one that was probably meant; its options would be complained of else.
    private static func sayWhatWasMeant() {
        guard CommandLine.arguments.count > 1, case let typed = CommandLine.arguments[1], !typed.isEmpty,
            !typed.hasPrefix("-")
        else { return }
        let known = configuration.subcommands.flatMap { command in
            [command.configuration.commandName ?? ""] + command.configuration.aliases
        }
        // What the parser adds.
        guard !known.contains(typed), !["help", "generate-manual"].contains(typed), !typed.hasPrefix("_") else {
            return
        }
        let meant = NearestWord.find(to: typed, among: known).map { "; did you mean \($0)?" } ?? ""
        StandardError.line(
            "wiredesk: there is no command \(TerminalText.line(typed))\(meant) wiredesk --help lists them")
        Glibc.exit(ExitStatus.usage.rawValue)
    }
}
