import Foundation
import Glibc
import LinuxSystem
import NewsModel
import Synchronization
import Testing

@testable import Intake

/// What comes while all lanes are held by files that take long.
@Suite struct ExpressLaneTests {
    /// Files that were handed to one lane, which waits for the next.
    private final class Taken: Sendable {
        private let files = Mutex<[InboxFile]>([])
        private let changed = DispatchSemaphore(value: 0)

        func take(_ handed: HandedFile) {
            files.withLock { $0.append(handed.file) }
            changed.signal()
        }

        /// The next file that is handed over; nil when none is for that long.
        func next(seconds: Double = 30) -> InboxFile? {
            guard changed.wait(timeout: .now() + seconds) == .success else { return nil }
            return files.withLock { $0.removeFirst() }
        }
    }

    private func path(_ file: InboxFile?) -> String? { file.map { $0.path.display } }

    private func writeLarge(_ name: String, in harness: IntakeHarness) throws {
        try harness.write(name)
        #expect(truncate(harness.inbox.path + "/" + name, off_t(FileCapture.memoryBytes + 1)) == 0)
    }

    @Test func whileALargeFileHoldsTheOnlyLane_TheExpressLaneGetsTheSmallOnes() throws {
        let harness = try IntakeHarness { inbox in
            let path = inbox.path + "/large.txt"
            try Data("text".utf8).write(to: URL(fileURLWithPath: path))
            #expect(truncate(path, off_t(FileCapture.memoryBytes + 1)) == 0)
        }
        harness.watch()
        let (lane, express) = (Taken(), Taken())
        harness.intake.nextQuick { express.take($0) }
        harness.intake.next { lane.take($0) }
        #expect(path(lane.next()) == "large.txt")
        try writeLarge("larger.txt", in: harness)
        try harness.write("story.txt")
        #expect(path(express.next()) == "story.txt")
        // The large one that waits is left to the lane.
        harness.intake.nextQuick { express.take($0) }
        try harness.write("second.txt")
        #expect(path(express.next()) == "second.txt")
        harness.intake.next { lane.take($0) }
        #expect(path(lane.next()) == "larger.txt")
    }

    @Test func whatTheExpressLaneGivesBack_IsLeftToTheOthers_AndDoesNotStandBeforeOthers() throws {
        let harness = try IntakeHarness()
        harness.watch()
        let (lane, express) = (Taken(), Taken())
        harness.intake.next { lane.take($0) }
        try harness.write("held.zip")
        #expect(path(lane.next()) == "held.zip")
        harness.intake.nextQuick { express.take($0) }
        try harness.write("nested.zip")
        let nested = try #require(express.next())
        #expect(path(nested) == "nested.zip")
        harness.intake.nextQuick { express.take($0) }
        harness.intake.finish(nested, .takesLong(isGivenUp: false))
        try harness.write("story.txt")
        #expect(path(express.next()) == "story.txt")
        harness.intake.next { lane.take($0) }
        #expect(lane.next() == nested)
    }

    @Test func whileALaneAsksForFiles_TheExpressLaneGetsNone() throws {
        let harness = try IntakeHarness()
        harness.intake.nextQuick { _ in Issue.record("the express lane took a file") }
        harness.start()
        for number in 0..<20 { try harness.write("\(number).txt") }
        #expect(harness.settled(files: 20))
    }
}

/// The order in which complete files are handed out.
@Suite struct CompleteFilesTests {
    private func file(_ name: String, size: Int64 = 10, takesLong: Bool = false) -> CompleteFiles.File {
        CompleteFiles.File(
            path: Array(name.utf8),
            identity: FileIdentity(
                device: 1, inode: 2, size: size, modifiedNanoseconds: 3, changedNanoseconds: 4), takesLong: takesLong)
    }

    private func name(_ file: CompleteFiles.File?) -> String? { file.map { String(decoding: $0.path, as: UTF8.self) } }

    @Test func lanesTakeFromBothLinesInTurn_EachInItsOrder() {
        var files = CompleteFiles()
        for name in ["a", "b", "c"] { files.append(file(name)) }
        files.append(file("large", size: 1 << 30))
        files.append(file("long", takesLong: true))
        #expect((0..<6).map { _ in name(files.next()) } == ["a", "large", "b", "long", "c", nil])
    }

    @Test func theExpressLaneTakesTheSmallestOfTheNext_AndNoneThatTakesLong() {
        var files = CompleteFiles()
        files.append(file("large", size: 1 << 30))
        files.append(file("page", size: 100_000))
        files.append(file("note", size: 100))
        #expect(name(files.nextQuick()) == "note")
        #expect(name(files.nextQuick()) == "page")
        #expect(name(files.nextQuick()) == nil)
        #expect(files.count == 1 && files.contains(Array("large".utf8)))
    }

    @Test func aFileThatWasWithdrawn_IsNotHandedOut_AlsoBehindManyOthers() {
        var files = CompleteFiles()
        for number in 0..<3 * CompleteFiles.compared { files.append(file("\(number)", size: Int64(number))) }
        for number in 0..<3 * CompleteFiles.compared - 2 { files.withdraw(Array("\(number)".utf8)) }
        #expect(files.count == 2)
        #expect(name(files.nextQuick()) == "\(3 * CompleteFiles.compared - 2)")
        #expect(name(files.next()) == "\(3 * CompleteFiles.compared - 1)")
        #expect(files.next() == nil && files.count == 0)
    }
}
