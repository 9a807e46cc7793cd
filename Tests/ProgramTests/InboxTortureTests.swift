import Foundation
import Testing

/// The scripts of `Tests/torture` that try what only other users and other file systems can show, with the programs of this build.
@Suite(.serialized) struct InboxTortureTests {
    private static func expectPass(_ script: String, _ arguments: [String]) throws {
        var package = URL(filePath: #filePath)
        for _ in 1...3 { package.deleteLastPathComponent() }
        let process = Process()
        process.executableURL = package.appending(path: "Tests/torture/\(script)")
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(["WIREDESK": Program.path.path]) { $1 }
        process.standardInput = FileHandle.nullDevice
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        if process.terminationStatus == ServiceTests.notRun {
            try Test.cancel("\(output.split(separator: "\n").last ?? "no reason was given")")
        }
        #expect(process.terminationStatus == 0, "\(output)")
    }

    @Test(.timeLimit(.minutes(5)))
    func filesThatAnotherUserWritesSlowly_AreStoredOnceAndWhole() throws {
        try Self.expectPass("slow-writers", ["--files", "5"])
    }

    @Test(.timeLimit(.minutes(5)))
    func fileThatIsRewrittenInTheSecondOfItsLastChange_IsNotLostWhereTimesAreWholeSeconds() throws {
        try Self.expectPass("coarse-times", ["--files", "8"])
    }

    @Test(.timeLimit(.minutes(10)))
    func inboxWhoseFileSystemHangs_HoldsUpOnlyItself() throws {
        try Self.expectPass("hung-inbox", [])
    }
}
