import Desk
import DeskProtocol
import Foundation
import LinuxSystem
import Presentation

/// The configuration file that inboxes are added to and removed from.
struct InboxEditing {
    let path: String
    let editor: ConfigurationEditor
    /// What is in force, with the defaults of an instance.
    let configuration: DeskConfiguration

    /// - Throws: a message and a status where there is no file to edit, or where it has errors.
    init(_ state: StateOptions) throws {
        guard let path = state.configurationPath else {
            throw Failure.message("--state has no configuration file; name one with --config", .usage)
        }
        self.path = path
        let text = FileManager.default.fileExists(atPath: path) ? try String(contentsOfFile: path, encoding: .utf8) : ""
        editor = try ConfigurationEditor(text: text, file: path)
        configuration = try state.resolve()
    }

    /// Whether this user may put another file in the place of the configuration.
    var isWritable: Bool {
        var folder = URL(fileURLWithPath: path).resolvingSymlinksInPath().deletingLastPathComponent().path
        // Folders that are missing would be made.
        while folder != "/", access(folder, F_OK) != 0 {
            folder = URL(fileURLWithPath: folder).deletingLastPathComponent().path
        }
        return access(folder, W_OK) == 0
    }

    /// Puts a new text in the place of the old one in one step; owner and mode stay.
    ///
    /// - Throws: `SystemError`.
    func write(_ text: String) throws {
        // A link to a file that is kept elsewhere (etckeeper and the like) stays a link.
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        var old = stat()
        let hasOld = stat(target, &old) == 0
        try FileCalls.makeFolder(URL(fileURLWithPath: target).deletingLastPathComponent().path, mode: 0o755)
        try FileCalls.replace(target, with: Array(text.utf8), mode: 0o644) { file in
            guard hasOld else { return }
            _ = fchown(file.number, old.st_uid, old.st_gid)
            _ = fchmod(file.number, old.st_mode & 0o7777)
        }
    }
}

/// The service that takes up a changed configuration.
enum Service {
    /// What becomes of a drop-in of the unit.
    enum Change {
        case install(UnitDropIn)
        case remove(String)
    }

    /// Changes the drop-in, where this user may and systemd runs, or says how; then lets the desk take the configuration up.
    static func takeUp(_ change: Change?, _ configuration: DeskConfiguration, _ state: StateOptions) throws {
        let unit = state.instance.map { "wiredesk@\($0).service" } ?? "wiredesk.service"
        let isManaged = geteuid() == 0 && FileManager.default.fileExists(atPath: "/run/systemd/system")
        switch change {
        case .install(let dropIn) where isManaged:
            let folder = URL(fileURLWithPath: dropIn.path).deletingLastPathComponent().path
            try FileCalls.makeFolder(folder, mode: 0o755)
            try Data(dropIn.text.utf8).write(to: URL(fileURLWithPath: dropIn.path), options: .atomic)
            _ = chmod(dropIn.path, 0o644)
            StandardOutput.line("\(dropIn.path) is written")
        case .remove(let path) where isManaged:
            guard unlink(path) == 0 else { throw SystemError(operation: "remove", path: path, code: errno) }
            StandardOutput.line("\(path) is removed")
        case .install(let dropIn):
            return StandardOutput.line(
                "The service's sandbox must be told of it. As root write \(dropIn.path):\n\n\(dropIn.text)\nthen: systemctl daemon-reload && systemctl restart \(unit)"
            )
        case .remove(let path):
            return StandardOutput.line("As root: rm \(path) && systemctl daemon-reload && systemctl restart \(unit)")
        case nil:
            return try reload(configuration, unit)
        }
        try run(["systemctl", "daemon-reload"])
        try run(["systemctl", "try-restart", unit])
        StandardOutput.line("\(unit) works by it, if it runs")
    }

    private static func reload(_ configuration: DeskConfiguration, _ unit: String) throws {
        do {
            if case .failed(let failure) = try ControlClient.ask(state: configuration.state, .reload) {
                for problem in failure.problems { StandardError.line("wiredesk: \(TerminalText.line(problem))") }
                throw Failure.message(TerminalText.line(failure.description), .configuration)
            }
            StandardOutput.line("the desk works by it")
        } catch ControlClient.Failure.notRunning {
            StandardOutput.line("no desk runs; the next start takes it up")
        }
    }

    private static func run(_ command: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure.message(
                "\(command.joined(separator: " ")) failed with status \(process.terminationStatus); run it again",
                .inputOutput)
        }
    }
}
