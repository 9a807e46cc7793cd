import ArgumentParser
import Desk
import Foundation
import Presentation
import ReaderHost

/// `wiredesk rebuild`: the database rebuilt from the originals.
struct RebuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild",
        abstract: "Rebuild the database from the kept originals.",
        discussion: """
            For a database that is damaged or lost. The desk must be stopped. Every kept original is read again in \
            the order in which it came in; articles get the ids and versions that they had. The old database is kept \
            beside the new one. Without --yes only what would be done is said.

            With --missing the database stays, and the originals that it knows nothing of are filed into it: where \
            an older copy of it was put back, or its log was lost. What was erased stays out, and so does what is \
            past its term.

            EXAMPLES
              systemctl stop wiredesk
              sudo -u wiredesk wiredesk rebuild --yes
              sudo -u wiredesk wiredesk rebuild --missing
              systemctl start wiredesk
            """)

    @Flag(name: .long, help: "Do it.")
    var yes = false

    @Flag(name: .long, help: "File the originals that the database lacks, and leave the rest as it is.")
    var missing = false

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
            if missing { return try takeInMissing(configuration, program) }
            guard yes else {
                StandardOutput.line(
                    "The database in \(configuration.state) would be rebuilt from the originals there; do it with --yes."
                )
                return
            }
            let bar = ProgressBar("Rebuilding", unit: "originals")
            let result = try ArchiveRebuild(configuration, readerProgram: program).run { bar.show($0, of: $1) }
            bar.end()
            StandardOutput.line(Self.summary(result))
            if let old = result.oldDatabase {
                StandardOutput.line("The old database is kept as \(old); remove it when the new one is right.")
            }
            try conclude(result)
        }
    }

    private func takeInMissing(_ configuration: DeskConfiguration, _ program: String) throws {
        let bar = ProgressBar("Filing", unit: "originals")
        let result = try ArchiveRebuild(configuration, readerProgram: program).takeInMissing { bar.show($0, of: $1) }
        bar.end()
        let isNothing = result.originals == 0 && result.damaged.isEmpty && result.pastTerm == 0
        StandardOutput.line(isNothing ? "Nothing is missing in the database." : Self.summary(result))
        try conclude(result)
    }

    private static func summary(_ result: ArchiveRebuild.Result) -> String {
        let erased = result.erased > 0 ? ", \(result.erased) erased before and left out" : ""
        let past = result.pastTerm > 0 ? " \(result.pastTerm) are past their term and were left out." : ""
        return
            "Read \(result.originals) originals: \(result.stored) deliveries stored, \(result.duplicate) duplicate,"
            + " \(result.rejected) rejected\(erased).\(past)"
    }

    private func conclude(_ result: ArchiveRebuild.Result) throws {
        for (path, reason) in result.damaged {
            StandardError.line("wiredesk: \(TerminalText.line(path)) cannot be used: \(TerminalText.line(reason))")
        }
        if !result.damaged.isEmpty { throw ExitCode(ExitStatus.negative.rawValue) }
    }
}
