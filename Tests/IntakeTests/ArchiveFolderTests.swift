import Foundation
import Testing

@testable import Intake

/// A mount can bring the archive's own folders into an inbox under any name. A rename stands for it here: the folder keeps its inode.
@Suite struct ArchiveFolderTests {
    private func harness() throws -> IntakeHarness {
        try IntakeHarness(archiveFolder: "state") { inbox in
            let state = inbox.deletingLastPathComponent().appendingPathComponent("state/originals")
            try FileManager.default.createDirectory(at: state, withIntermediateDirectories: true)
            try Data("kept".utf8).write(to: state.appendingPathComponent("original"))
        }
    }

    private func bringIn(_ harness: IntakeHarness) {
        #expect(rename(harness.folder.path + "/state", harness.inbox.path + "/mounted") == 0)
    }

    @Test func folderOfTheArchiveThatStandsInTheInbox_IsNotTakenIn_AndTold() throws {
        let harness = try harness()
        bringIn(harness)
        try harness.write("story.txt")
        harness.start()
        #expect(harness.settled(files: 1))
        #expect(harness.paths == ["story.txt"])
        #expect(harness.intake.status().unreadable == 1)
        #expect(harness.unreadableReasons == ["it is the archive's own folder, which is mounted here; unmount it"])
    }

    @Test func folderOfTheArchiveThatComesIntoTheInbox_IsNotTakenIn_AndTold() throws {
        let harness = try harness()
        harness.start()
        bringIn(harness)
        try harness.write("story.txt")
        #expect(harness.settled(files: 1))
        #expect(harness.paths == ["story.txt"])
        #expect(harness.intake.status().unreadable == 1)
    }
}
