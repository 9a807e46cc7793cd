import Foundation
import Testing

/// Folders that people drop, and what is left of them.
@Suite struct DroppedFolderTests {
    @Test func copiedTree_IsStoredWithItsCollections_AndGoes_WhileAFolderThatStoodThereStays() throws {
        let folder = try TemporaryFolder()
        let state = folder.url.appendingPathComponent("state")
        let inbox = state.appendingPathComponent("inbox")
        let settings = try folder.file("wiredesk.yaml")
        let text = "state: \(state.path)\ninboxes:\n  - path: \(inbox.path)\nopen_patience: 1s\n"
        try Data(text.utf8).write(to: settings)
        let kept = inbox.appendingPathComponent("kept")
        try FileManager.default.createDirectory(at: kept, withIntermediateDirectories: true)
        let desk = try RunningDesk(state: state, configuration: settings.path)
        let tree = folder.url.appendingPathComponent("tree")
        for (number, path) in ["", "/inner", "/inner/deep"].enumerated() {
            let place = URL(fileURLWithPath: tree.path + path)
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            try Data("Number \(number). \(StoredState.note)".utf8).write(to: place.appendingPathComponent("a.txt"))
        }
        try Data("Another. \(StoredState.note)".utf8).write(to: kept.appendingPathComponent("b.txt"))
        let copy = try Process.run(
            URL(fileURLWithPath: "/bin/cp"), arguments: ["-R", tree.path, inbox.path + "/drop"])
        copy.waitUntilExit()
        #expect(copy.terminationStatus == 0)
        #expect(Wait.until { !FileManager.default.fileExists(atPath: inbox.path + "/drop") })
        #expect(Wait.until { (try? FileManager.default.contentsOfDirectory(atPath: kept.path))?.isEmpty ?? false })
        let articles = try Program.run("list", "--json", "--state", state.path).objects
        #expect(
            Set(articles.compactMap { $0["collection"] as? String }) == [
                "drop", "drop/inner", "drop/inner/deep", "kept",
            ])
        #expect(desk.end() == 0)
    }
}
