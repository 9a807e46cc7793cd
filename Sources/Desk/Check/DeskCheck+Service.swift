import Foundation
import Glibc
import Intake
import LinuxSystem
import NewsModel
import ReaderHost
import Systemd

/// The reader program, the journal and the service manager.
extension DeskCheck {
    /// A file that any reader can read.
    private static let sample = "A sample\n\nThis file is read to see that reading works.\n"

    func checkReader() {
        guard let program = ReaderProgram.find() else {
            return tell(
                CheckFinding(
                    "reader", .wrong, "the program \(ReaderProgram.name) is not there",
                    remedy: "install it beside wiredesk, or in ../lib/wiredesk from there"))
        }
        do {
            let spool = try Descriptor.memoryFile(name: "wiredesk-check")
            try Array(Self.sample.utf8).withUnsafeBytes { bytes in try spool.writeAll(bytes) }
            let temporary = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
            let copy = try FileCapture(workDirectory: Descriptor.directory(path: temporary)).capture(spool)
            let reader = ReaderSupervisor(program: program, limits: configuration.readerLimits)
            defer { reader.finish() }
            let version = try reader.read(copy.descriptor, size: copy.size, name: FileName("sample.txt")) { _ in }
            tell(CheckFinding("reader", .fine, "\(program) starts, confines itself and reads (rules \(version))"))
        } catch {
            tell(
                CheckFinding(
                    "reader", .wrong, "\(program) cannot read a sample: \(error)",
                    remedy: "install wiredesk and wiredesk-reader of the same version"))
        }
    }

    /// Whether the desk's user may put the metrics file in place.
    private func checkMetrics() {
        guard let path = configuration.metrics else { return }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard user.canBeAsked else {
            return tell(
                CheckFinding("metrics", .unchecked, "only \(user.name) and root can tell whether it may write \(path)"))
        }
        let found = user.find(folder, ["-maxdepth", "0", "-type", "d", "-writable"], ignoring: [])
        if found?.count == 1 {
            tell(CheckFinding("metrics", .fine, "\(user.name) may write \(path)"))
        } else {
            tell(
                CheckFinding(
                    "metrics", .wrong, "\(user.name) may not write \(path), or its folder is not there",
                    remedy:
                        "setfacl -m u:\(user.name):rwx \(ShellWord.quoted(folder)), and ReadWritePaths=\(folder) in a drop-in of the unit"
                ))
        }
    }

    func checkService() {
        if let failed = options.unit.flatMap({ UnitState(failed: $0) }) {
            tell(CheckFinding("service", .wrong, failed.detail, remedy: failed.remedy))
        }
        checkMetrics()
        if Journal.isReachable() {
            tell(CheckFinding("journal", .fine, "it takes messages"))
        } else {
            tell(CheckFinding("journal", .warning, "none takes messages here; the desk logs to standard error"))
        }
        // sd_booted(3): the folder is there exactly where systemd is the service manager.
        if access("/run/systemd/system", F_OK) == 0 {
            tell(CheckFinding("notify", .fine, "systemd is there and takes readiness, status and watchdog"))
        } else {
            tell(
                CheckFinding("notify", .warning, "systemd does not run here; nobody starts the desk again when it dies")
            )
        }
    }
}
