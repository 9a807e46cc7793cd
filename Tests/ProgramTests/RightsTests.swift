import Foundation
import Testing

/// Files and folders that people drop with rights that keep the desk out, and what it tells them: the command it gives is run as the user
/// it names, and works.
///
/// Needs root, which alone may run programs as other users.
@Suite(.enabled(if: geteuid() == 0, "only root can run programs as other users")) struct RightsTests {
    /// A user that owns files, and whether it is in the desk's group.
    struct Dropper: Sendable, CustomTestStringConvertible {
        var user: UInt32
        var group: UInt32
        var runner: [String]
        var testDescription: String
    }

    // Debian's nobody and _apt have one primary group, nogroup; neither is changed, and no process of theirs is touched.
    // The desk has a second group, as services often do.
    private static let desk = ["/usr/bin/setpriv", "--reuid=nobody", "--regid=nogroup", "--groups=61005"]
    private static let nobody: UInt32 = 65534
    private static let member = Dropper(
        user: 42, group: 61004, runner: ["/usr/bin/setpriv", "--reuid=_apt", "--regid=61004", "--groups=65534"],
        testDescription: "a member of the group, with a file of another group")
    private static let stranger = Dropper(
        user: 61003, group: 61004, runner: ["/usr/bin/setpriv", "--reuid=61003", "--regid=61004", "--clear-groups"],
        testDescription: "somebody who is not in the group")
    private static let groupRoot = Dropper(
        user: 61003, group: 0, runner: ["/usr/bin/setpriv", "--reuid=61003", "--regid=0", "--clear-groups"],
        testDescription: "a file of the group root")
    private static let sharing = Dropper(
        user: 61003, group: 65534, runner: ["/usr/bin/setpriv", "--reuid=61003", "--regid=65534", "--clear-groups"],
        testDescription: "a file of the desk's group")

    private let folder: TemporaryFolder
    private let state: URL
    private var inbox: URL { state.appendingPathComponent("inbox") }

    init() throws {
        folder = try TemporaryFolder()
        #expect(chmod(folder.path, 0o755) == 0)
        state = folder.url.appendingPathComponent("state")
        try FileManager.default.createDirectory(
            at: state.appendingPathComponent("inbox"), withIntermediateDirectories: true)
        for (url, mode) in [(state, 0o755), (state.appendingPathComponent("inbox"), 0o2777)] {
            #expect(chown(url.path, Self.nobody, Self.nobody) == 0 && chmod(url.path, mode_t(mode)) == 0)
        }
    }

    private func status() throws -> [String: Any] {
        try #require(try Program.run("status", "--json", "--state", state.path).objects.first)
    }

    private func articles() -> Int { (try? status())?["articles"] as? Int ?? -1 }

    private func text() -> String { (try? Program.run("status", "--state", state.path).output) ?? "" }

    /// The command behind the name of who may run it.
    private static func command(in text: String) throws -> String {
        let found = try #require(
            text.firstMatch(of: /[;:] as [^:;]* or root: ((?:chmod|chgrp|setfacl)[^,;)\n]*)/), "no command in: \(text)")
        return String(found.1)
    }

    private static func run(_ command: String, as dropper: Dropper) throws {
        let process = Process()
        let words = dropper.runner + ["/bin/sh", "-c", command]
        process.executableURL = URL(fileURLWithPath: words[0])
        process.arguments = Array(words.dropFirst())
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(command)")
    }

    private func drop(_ name: String, _ text: String, mode: mode_t, by dropper: Dropper) throws {
        // Moved in, as from the dropper's own folder.
        let outside = folder.url.appendingPathComponent(UUID().uuidString)
        try Data(text.utf8).write(to: outside)
        #expect(chown(outside.path, dropper.user, dropper.group) == 0 && chmod(outside.path, mode) == 0)
        try FileManager.default.moveItem(at: outside, to: inbox.appendingPathComponent(name))
    }

    @Test(arguments: [member, stranger, sharing, groupRoot])
    func fileThatNobodyElseMayRead_IsReadAfterTheCommandThatStatusGives(_ dropper: Dropper) throws {
        let desk = try RunningDesk(state: state, wrapper: Self.desk)
        try drop("it's closed.txt", StoredState.note, mode: 0o600, by: dropper)
        #expect(Wait.until { text().contains("it's closed.txt: the desk may not read it") })
        let command = try Self.command(in: text())
        #expect(command.hasPrefix(dropper.group == Self.nobody ? "chmod" : dropper.user == 42 ? "chgrp" : "setfacl"))
        try Self.run(command, as: dropper)
        #expect(Wait.until { articles() == 1 })
        #expect(Wait.until { (try? status())?["waiting"] as? Int == 0 })
        #expect(try status()["problem"] is NSNull)
        desk.end()
    }

    @Test(arguments: [member, stranger, sharing, groupRoot])
    func folderThatNobodyElseMayEnter_CountsAsWaiting_AndIsReadAndEmptiedAfterTheCommand(_ dropper: Dropper) throws {
        let desk = try RunningDesk(state: state, wrapper: Self.desk)
        let outside = folder.url.appendingPathComponent("mine")
        try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
        for (number, text) in ["ferry \(StoredState.note)", "boat \(StoredState.note)"].enumerated() {
            let file = outside.appendingPathComponent("\(number).txt")
            try Data(text.utf8).write(to: file)
            #expect(chown(file.path, dropper.user, dropper.group) == 0 && chmod(file.path, 0o600) == 0)
        }
        #expect(chown(outside.path, dropper.user, dropper.group) == 0 && chmod(outside.path, 0o700) == 0)
        try FileManager.default.moveItem(at: outside, to: inbox.appendingPathComponent("mine"))
        #expect(Wait.until { text().contains("the desk may not look into it") })
        #expect(text().contains("at least 1"), "\(text())")
        try Self.run(try Self.command(in: text()), as: dropper)
        #expect(Wait.until { articles() == 2 })
        #expect(
            Wait.until {
                (try? FileManager.default.contentsOfDirectory(atPath: inbox.path + "/mine"))?.isEmpty ?? true
            })
        #expect(try status()["problem"] is NSNull && status()["waiting"] as? Int == 0)
        desk.end()
    }

    /// Also by a name that nothing was told of before: what is wrong with it is over when it is gone.
    @Test func whatWasClosedAndIsTakenAway_IsNotToldOfAnyMore() throws {
        let desk = try RunningDesk(state: state, wrapper: Self.desk)
        try drop("closed.txt", StoredState.note, mode: 0o600, by: Self.stranger)
        // Made outside, so that the desk meets them with the rights that they have.
        let folders = ["closed", "open", "open/inner"].map { folder.url.appendingPathComponent($0) }
        for folder in folders {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
            #expect(chown(folder.path, 61003, 61004) == 0)
        }
        for folder in [folders[0], folders[2]] { #expect(chmod(folder.path, 0o700) == 0) }
        for name in ["closed", "open"] {
            try FileManager.default.moveItem(
                at: folder.url.appendingPathComponent(name), to: inbox.appendingPathComponent(name))
        }
        #expect(Wait.until { (try? status())?["waiting"] as? Int == 3 })
        for name in ["closed.txt", "closed", "open"] {
            try FileManager.default.removeItem(at: inbox.appendingPathComponent(name))
        }
        // Well before the attempts that are made in any case, up to a minute later, and the scans every five.
        #expect(Wait.until(seconds: 15) { (try? status())?["waiting"] as? Int == 0 }, "\(text())")
        #expect(try status()["problem"] is NSNull)
        desk.end()
    }

    @Test func copiedFolderThatMayNotBeEmptied_IsNotToldOfWhenItIsGone() throws {
        let desk = try RunningDesk(state: state, wrapper: Self.desk)
        let outside = folder.url.appendingPathComponent("tree")
        try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: false)
        try Data(StoredState.note.utf8).write(to: outside.appendingPathComponent("a.txt"))
        #expect(chown(outside.path, 61003, Self.nobody) == 0 && chmod(outside.path, 0o755) == 0)
        try FileManager.default.moveItem(at: outside, to: inbox.appendingPathComponent("tree"))
        #expect(Wait.until { text().contains("may not be removed from") })
        try FileManager.default.removeItem(at: inbox.appendingPathComponent("tree"))
        #expect(Wait.until(seconds: 15) { (try? status())?["problem"] is NSNull }, "\(text())")
        desk.end()
    }

    /// `cp -R` of a folder, which the desk may read but not empty, then what status says: nothing is filed a second time.
    @Test(arguments: [0o755, 0o750])
    func copiedFolder_IsStoredAndToldOnce_WhateverItsRightsDoLater(mode: Int) throws {
        let desk = try RunningDesk(state: state, wrapper: Self.desk)
        let tree = inbox.appendingPathComponent(".tree")
        try FileManager.default.createDirectory(at: tree, withIntermediateDirectories: true)
        for number in 0..<20 {
            let file = tree.appendingPathComponent(number == 0 ? "bad.txt" : "\(number).txt")
            try Data((number == 0 ? "" : "Number \(number) of \(StoredState.note)").utf8).write(to: file)
            #expect(chown(file.path, 61003, Self.nobody) == 0 && chmod(file.path, 0o644) == 0)
        }
        #expect(chown(tree.path, 61003, Self.nobody) == 0 && chmod(tree.path, mode_t(mode)) == 0)
        try FileManager.default.moveItem(at: tree, to: inbox.appendingPathComponent("tree"))
        let archive = Archived(state: state)
        #expect(Wait.until { (try? archive.number("SELECT count(*) FROM deliveries")) == 20 })
        #expect(Wait.until { text().contains("may not be removed from") })
        let told = desk.logText.components(separatedBy: "may not be removed").count
        // Rights that do not help change every file's time of change, twice, and a whole scan meets them all.
        try Self.run("chmod 600 \(inbox.path)/tree/*; chmod 640 \(inbox.path)/tree/*", as: Self.sharing)
        #expect(kill(desk.identifier, SIGTERM) == 0)
        desk.end()
        let second = try RunningDesk(state: state, wrapper: Self.desk)
        #expect(Wait.until { text().contains("may not be removed from") })
        #expect(try archive.number("SELECT count(*) FROM deliveries") == 20)
        #expect(told <= 22, "\(told)")
        try Self.run(try Self.command(in: text()), as: Self.sharing)
        #expect(
            Wait.until(seconds: 5) {
                (try? FileManager.default.contentsOfDirectory(atPath: inbox.path + "/tree"))?.isEmpty ?? true
            })
        #expect(Wait.until { (try? status())?["problem"] is NSNull })
        #expect(try archive.number("SELECT count(*) FROM deliveries") == 20)
        second.end()
    }

    @Test(arguments: [
        ["search", "ferry"], ["list"], ["status"], ["check"], ["reload"], ["inbox", "list"], ["correct", "--list"],
        ["export", "--all"], ["verify"], ["tag", "abcd", "word"],
    ])
    func whoIsNotInTheGroup_IsToldSo_ByEveryCommand(_ command: [String]) throws {
        #expect(chmod(state.path, 0o750) == 0)
        #expect(try Program.run(["run", "--state", state.path, "--once"], runner: Self.desk).status == 0)
        // A user with a name and without the group, and one who was put into it after the login.
        let other = ["/usr/bin/setpriv", "--reuid=games", "--regid=60", "--clear-groups"]
        let stranger = try Program.run(command + ["--state", state.path], runner: other)
        let text = stranger.output + stranger.complaint
        #expect(text.contains("adduser games nogroup") && text.contains("log in again"), "\(text)")
        let late = ["/usr/bin/setpriv", "--reuid=_apt", "--regid=60", "--clear-groups"]
        let member = try Program.run(command + ["--state", state.path], runner: late)
        #expect((member.output + member.complaint).contains("this login does not know it yet"), "\(member)")
    }

    @Test func correction_CarriesTheNameOfWhoAsked() throws {
        #expect(chmod(state.path, 0o750) == 0)
        let desk = try RunningDesk(state: state, wrapper: Self.desk)
        try drop("ferry.txt", StoredState.note, mode: 0o644, by: Self.stranger)
        #expect(Wait.until { articles() == 1 })
        let member = ["/usr/bin/setpriv", "--reuid=_apt", "--regid=65534", "--clear-groups"]
        let id = try #require(try Program.run("list", "--json", "--state", state.path).objects.first?["id"] as? String)
        let run = try Program.run(["tag", id, "seen", "--state", state.path], runner: member)
        #expect(run.status == 0, "\(run.complaint)")
        let said = try Program.run("correct", "--list", "--json", "--state", state.path).objects.first
        #expect(said?["by"] as? String == "_apt")
        desk.end()
    }
}
