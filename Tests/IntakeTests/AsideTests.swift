import Foundation
import LinuxSystem
import NewsModel
import Testing

@testable import Intake

/// What the intake makes of names that the desk itself puts into an inbox while it removes others.
@Suite struct AsideTests {
    private static let aside = ".wiredesk-0123456789abcdef"

    /// A machine whose clock shows a minute more than the files do.
    private struct LaterClock: Clock {
        var monotonicNanoseconds: UInt64 { SystemClock().monotonicNanoseconds }
        var wallMilliseconds: Int64 { SystemClock().wallMilliseconds + 60_000 }
    }

    private func isLeftAside(_ event: IntakeEvent) -> Bool {
        if case .leftAside(0, FileName(Self.aside)) = event { true } else { false }
    }

    /// Whoever wrote the file may be writing it still.
    @Test func fileThatTheDeskMovedBack_Settles_AndOneThatADropperMovedIn_DoesNot() throws {
        let harness = try IntakeHarness(settle: 60_000)
        harness.start()
        harness.intake.movesBack[0].expect(FileName("back.txt"), from: AsideName(number: 1).bytes)
        for name in ["back.txt", "in.txt"] {
            try harness.write("." + name)
            #expect(rename(harness.inbox.path + "/." + name, harness.inbox.path + "/" + name) == 0)
        }
        #expect(harness.taken(1))
        #expect(harness.waitsToSettle(1))
        #expect(harness.paths == ["in.txt"])
    }

    @Test func fileThatHasStoodAsideForAWhile_IsReported_AndNotTaken() throws {
        let harness = try IntakeHarness(take: .move, clock: LaterClock()) { inbox in
            try Data("text".utf8).write(to: inbox.appendingPathComponent(Self.aside))
            try Data("text".utf8).write(to: inbox.appendingPathComponent("a.txt"))
        }
        harness.start()
        #expect(harness.settled(files: 1))
        #expect(harness.paths == ["a.txt"])
        #expect(harness.events.contains(where: isLeftAside))
    }

    /// The desk takes nothing aside there, so that such a name is a hidden file of somebody else.
    @Test func nameAsideInAnInboxWhoseFilesStay_IsLeftAlone() throws {
        let harness = try IntakeHarness(take: .leave, clock: LaterClock()) { inbox in
            try Data("text".utf8).write(to: inbox.appendingPathComponent(Self.aside))
            let folder = inbox.appendingPathComponent(".wiredesk-00000000000000ff")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data("text".utf8).write(to: folder.appendingPathComponent("b_files"))
            try Data("text".utf8).write(to: inbox.appendingPathComponent("a.txt"))
        }
        harness.start()
        #expect(harness.settled(files: 1))
        #expect(harness.paths == ["a.txt"])
        #expect(!harness.events.contains(where: isLeftAside))
        #expect(
            FileManager.default.fileExists(
                atPath: harness.inbox.appendingPathComponent(".wiredesk-00000000000000ff/b_files").path))
    }

    /// Who drops a file under such a name would otherwise hide it until the next scan.
    @Test func fileThatIsDroppedUnderANameAside_IsShownAsWaiting_AndThenLookedUp() throws {
        let harness = try IntakeHarness(take: .move)
        harness.start()
        try harness.write(Self.aside)
        #expect(harness.waits(Self.aside))
        #expect(harness.intake.status().known == 1)
        #expect(harness.reports(isLeftAside))
    }

    @Test func fileThatTheDeskItselfTakesAside_IsNotShown() throws {
        let harness = try IntakeHarness(take: .move)
        harness.start()
        let name = try #require(AsideName(Array(Self.aside.utf8)))
        harness.intake.movesBack[0].willTakeAside(name)
        try harness.write(".a.txt")
        #expect(rename(harness.inbox.path + "/.a.txt", harness.inbox.path + "/" + Self.aside) == 0)
        try harness.write("b.txt")
        #expect(harness.taken(1))
        #expect(harness.intake.status().waiting.isEmpty)
    }

    @Test func fileThatWasTakenAsideJustNow_IsLeftToItsRemoval() throws {
        let harness = try IntakeHarness(take: .move) { inbox in
            try Data("text".utf8).write(to: inbox.appendingPathComponent(Self.aside))
            try Data("text".utf8).write(to: inbox.appendingPathComponent("a.txt"))
        }
        harness.start()
        #expect(harness.settled(files: 1))
        #expect(!harness.events.contains(where: isLeftAside))
    }

    @Test func fileThatIsADeliveryOfItsOwnAside_IsTakenAsWhatItWasDropped() throws {
        let harness = try IntakeHarness(take: .move) { inbox in
            try Data("text".utf8).write(to: inbox.appendingPathComponent(Self.aside))
        }
        harness.start()
        harness.intake.take(aside: FileName(Self.aside), droppedAs: FileName("a.txt"), inbox: 0)
        #expect(harness.settled(files: 1))
        #expect(harness.files.map(\.path) == [FileName(Self.aside)])
        #expect(harness.files.map(\.name) == [FileName("a.txt")])
    }
}
