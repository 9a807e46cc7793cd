import Foundation
import Testing

/// A state with a few articles that a desk has filed and left.
final class StoredState {
    let folder: TemporaryFolder
    let state: URL
    var inbox: URL { state.appendingPathComponent("inbox") }

    /// Files two versions of one page, two other articles, a copy and a file that is rejected.
    init() throws {
        folder = try TemporaryFolder()
        state = folder.url.appendingPathComponent("state")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        try FileManager.default.setAttributes([.posixPermissions: 0o750], ofItemAtPath: state.path)
        // One run after another, so that numbers and roles are always the same.
        try drop(Self.page(crowd: "four hundred", time: "2024-05-03T10:00:00Z"), "bridge.html")
        #expect(try once().status == 0)
        try drop(Self.note, "notes/ferry.txt")
        try drop("Budget passed\n\nBy Ann Lee\n\nParliament voted on the budget after a night of talks.", "budget.txt")
        #expect(try once().status == 0)
        try drop(Self.page(crowd: "six hundred", time: "2024-05-04T10:00:00Z"), "bridge-update.html")
        try drop(Self.note, "again.txt")
        try drop("", "empty.txt")
        #expect(try once().status == 1)
    }

    func drop(_ text: String, _ name: String) throws {
        let file = inbox.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func once() throws -> Program.Run { try Program.takeIn(state.path) }

    func run(_ command: String, _ arguments: String...) throws -> Program.Run {
        try Program.run([command, "--state", state.path] + arguments)
    }

    static let note = """
        Ferry stays in port

        By Bo Sample

        The ferry to the outer islands stayed in port on Tuesday because of the storm, its captain said.
        """

    static func page(crowd: String, time: String) -> String {
        """
        <!doctype html><html lang="en"><head><title>Harbour bridge opens</title>
        <link rel="canonical" href="https://courier.example/news/bridge">
        <meta property="og:site_name" content="The Harbour Courier">
        <meta property="article:published_time" content="2024-05-03T10:00:00Z">
        <meta property="article:modified_time" content="\(time)"></head><body><article>
        <h1>Harbour bridge opens</h1>
        <p>The new harbour bridge was opened on Monday by the mayor in the rain, after eleven years of waiting.</p>
        <p>Some \(crowd) people watched as the first tram crossed the river at noon, the operator said.</p>
        <p>The city had waited eleven years for the crossing, which cost forty million and two resignations.</p>
        </article></body></html>
        """
    }
}
