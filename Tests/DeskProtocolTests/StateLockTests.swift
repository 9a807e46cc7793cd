import Foundation
import Glibc
import Testing

@testable import DeskProtocol

@Suite final class StateLockTests {
    private let state = FileManager.default.temporaryDirectory.appendingPathComponent("lock-\(UUID().uuidString)").path

    init() throws { try FileManager.default.createDirectory(atPath: state, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(atPath: state) }

    private func isHeld() -> Bool {
        do throws(StateLock.Failure) {
            _ = try StateLock(state: state)
            return false
        } catch {
            if case .held = error { return true }
            return false
        }
    }

    /// A process may stay for long after its desk has ended, in a call that does not return.
    @Test func lockThatWasGivenUp_IsFree_ThoughItsProcessLives() throws {
        let lock = try StateLock(state: state)
        lock.note(StateLock.Holder(process: getpid(), controlSocket: "/run/desk"))
        #expect(isHeld())
        lock.release()
        #expect(!isHeld())
        #expect(StateLock.holder(state: state) == nil)
    }

    @Test func processThatWasEndedButIsStillThere_IsEnding() throws {
        #expect(!StateLock.Holder(process: getpid(), controlSocket: "").isEnding)
        // A process that nobody has waited for is there, and will answer nothing.
        var child: pid_t = 0
        #expect(posix_spawn(&child, "/bin/true", nil, nil, [nil], nil) == 0)
        var found = siginfo_t()
        #expect(waitid(P_PID, id_t(child), &found, WEXITED | WNOWAIT) == 0)
        #expect(StateLock.Holder(process: child, controlSocket: "").isEnding)
        var status: Int32 = 0
        #expect(waitpid(child, &status, 0) == child)
        #expect(!StateLock.Holder(process: child, controlSocket: "").isEnding)
    }
}
