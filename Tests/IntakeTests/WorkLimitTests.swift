import Foundation
import Glibc
import LinuxSystem
import NewsModel
import Synchronization
import Testing

@testable import Intake

/// Long work ends when nobody waits for it any more, and when it does not come on.
@Suite struct WorkLimitTests {
    /// A clock that goes on by our word.
    private final class HandClock: Clock {
        let nanoseconds = Atomic<UInt64>(1)
        var monotonicNanoseconds: UInt64 { nanoseconds.load(ordering: .relaxed) }
        var wallMilliseconds: Int64 { 0 }
        func pass(seconds: UInt64) { nanoseconds.add(seconds * 1_000_000_000, ordering: .relaxed) }
    }

    private let folder: URL
    private let root: Descriptor
    private let name = FileName("large.html")
    /// More than a machine can read in the time of this test, and nothing on the disk.
    private static let size: Int64 = 4 << 40

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("limit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        root = try Descriptor.directory(path: folder.path)
    }

    private func sparse(_ size: Int64) throws {
        let path = folder.appendingPathComponent(name.display)
        #expect(FileManager.default.createFile(atPath: path.path, contents: nil))
        #expect(truncate(path.path, Int(size)) == 0)
    }

    @Test func fileAboveTheLimit_IsRefusedUnread() throws {
        try sparse(Self.size)
        let capture = FileCapture(workDirectory: root, maximumBytes: Self.size - 1)
        let limit = WorkLimit { _, _ in Issue.record("bytes were read") }
        #expect { try capture.capture(name, in: root, expecting: nil, within: limit) } throws: { error in
            if case CaptureFailure.tooLarge(let file) = error { file.size == Self.size } else { false }
        }
        #expect {
            let file = try root.open(beneath: name.bytes, flags: O_RDONLY)
            return try capture.capture(file, within: limit)
        } throws: { error in
            if case CaptureFailure.tooLarge = error { true } else { false }
        }
    }

    @Test func cancelledCapture_EndsAtItsNextLook() throws {
        try sparse(64 << 20)
        let cancellation = Cancellation()
        var looks = 0
        let limit = WorkLimit(cancellation: cancellation) { done, size in
            looks += 1
            #expect(size == 64 << 20 && done < 1 << 20)
            cancellation.cancel()
        }
        #expect {
            try FileCapture(workDirectory: root).capture(name, in: root, expecting: nil, within: limit)
        } throws: {
            if case CaptureFailure.cancelled = $0 { true } else { false }
        }
        #expect(looks == 1)
    }

    @Test func captureThatDoesNotComeOn_EndsPastItsTime() throws {
        try sparse(64 << 20)
        let clock = HandClock()
        let limit = WorkLimit(clock: clock) { _, _ in clock.pass(seconds: UInt64(WorkLimit.graceSeconds)) }
        #expect {
            try FileCapture(workDirectory: root).capture(name, in: root, expecting: nil, within: limit)
        } throws: {
            if case CaptureFailure.tooSlow = $0 { true } else { false }
        }
    }

    @Test func time_GrowsWithTheBytesThatCame() throws {
        let clock = HandClock()
        let limit = WorkLimit(clock: clock)
        clock.pass(seconds: UInt64(WorkLimit.graceSeconds))
        try limit.check(done: 0, of: 1 << 40)
        clock.pass(seconds: 10)
        try limit.check(done: 10 * WorkLimit.slowestBytes, of: 1 << 40)
        #expect { try limit.check(done: 9 * WorkLimit.slowestBytes, of: 1 << 40) } throws: {
            ($0 as? SystemError)?.code == ETIMEDOUT
        }
    }

    @Test func workThatNobodyWaitsFor_Ends() throws {
        var isWanted = true
        let limit = WorkLimit(isWanted: { isWanted })
        try limit.check(done: 0, of: 1)
        isWanted = false
        #expect { try limit.check(done: 0, of: 1) } throws: { ($0 as? SystemError)?.code == ECANCELED }
    }
}
