import Foundation
import Testing

/// The service as it is installed, under a real systemd; `Tests/system/service.sh` holds the steps.
@Suite struct ServiceTests {
    /// What `Tests/system/run` exits with where the test cannot be run (the convention of automake's test drivers).
    static let notRun: Int32 = 77

    struct Run {
        var exitStatus: Int32
        var output: String
    }

    static func runInBootedSystem() throws -> Run {
        var package = URL(filePath: #filePath)
        for _ in 1...3 { package.deleteLastPathComponent() }
        let process = Process()
        process.executableURL = package.appending(path: "Tests/system/run")
        process.arguments = ["--debug"]
        process.standardInput = FileHandle.nullDevice
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Run(exitStatus: process.terminationStatus, output: String(decoding: output, as: UTF8.self))
    }

    @Test(.timeLimit(.minutes(10)))
    func installedService_LivesThroughStartHangAndStop() throws {
        let run = try Self.runInBootedSystem()
        if run.exitStatus == Self.notRun {
            let reason = run.output.split(separator: "\n").last.map(String.init) ?? "no reason was given"
            try Test.cancel("\(reason)")
        }
        #expect(run.exitStatus == 0, "\(run.output)")
        #expect(run.output.contains("== passed"))
    }
}
