import Archive
import ArgumentParser
import Desk
import DeskProtocol
import LinuxSystem
import Presentation

/// `wiredesk restore`: a backup put into an empty state.
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup into an empty state, on this machine or a new one.",
        discussion: """
            The desk must be stopped, and its state folder must be empty, or hold an archive without any delivery. \
            Database, originals, corrections and the list of what was erased are copied, and every original is \
            compared with its hash. Originals that are missing or damaged in the backup are named, everything else \
            is restored, and the command ends with 1. Run as root it gives everything to the owner of the state \
            folder. A restore that was cut off is ended by calling it again.

            EXAMPLES
              systemctl stop wiredesk
              wiredesk restore /srv/backup/wiredesk
              systemctl start wiredesk
              wiredesk restore /srv/backup/wiredesk --state ./var
            """)

    @Argument(help: ArgumentHelp("The folder that wiredesk backup made.", valueName: "backup"), completion: .directory)
    var backup: String

    @OptionGroup var state: StateOptions

    func run() throws {
        try Failure.guarding {
            let configuration = try state.resolve()
            let source = StateFolder(StateOptions.absolute(backup))
            try FileCalls.makeFolder(configuration.state, mode: 0o750)
            let lock = try StateLock(state: configuration.state)
            defer { lock.release() }
            let bar = ProgressBar("Restoring", unit: "")
            nonisolated(unsafe) let shown = bar
            let restored = try StateFolder(configuration.state).restore(from: source) { step in
                switch step {
                case .database(let bytes, let total): shown.show(Int(bytes >> 20), of: Int(total >> 20), unit: "MiB")
                case .originals(let done, let total): shown.show(done, of: total, unit: "originals")
                }
            }
            bar.end()
            try tell(restored, configuration)
        }
    }

    private func tell(_ restored: Restoration, _ configuration: DeskConfiguration) throws {
        let damaged = restored.copied.damaged
        let whole = restored.copied.originals - damaged.count
        StandardOutput.line(
            "Restored \(Counted.text(Int(restored.articles), "article")) into \(TerminalText.line(configuration.state)), with "
                + "\(Counted.text(whole, "original")) compared with \(whole == 1 ? "its hash" : "their hashes").")
        if restored.unknown > 0 {
            StandardOutput.line(
                "The backup was cut off: its database does not know \(Counted.text(restored.unknown, "more original")), copied too. "
                    + "File what is in there before you start the desk: wiredesk rebuild --missing")
        } else {
            StandardOutput.line("Start the desk: \(state.startCommand)")
        }
        guard !damaged.isEmpty else { return }
        for each in damaged { StandardError.line("wiredesk: not restored: \(TerminalText.line("\(each.original)"))") }
        StandardError.line(
            "wiredesk: \(Counted.text(damaged.count, "original is", plural: "originals are")) missing or damaged in the backup; drop the "
                + "same files again, or take them from another backup: wiredesk verify --heal-from BACKUP")
        throw ExitCode(ExitStatus.negative.rawValue)
    }
}
