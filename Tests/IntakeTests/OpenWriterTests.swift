import Foundation
import LinuxSystem
import NewsModel
import Synchronization
import Testing

@testable import Intake

/// Files that a program still writes are waited for, and by a clock that nobody sets.
@Suite struct OpenWriterTests {
    /// A machine whose clock was set years ahead, and whose monotonic clock goes on by our word.
    private final class AheadClock: Clock {
        let nanoseconds = Atomic<UInt64>(1_000_000_000)
        var monotonicNanoseconds: UInt64 { nanoseconds.load(ordering: .relaxed) }
        var wallMilliseconds: Int64 { 4_000_000_000_000 }
    }

    @Test func fileInTheHandsOfAWriter_IsWaitedFor_UntilTheWriterHasForgottenIt() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("writers-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let root = try Descriptor.directory(path: folder.path)
        let clock = AheadClock()
        let capture = FileCapture(workDirectory: root, clock: clock)
        let file = folder.appendingPathComponent("half.txt")
        try Data("The first half".utf8).write(to: file)
        let writer = try FileHandle(forWritingTo: file)
        defer { try? writer.close() }
        let name = FileName("half.txt")
        for _ in 0..<2 {
            #expect { try capture.capture(name, in: root, expecting: nil) } throws: { Self.isOpenForWriting($0) }
            clock.nanoseconds.store(
                clock.monotonicNanoseconds + FileCapture.openWriterPatienceNanoseconds / 2, ordering: .relaxed)
        }
        clock.nanoseconds.store(clock.monotonicNanoseconds + 1, ordering: .relaxed)
        #expect(try capture.capture(name, in: root, expecting: nil).size == 14)
        // What changes is waited for anew.
        try writer.seekToEnd()
        try writer.write(contentsOf: Data(" and more".utf8))
        #expect { try capture.capture(name, in: root, expecting: nil) } throws: { Self.isOpenForWriting($0) }
    }

    private static func isOpenForWriting(_ error: any Error) -> Bool {
        if case CaptureFailure.openForWriting = error { true } else { false }
    }
}
