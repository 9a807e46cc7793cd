import Foundation
import LinuxSystem
import NewsModel
import Testing

@testable import Desk

@Suite struct AttemptsFileTests {
    private static let identity = FileIdentity(
        device: 1, inode: 2, size: 3, modifiedNanoseconds: 4, changedNanoseconds: -5)

    private static func folder() throws -> (Descriptor, URL) {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("attempts-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        return (try Descriptor.directory(path: url.path), url)
    }

    @Test func attemptsThatHadNoEnd_AreToldAtTheNextStart_Once() throws {
        let (folder, url) = try Self.folder()
        defer { try? FileManager.default.removeItem(at: url) }
        let path = FileName(bytes: [0xFF] + Array("a/b.txt".utf8))
        do {
            let (file, left) = try AttemptsFile.open(in: folder, slots: 3)
            #expect(left.attempts.isEmpty)
            file.begin(slot: 0, inbox: "/in", path: FileName("done.txt"), identity: Self.identity)
            file.end(slot: 0)
            file.begin(slot: 2, inbox: "/in", path: path, identity: Self.identity)
        }
        let (_, left) = try AttemptsFile.open(in: folder, slots: 1)
        #expect(left.attempts == [AttemptsFile.Attempt(inbox: "/in", path: path, identity: Self.identity, signal: 0)])
        let (_, again) = try AttemptsFile.open(in: folder, slots: 3)
        #expect(again.attempts.isEmpty)
    }

    @Test func signalOfAnotherProcess_IsNoKillFromOutside() throws {
        let (folder, url) = try Self.folder()
        defer { try? FileManager.default.removeItem(at: url) }
        let surroundings = ProcessEnd.Surroundings(boot: Array("boot".utf8), memoryKills: 1)
        let (first, _) = try AttemptsFile.open(in: folder, slots: 1, surroundings: surroundings)
        let (second, killed) = try AttemptsFile.open(in: folder, slots: 1, surroundings: surroundings)
        #expect(killed.wasKilled)
        // As the watchdog's SIGABRT is noted.
        second.foreignSignal?.pointee = 6
        let (_, aborted) = try AttemptsFile.open(in: folder, slots: 1, surroundings: surroundings)
        #expect(!aborted.wasKilled)
        withExtendedLifetime(first) {}
    }

    @Test func fileOfAnotherVersion_IsNotBelieved() throws {
        let (folder, url) = try Self.folder()
        defer { try? FileManager.default.removeItem(at: url) }
        try Data(repeating: 1, count: 20_000).write(to: url.appendingPathComponent("attempts"))
        let (_, left) = try AttemptsFile.open(in: folder, slots: 1)
        #expect(left == AttemptsFile.Left())
    }
}
