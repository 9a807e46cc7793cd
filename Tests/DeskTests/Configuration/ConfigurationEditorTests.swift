import Foundation
import Testing

@testable import Desk

@Suite struct ConfigurationEditorTests {
    static let base = DeskConfiguration().inboxes

    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var text: String
        var testDescription: String { name }
    }

    static let texts = [
        Case(name: "empty", text: ""),
        Case(name: "other settings", text: "settle: 1s   # slow lines\nlanes: 2\n"),
        Case(name: "comments alone", text: "# nothing is set\n#inboxes:\n#  - path: /x\n"),
        Case(
            name: "a list", text: "inboxes:\n  # the old one\n  - path: /srv/a\n    take: leave\n\n# behind\nlanes: 2\n"
        ),
        Case(
            name: "a list without margin", text: "inboxes:\n- path: /srv/a\n- path: /srv/b\n  collection: b\nlanes: 2"),
    ]

    @Test(arguments: texts)
    func addedInbox_IsInForceAndEverythingElseStays(_ test: Case) throws {
        var editor = try ConfigurationEditor(text: test.text, file: "w.yaml")
        let before = editor.configuration
        let inbox = InboxConfiguration(path: "/srv/new wire", take: .leave, collection: "no", outlet: "The \"Bell\"")
        try editor.add(inbox, base: Self.base)
        var expected = before
        expected.inboxes.append(inbox)
        #expect(try DeskConfiguration(yaml: editor.text, file: "w.yaml") == expected)
        for line in test.text.split(separator: "\n") { #expect(editor.text.contains(line)) }
    }

    @Test(arguments: texts)
    func removedInbox_LeavesTheTextAsItWasInMeaning(_ test: Case) throws {
        var editor = try ConfigurationEditor(text: test.text, file: "w.yaml")
        let before = editor.configuration
        try editor.add(InboxConfiguration(path: "/srv/new", collection: "new"), base: Self.base)
        try editor.remove(path: "/srv/new", base: Self.base)
        #expect(editor.configuration == before)
        for line in test.text.split(separator: "\n") { #expect(editor.text.contains(line)) }
    }

    @Test func inboxThatIsThere_IsNotAddedAgain() throws {
        var editor = try ConfigurationEditor(text: "inboxes:\n  - path: /srv/a\n", file: "w.yaml")
        #expect(throws: ConfigurationEditor.Failure.isThere(path: "/srv/a")) {
            try editor.add(InboxConfiguration(path: "/srv/a"), base: Self.base)
        }
    }

    @Test func onlyInbox_IsNotRemoved() throws {
        var editor = try ConfigurationEditor(text: "inboxes:\n  - path: /srv/a\n", file: "w.yaml")
        #expect(throws: ConfigurationEditor.Failure.isTheOnlyOne(path: "/srv/a")) {
            try editor.remove(path: "/srv/a", base: Self.base)
        }
        #expect(throws: ConfigurationEditor.Failure.isNotThere(path: "/srv/b")) {
            try editor.remove(path: "/srv/b", base: Self.base)
        }
    }

    @Test func overlappingInbox_IsRefusedAndTheTextStays() throws {
        var editor = try ConfigurationEditor(text: "inboxes:\n  - path: /srv/a\n", file: "w.yaml")
        #expect(throws: ConfigurationError.self) {
            try editor.add(InboxConfiguration(path: "/srv/a/b"), base: Self.base)
        }
        #expect(editor.text == "inboxes:\n  - path: /srv/a\n")
    }

    @Test func listInBrackets_IsLeftToPeople() throws {
        let text = "inboxes: [{path: /srv/a}]\n"
        var editor = try ConfigurationEditor(text: text, file: "w.yaml")
        #expect(throws: ConfigurationEditor.Failure.self) {
            try editor.add(InboxConfiguration(path: "/srv/b"), base: Self.base)
        }
        #expect(editor.text == text)
    }

    struct DropIn: Sendable, CustomTestStringConvertible {
        var path: String
        var isLeft = false
        var line: String?
        var testDescription: String { path }
    }

    @Test(arguments: [
        DropIn(path: "/var/spool/wiredesk/inbox", line: nil),
        DropIn(path: "/srv/wire", line: "ReadWritePaths=-/srv/wire"),
        DropIn(path: "/srv/wire", isLeft: true, line: nil),
        DropIn(path: "/srv/50% wire", line: #"ReadWritePaths="-/srv/50%% wire""#),
        DropIn(path: "/home/ann/Sync", line: "BindPaths=-/home/ann/Sync"),
        DropIn(path: "/home/ann/Sync", isLeft: true, line: "BindReadOnlyPaths=-/home/ann/Sync"),
    ])
    func dropIn_SaysWhatTheSandboxNeeds(_ test: DropIn) throws {
        let inbox = InboxConfiguration(path: test.path, take: test.isLeft ? .leave : .move)
        let dropIn = try UnitDropIn.make(inbox, instance: nil)
        let last = dropIn.flatMap { $0.text.split(separator: "\n").last }.map(String.init)
        #expect(last == test.line)
    }

    @Test func dropIn_OfATemporaryFolder_IsNotPossible() {
        #expect(throws: UnitDropIn.Hidden(path: "/tmp/wire")) {
            try UnitDropIn.make(InboxConfiguration(path: "/tmp/wire"), instance: nil)
        }
    }
}
