import ArticleQuery
import Foundation
import LinuxSystem

/// Calls a program for an article until it has taken it.
struct HookRunner {
    /// The exit status of a program that will never take this article (EX_DATAERR of sysexits.h).
    static let givenUp: Int32 = 65
    /// The first and the longest pause between two calls, in seconds.
    private static let pauses = BackOff(seconds: 1...300)

    let program: String

    /// Returns when the program has exited with 0 or has given the article up.
    func callUntilDone(_ version: FollowedVersion) {
        var failures = 0
        while true {
            let problem: String
            switch call(version) {
            case .success(0): return
            case .success(Self.givenUp):
                return StandardError.line(
                    "wiredesk: \(program) gave up the article \(version.article.id) (\(version.cursor))")
            case .success(let status): problem = "exited with \(status)"
            case .failure(let error): problem = "cannot be called: \(error)"
            }
            failures += 1
            let pause = UInt32(Self.pauses.pause(afterFailures: failures))
            StandardError.line(
                "wiredesk: \(program) \(problem); the article \(version.article.id) (\(version.cursor)) is tried again in \(pause) s"
            )
            sleep(pause)
        }
    }

    private func call(_ version: FollowedVersion) -> Result<Int32, any Error> {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: StateOptions.absolute(program))
        process.environment = ProcessInfo.processInfo.environment.merging([
            "WIREDESK_ARTICLE": version.article.id.description, "WIREDESK_VERSION": "\(version.article.version)",
            "WIREDESK_CURSOR": version.cursor.description,
        ]) { _, new in new }
        let input = Pipe()
        process.standardInput = input
        // A program that does not read its input must not end this one.
        signal(SIGPIPE, SIG_IGN)
        do {
            try process.run()
            try? input.fileHandleForWriting.write(contentsOf: Data((version.json.line + "\n").utf8))
            try? input.fileHandleForWriting.close()
            process.waitUntilExit()
        } catch {
            return .failure(error)
        }
        let isSignal = process.terminationReason == .uncaughtSignal
        return .success(isSignal ? 128 + process.terminationStatus : process.terminationStatus)
    }
}
