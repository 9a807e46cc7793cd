import Foundation
import LinuxSystem
import Testing

/// The real program, run as a user runs it.
struct Program {
    /// What a finished run left.
    struct Run {
        var status: Int32
        var output: String
        var complaint: String

        var lines: [String] { output.split(separator: "\n").map(String.init) }
        /// The output's lines as JSON objects.
        var objects: [[String: Any]] {
            lines.compactMap { try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
        }
    }

    /// The folder of the programs that were built with the tests.
    static let folder: URL = {
        let own =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        return URL(fileURLWithPath: own).deletingLastPathComponent()
    }()

    static var path: URL { folder.appendingPathComponent("wiredesk") }

    /// Runs the program to its end; fails the test when that takes longer than `seconds`.
    @discardableResult
    static func run(_ arguments: String..., input: Data? = nil, seconds: Double = 180) throws -> Run {
        try run(arguments, input: input, seconds: seconds)
    }

    /// Takes in what lies in the inboxes, without the three seconds for which a name whose writing nobody saw is watched: the files of tests
    /// are whole before the program starts.
    static func takeIn(_ state: String, _ arguments: String..., seconds: Double = 180) throws -> Run {
        let folder = try TemporaryFolder()
        let settings = folder.url.appendingPathComponent("settings.yaml")
        try Data("settle_unseen: 100ms\n".utf8).write(to: settings)
        return try run(["run", "--config", settings.path, "--state", state, "--once"] + arguments, seconds: seconds)
    }

    /// - Parameters:
    ///   - runner: a program, with its arguments, that runs ours (exec).
    ///   - program: the path of our program; the one that was built with the tests by default.
    static func run(
        _ arguments: [String], input: Data? = nil, seconds: Double = 180, runner: [String] = [],
        environment: [String: String] = [:], program: String = path.path
    ) throws -> Run {
        let process = Process()
        let command = runner + [program] + arguments
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        let folder = try TemporaryFolder()
        let output = try folder.file("output")
        let complaint = try folder.file("complaint")
        var handles = [try FileHandle(forWritingTo: output), try FileHandle(forWritingTo: complaint)]
        process.standardOutput = handles[0]
        process.standardError = handles[1]
        if let input {
            let source = folder.url.appendingPathComponent("input")
            try input.write(to: source)
            let handle = try FileHandle(forReadingFrom: source)
            process.standardInput = handle
            handles.append(handle)
        } else {
            process.standardInput = FileHandle.nullDevice
        }
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        try process.run()
        // The program has its own. Ours would stay open for as long as Foundation keeps the process, and it fails at some 1,360 of them.
        for handle in handles { try handle.close() }
        if ended.wait(timeout: .now() + seconds) == .timedOut {
            kill(process.processIdentifier, SIGKILL)
            ended.wait()
            Issue.record("wiredesk \(arguments.joined(separator: " ")) did not end in \(seconds) s")
        }
        return Run(
            status: process.terminationReason == .uncaughtSignal
                ? -process.terminationStatus : process.terminationStatus,
            output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            complaint: String(decoding: try Data(contentsOf: complaint), as: UTF8.self))
    }
}

/// A folder for one test, removed with everything in it.
final class TemporaryFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("wiredesk-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    var path: String { url.path }

    /// An empty file of that name.
    func file(_ name: String) throws -> URL {
        let file = url.appendingPathComponent(name)
        try Data().write(to: file)
        return file
    }
}
