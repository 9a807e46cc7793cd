import Foundation
import Glibc
import LinuxSystem
import Testing

/// What members of the group can do over the control socket without keeping others from being served.
@Suite struct ControlAbuseTests {
    private static let add = #"{"request":{"add":{"name":[120,46,116,120,116],"collection":""}}}"#

    private static func stored(_ desk: RunningDesk, _ folder: TemporaryFolder) throws -> Program.Run {
        let file = folder.url.appendingPathComponent("note.txt")
        try Data(StoredState.note.utf8).write(to: file)
        return try Program.run("add", "--state", desk.state.path, file.path, seconds: 20)
    }

    private static func deliveries(_ desk: RunningDesk) throws -> Int {
        try Archived(state: desk.state).number("SELECT count(*) FROM deliveries")
    }

    /// A memory file of holes.
    private static func memoryFile(bytes: Int64) throws -> Descriptor {
        let file = try Descriptor.memoryFile(name: "test")
        try #require(ftruncate(file.number, off_t(bytes)) == 0)
        return file
    }

    @Test func memoryFilesOfExabytes_AreRefusedAtOnce_AndNobodyWaits() throws {
        let folder = try TemporaryFolder()
        let desk = try RunningDesk(state: folder.url.appendingPathComponent("state"))
        let huge = try Self.memoryFile(bytes: 1 << 62)
        // As many as there are slots for requests that take long, all at once.
        let connections = try (0..<16).map { _ in try RawControl.connect(desk) }
        for connection in connections { try connection.send(Array((Self.add + "\n").utf8), passing: huge) }
        for connection in connections {
            try #require(try connection.waitUntilReadable(milliseconds: 20_000))
            #expect(try RawControl.answer(on: connection)?.contains("more than max_size") == true)
        }
        #expect(try Self.stored(desk, folder).status == 0)
        #expect(try Program.run("verify", "--state", desk.state.path, "--wait", seconds: 20).status == 0)
        #expect(desk.end() == 0)
    }

    @Test func whatIsNoFile_IsRefused() throws {
        let folder = try TemporaryFolder()
        let desk = try RunningDesk(state: folder.url.appendingPathComponent("state"))
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        let pipeEnd = Descriptor(adopting: ends[0])
        let writingEnd = Descriptor(adopting: ends[1])
        let directory = try Descriptor.directory(path: folder.path)
        let device = try Descriptor.file(path: Array("/dev/zero".utf8), shown: "/dev/zero")
        let path = folder.path + "/only-written"
        let onlyWritten = Descriptor(adopting: open(path, O_WRONLY | O_CREAT, 0o600))
        for passed in [pipeEnd, writingEnd, directory, device, onlyWritten] {
            let answer = try RawControl.ask(Self.add, passing: passed, desk: desk)
            #expect(answer?.contains("handed over is not") == true, "\(answer ?? "")")
        }
        #expect(try RawControl.ask(Self.add, desk: desk)?.contains("no file was handed over") == true)
        #expect(try Self.deliveries(desk) == 0)
        #expect(desk.end() == 0)
    }

    @Test(arguments: [true, false]) func memoryFile_SealedOrNot_IsTaken(isSealed: Bool) throws {
        let folder = try TemporaryFolder()
        let desk = try RunningDesk(state: folder.url.appendingPathComponent("state"))
        let file = try Descriptor.memoryFile(name: "test")
        try Array(StoredState.note.utf8).withUnsafeBytes { try file.writeAll($0) }
        if isSealed { try file.seal() }
        #expect(try RawControl.ask(Self.add, passing: file, desk: desk)?.contains("stored") == true)
        #expect(desk.end() == 0)
    }

    @Test func clientThatIsGone_LeavesNoWorkBehind() throws {
        let folder = try TemporaryFolder()
        let desk = try RunningDesk(state: folder.url.appendingPathComponent("state"))
        for number in 1...3 {
            let connection = try RawControl.connect(desk)
            let large = try Self.memoryFile(bytes: Int64(number) << 26)
            try connection.send(Array((Self.add + "\n").utf8), passing: large)
        }
        // One that is waited for takes longer than all of them.
        let patient = try Self.memoryFile(bytes: 1 << 28)
        #expect(try RawControl.ask(Self.add, passing: patient, desk: desk)?.contains("rejected") == true)
        #expect(try Self.stored(desk, folder).status == 0)
        #expect(try Self.deliveries(desk) == 2)
        #expect(desk.end() == 0)
    }

    @Test func clientThatOnlySaysThatItWillSendNoMore_GetsItsAnswer() throws {
        let folder = try TemporaryFolder()
        let desk = try RunningDesk(state: folder.url.appendingPathComponent("state"))
        let file = try Descriptor.memoryFile(name: "test")
        try Array(StoredState.note.utf8).withUnsafeBytes { try file.writeAll($0) }
        let connection = try RawControl.connect(desk)
        try connection.send(Array((Self.add + "\n").utf8), passing: file)
        #expect(shutdown(connection.descriptor.number, Int32(SHUT_WR)) == 0)
        #expect(try RawControl.answer(on: connection)?.contains("stored") == true)
        #expect(desk.end() == 0)
    }

    @Test func idleConnectionsOfAMember_KeepNobodyFromAStatus() throws {
        let folder = try TemporaryFolder()
        let desk = try RunningDesk(state: folder.url.appendingPathComponent("state"))
        let idle = try (0..<48).map { _ in try RawControl.connect(desk) }
        #expect(
            try Program.run("status", "--state", desk.state.path, "--json").objects.first?["running"] as? Bool == true)
        withExtendedLifetime(idle) {}
        #expect(desk.end() == 0)
    }
}
