import Foundation
import Glibc
import LinuxSystem
import Testing

/// What a lease tells of the programs that write a file.
@Suite struct ReadLeaseTests {
    private let folder: URL
    private var path: String { folder.appendingPathComponent("a.txt").path }

    init() throws {
        // A lease that is broken sends SIGIO, whose default ends the process (fcntl(2)).
        signal(SIGIO, SIG_IGN)
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("lease-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("text".utf8).write(to: folder.appendingPathComponent("a.txt"))
    }

    private func opened() throws -> Descriptor { try Descriptor.file(path: Array(path.utf8), shown: "a.txt") }

    @Test func fileInNobodysHands_HasNoWriter() throws {
        #expect(try opened().writerPresence == .none)
    }

    @Test func fileInTheHandsOfAWriter_HasOne_UntilThatClosesIt() throws {
        let file = try opened()
        let writer = open(path, O_WRONLY)
        #expect(file.writerPresence == .present)
        close(writer)
        #expect(file.writerPresence == .none)
    }

    @Test func writableMapping_OfAClosedDescriptor_CountsAsAWriter() throws {
        let file = try opened()
        let writer = open(path, O_RDWR)
        let mapping = mmap(nil, 4, PROT_READ | PROT_WRITE, MAP_SHARED, writer, 0)
        close(writer)
        #expect(file.writerPresence == .present)
        munmap(mapping, 4)
        #expect(file.writerPresence == .none)
    }

    @Test func leaseOfAFileThatSomebodyWantsToWrite_IsBroken() throws {
        let file = try opened()
        let lease = try ReadLease(on: file)
        let isUnbrokenAtFirst = lease.isUnbroken
        #expect(isUnbrokenAtFirst)
        let writer = open(path, O_WRONLY | O_NONBLOCK)
        #expect(writer < 0 && errno == EWOULDBLOCK)
        let isStillUnbroken = lease.isUnbroken
        #expect(!isStillUnbroken)
    }

    /// A pipe has no leases, as files of some file systems have none; that is not to be taken for "no writer".
    @Test func whereNoLeaseIsToBeHad_NothingIsKnown() throws {
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        let (reading, writing) = (Descriptor(adopting: ends[0]), Descriptor(adopting: ends[1]))
        guard case .unknown(let cause) = reading.writerPresence else {
            Issue.record("a lease was had on a pipe: \(reading.writerPresence)")
            return
        }
        #expect(cause.code == EINVAL)
        _ = writing
    }
}
