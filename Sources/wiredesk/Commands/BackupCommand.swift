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
            The copy is as the archive was at one moment, and a state folder itself: search it with --state, or put \
            it in the place of a lost one. A second backup to the same folder copies the database and only those \
            originals that are new. An original that is missing or damaged is named and not copied, and the whole \
            copy that an earlier backup made of it stays; the command ends with 1 then. Copies of an earlier backup \
            are believed by their size; --verify reads them and copies those again that are damaged.

            EXAMPLES
              wiredesk backup /srv/backup/wiredesk
              wiredesk search --state /srv/backup/wiredesk ferry
            """)

    @Argument(help: ArgumentHelp("The folder to copy to.", valueName: "dest"), completion: .directory)
    var destination: String

    @Flag(help: "Compare the originals of an earlier backup with their hashes too; reads the whole backup.")
    var verify = false

    @OptionGroup var state: StateOptions

    func run() throws {
        try Failure.guarding {
            let archive = try ArchiveReader.open(state: state.resolve().state)
            let bar = ProgressBar("Copying", unit: "")
            nonisolated(unsafe) let shown = bar
            let result = try archive.backUp(
                to: URL(fileURLWithPath: destination).standardizedFileURL.path, isVerifying: verify
            ) { step in
                switch step {
                case .database(let bytes, let total): shown.show(Int(bytes >> 20), of: Int(total >> 20), unit: "MiB")
                case .originals(let done, let total): shown.show(done, of: total, unit: "originals")
                }
            }
            bar.end()
            StandardOutput.line(
                "\(ByteCount.text(result.databaseBytes)) of database and \(result.originals) originals, \(result.copied) of them new"
                    + (result.removed > 0 ? "; \(result.removed) that are no longer kept were removed" : "") + ".")
            if !result.damaged.isEmpty {
                tell(result.damaged)
                throw ExitCode(ExitStatus.negative.rawValue)
            }
        }
    }

    /// Damaged originals that are named: some of thousands are enough to see what happened.
    private static let named = 1000

    private func tell(_ damaged: [ArchiveReader.Backup.Damaged]) {
        for original in damaged.prefix(Self.named) {
            StandardError.line("wiredesk: \(TerminalText.line("\(original)"))")
        }
        if damaged.count > Self.named { StandardError.line("wiredesk: and \(damaged.count - Self.named) more") }
        let kept = damaged.count { $0.isInBackup }
        let lost = damaged.count - kept
        let remedies = [
            kept > 0 ? "write those that the backup keeps again: wiredesk verify --heal-from \(destination)" : nil,
            lost > 0 ? "drop the same files again for those that it does not keep" : nil,
        ].compactMap { $0 }.joined(separator: "; ")
        let count = damaged.count == 1 ? "1 original is" : "\(damaged.count) originals are"
        StandardError.line(
            "wiredesk: \(count) missing or damaged and could not be copied; \(TerminalText.line(remedies))")
    }
}
