import Foundation
import Testing

/// Faults of the disk that come and go: the desk waits, heals, and ends with the right counts.
@Suite struct FaultTests {
    struct Fault: Sendable, CustomTestStringConvertible {
        let call: String
        let error: String
        let when: String

        var testDescription: String { "\(call) \(error) \(when)" }
    }

    @Test(arguments: [
        Fault(call: "syncfs", error: "EIO", when: "1"),
        Fault(call: "fdatasync", error: "EIO", when: "3"),
        Fault(call: "fdatasync", error: "ENOSPC", when: "4"),
        Fault(call: "unlinkat", error: "EIO", when: "2"),
        Fault(call: "memfd_create", error: "EMFILE", when: "1"),
    ])
    func failingSystemCall_LosesNothing(fault: Fault) throws {
        let folder = try TemporaryFolder()
        let state = folder.url.appendingPathComponent("state")
        let inbox = state.appendingPathComponent("inbox")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        for number in 0..<20 {
            try Data("Tide table number \(number)\n\nHigh water came at \(number) past noon, the pilots said.".utf8)
                .write(
                    to: inbox.appendingPathComponent("t\(number).txt"))
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/strace")
        process.arguments = [
            "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(fault.call)", "-e",
            "inject=\(fault.call):error=\(fault.error):when=\(fault.when)", Program.path.path, "run", "--state",
            state.path,
            "--once",
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        // 75 where the fault left something for the next run.
        #expect([0, 75].contains(process.terminationStatus))
        #expect(try Program.run("run", "--state", state.path, "--once").status == 0)
        let archive = Archived(state: state)
        #expect(try archive.counter("stored") == 20)
        #expect(try archive.number("SELECT count(*) FROM articles") == 20)
        #expect(try archive.number("SELECT count(*) FROM deliveries") == 20)
        #expect(try archive.rows("PRAGMA integrity_check") == ["ok"])
        #expect(try archive.verifiedOriginals() == 20)
        #expect(try FileManager.default.contentsOfDirectory(atPath: inbox.path).isEmpty)
    }
}
