import Archive
import Desk
import Foundation
import Glibc
import NewsModel

/// A correction, by the running desk or, where none runs, here.
enum CorrectionChange {
    static func make(_ correction: Correction, _ state: StateOptions) throws {
        let configuration = try state.resolve()
        var request = ControlRequest(command: .correct)
        request.correction = correction
        do {
            let reply = try ControlClient.ask(state: configuration.state, request)
            if let error = reply.error {
                let status: ExitStatus =
                    reply.isUnknown == true ? .negative : reply.isTemporary == true ? .waiting : .inputOutput
                throw Failure.message(TerminalText.line(error), status)
            }
        } catch ControlClient.Failure.notRunning {
            try alone(correction, configuration.state)
        }
    }

    private static func alone(_ correction: Correction, _ state: String) throws {
        guard FileManager.default.fileExists(atPath: state + "/wiredesk.db") else {
            throw Failure.message("there is no archive in \(state)", .inputOutput)
        }
        let lock = try StateLock(state: state)
        let archive = try Archive.open(state: state)
        defer { try? archive.close() }
        try withExtendedLifetime(lock) {
            var correction = correction
            correction.by = UserNames.name(of: geteuid())
            correction.at = Timestamp.now
            do {
                try archive.make(correction)
            } catch let refusal as CorrectionRefusal {
                throw Failure.message(TerminalText.line(refusal.description), .negative)
            }
        }
    }
}
