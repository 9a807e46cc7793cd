import Foundation

/// What systemd says of a unit that does not run.
public struct UnitState: Sendable, Equatable {
    /// The unit, such as `wiredesk` or `wiredesk@press`.
    public var unit: String
    /// Its property `Result`, such as `start-limit-hit` (systemd.exec(5), `$SERVICE_RESULT`).
    public var result: String

    /// The state of a unit that has failed; nil where it has not, and where no systemd answers.
    public init?(failed unit: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["systemctl", "show", "--property=ActiveState,Result", unit]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let lines = text.split(separator: "\n")
        func value(_ name: String) -> String? {
            lines.first { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.utf8.count + 1)) }
        }
        guard value("ActiveState") == "failed", let result = value("Result") else { return nil }
        self.unit = unit
        self.result = result
    }

    /// What has happened, and how the unit runs again.
    public var problem: String { "\(detail); \(remedy)" }

    /// What has happened.
    public var detail: String {
        result == "start-limit-hit"
            ? "the service \(unit) was started too often in a short time, and systemd does not start it any more"
            : "the service \(unit) has failed (\(result))"
    }

    /// What to do.
    public var remedy: String {
        "see why: journalctl -u \(unit) -n 50; then: "
            + (result == "start-limit-hit" ? "systemctl reset-failed \(unit) && " : "") + "systemctl start \(unit)"
    }
}
