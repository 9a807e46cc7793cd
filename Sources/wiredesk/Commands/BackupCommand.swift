import Archive
import ArgumentParser
import Foundation
import Presentation

/// `wiredesk backup`: a consistent copy of everything, while the desk runs.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy database and originals, while the desk runs.",
        discussion: """
            The copy is as the archive was at one moment, and a state folder itself: search it with --state, or put it in the place of a
            lost one. A second backup to the same folder copies the database and only those originals that are new.

            EXAMPLES
              wiredesk backup /srv/backup/wiredesk
              wiredesk search --state /srv/backup/wiredesk ferry
            """)

    @Argument(help: ArgumentHelp("The folder to copy to.", valueName: "dest"))
    var destination: String

    @OptionGroup var state: StateOptions

    func run() throws {
        try Failure.guarding {
            let archive = try ArchiveReader.open(state: state.resolve().state)
            let bar = ProgressBar("Copying", unit: "")
            nonisolated(unsafe) let shown = bar
            let result = try archive.backUp(to: URL(fileURLWithPath: destination).standardizedFileURL.path) { step in
                switch step {
                case .database(let bytes, let total): shown.show(Int(bytes >> 20), of: Int(total >> 20), unit: "MiB")
                case .originals(let done, let total): shown.show(done, of: total, unit: "originals")
                }
            }
            bar.end()
            StandardOutput.line(
                "\(ByteCount.text(result.databaseBytes)) of database and \(result.originals) originals, \(result.copied) of them new"
                    + (result.removed > 0 ? "; \(result.removed) that are no longer kept were removed" : "") + ".")
        }
    }
}
