import ArgumentParser
import Desk
import Foundation
import Presentation
import ReaderHost

/// `wiredesk rebuild`: the database made anew from the originals.
struct RebuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild",
        abstract: "Make the database anew from the kept originals.",
        discussion: """
            For a database that is damaged or lost. The desk must be stopped. Every kept original is read again in the order in which
            it came in; articles get the ids and versions that they had. The old database is kept beside the new one. Without \
            --yes only what would be done is said.

            EXAMPLES
              systemctl stop wiredesk
              sudo -u wiredesk wiredesk rebuild --yes
              systemctl start wiredesk
            """)

    @Flag(name: .long, help: "Do it.")
    var yes = false

    @OptionGroup var state: StateOptions

    func run() throws {
        try Failure.guarding {
            let configuration = try state.resolve()
            guard let program = ReaderProgram.find() else {
                throw Failure.message(
                    "the program \(ReaderProgram.name) is not beside wiredesk; install it there", .inputOutput)
            }
            guard FileManager.default.fileExists(atPath: configuration.state + "/originals") else {
                throw Failure.message("there are no originals in \(configuration.state)", .inputOutput)
            }
            guard yes else {
                StandardOutput.line(
                    "The database in \(configuration.state) would be made anew from the originals there; do it with --yes."
                )
                return
            }
            let bar = ProgressBar("Rebuilding", unit: "originals")
            let result = try ArchiveRebuild(configuration, readerProgram: program).run { bar.show($0, of: $1) }
            bar.end()
            StandardOutput.line(
                "Read \(result.originals) originals: \(result.stored) deliveries stored, \(result.duplicate) duplicate,"
                    + " \(result.rejected) rejected.")
            if let old = result.oldDatabase {
                StandardOutput.line("The old database is kept as \(old); remove it when the new one is right.")
            }
            for (path, reason) in result.damaged {
                StandardError.line("wiredesk: \(TerminalText.line(path)) cannot be used: \(TerminalText.line(reason))")
            }
            if !result.damaged.isEmpty { throw ExitCode(ExitStatus.negative.rawValue) }
        }
    }
}
