import ArticleQuery
import Foundation
import Glibc
import Hashing
import LinuxSystem
import NewsModel
import SeededNumbers
import Synchronization
import Testing

@testable import Archive

/// Keeping and giving back the exact bytes of files.
struct OriginalTests {
    private static let facts = OriginalFacts(
        received: 1_714_737_900_123, inbox: "/var/spool/wiredesk/inbox",
        path: FileName(bytes: Array("sub/caf".utf8) + [0xE9, 0x22, 0x0A]), collection: "sub")

    /// Bytes longer than the copying buffer that do not compress to nothing.
    private static let large: [UInt8] = {
        var random = SeededGenerator(seed: 1)
        return (0..<700_001).map { _ in UInt8.random(in: 0..<16, using: &random) }
    }()

    private static func withFile<T>(_ bytes: [UInt8], _ body: (Descriptor) throws -> T) throws -> T {
        let path = Desk.makeFolder()
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        defer { Desk.remove(path) }
        return try body(Descriptor.open(path: path, flags: O_RDONLY))
    }

    @Test(arguments: [[], Array("one page".utf8), Self.large])
    func keptOriginal_ComesBackExactly_ByUsAndByTheZstdProgram(_ bytes: [UInt8]) throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let sha256 = SHA256Digest.of(bytes)
        let kept = try Self.withFile(bytes) {
            try desk.archive.originals.write(
                from: $0, size: Int64(bytes.count), sha256: sha256, facts: Self.facts)
        }
        let path = desk.archive.originals.path(of: sha256)
        #expect(path.hasSuffix("/originals/\(sha256.hex.prefix(2))/\(sha256.hex).zst"))
        #expect(ArchiveFiles.size(ofFile: path) == kept)
        #expect(try ArchiveFiles.names(in: StateFolder(desk.folder).unfinishedOriginals).isEmpty)
        let reader = OriginalReader(state: StateFolder(desk.folder))
        let copy = desk.folder + "/copy"
        let output = try ArchiveFiles.createFile(copy, operation: "test")
        #expect(try reader.read(sha256, into: output.number) == Int64(bytes.count))
        #expect(try Array(Data(contentsOf: URL(fileURLWithPath: copy))) == bytes)
        #expect(try Desk.run("/usr/bin/zstd", ["-q", "-d", "-f", path, "-o", copy]) == "")
        #expect(try Array(Data(contentsOf: URL(fileURLWithPath: copy))) == bytes)
        #expect(try reader.facts(of: sha256) == Self.facts)
    }

    @Test func bytesOfAnotherHash_AreNotKept() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let announced = SHA256Digest.of(Array("announced".utf8))
        for size in [Int64(5), 9] {
            let failure = #expect(throws: ArchiveError.self) {
                try Self.withFile(Array("other".utf8)) {
                    try desk.archive.originals.write(from: $0, size: size, sha256: announced, facts: Self.facts)
                }
            }
            #expect(failure?.kind == .hashMismatch)
        }
        #expect(ArchiveFiles.size(ofFile: desk.archive.originals.path(of: announced)) == nil)
        #expect(try ArchiveFiles.names(in: StateFolder(desk.folder).unfinishedOriginals).isEmpty)
    }

    @Test func fileWithoutARow_IsWrittenAnew_AndOneWithARowIsNot() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let bytes = Array("one page".utf8)
        let sha256 = SHA256Digest.of(bytes)
        let path = desk.archive.originals.path(of: sha256)
        try ArchiveFiles.makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
        try Data("half of an origi".utf8).write(to: URL(fileURLWithPath: path))
        func keep() throws -> Int64 {
            try Self.withFile(bytes) {
                try desk.archive.originals.write(
                    from: $0, size: Int64(bytes.count), sha256: sha256, facts: Self.facts)
            }
        }
        func inode() throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
        }
        let kept = try keep()
        #expect(ArchiveFiles.size(ofFile: path) == kept)
        let before = try inode()
        var facts = desk.facts("one page")
        facts.keptBytes = kept
        _ = try desk.archive.commit([
            DeliveryPortion(facts: facts, articles: [PreparedArticle(.make(Copy.bridge))], end: .read)
        ])
        #expect(try keep() == kept)
        #expect(try inode() == before)
        #expect(try desk.archive.counters().originalsBytes == kept)
    }

    @Test func originalOfAnAcceptedPage_IsStillAcceptedWhenItIsWrittenAgain() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let bytes = Array("a list of links".utf8)
        let sha256 = SHA256Digest.of(bytes)
        func keep(_ facts: OriginalFacts) throws -> Int64 {
            try Self.withFile(bytes) {
                try desk.archive.originals.write(from: $0, size: Int64(bytes.count), sha256: sha256, facts: facts)
            }
        }
        func deliver(_ end: DeliveryEnd, _ articles: [Article], retryOf: Int64? = nil) throws -> Int64 {
            var facts = desk.facts("a list of links", retryOf: retryOf)
            facts.keptBytes = try keep(Self.facts)
            return try desk.archive.commit([
                DeliveryPortion(facts: facts, articles: articles.map { PreparedArticle($0) }, end: end)
            ])[0].delivery
        }
        let refusal = Rejection(stage: .reading, code: .notAnArticle, message: "a list of links")
        let first = try deliver(.rejected(refusal), [])
        _ = try deliver(.read, [.make(Copy.bridge)], retryOf: first)
        try FileManager.default.removeItem(atPath: desk.archive.originals.path(of: sha256))
        _ = try keep(Self.facts)
        let facts = try OriginalReader(state: StateFolder(desk.folder)).facts(of: sha256)
        #expect(facts?.isAccepted == true && facts?.inbox == "/inbox" && facts?.received == 1_000_000)
    }

    /// Whether the disk fails to sync.
    private final class FailingDisk: Sendable {
        let fails = Mutex(false)
    }

    @Test func originalThatIsAcceptedBeforeItsCommit_IsSoAfterAFailedSyncToo() throws {
        let folder = Desk.makeFolder()
        defer { Desk.remove(folder) }
        let disk = FailingDisk()
        let archive = try Archive.open(state: folder) { state throws(SystemError) in
            guard !disk.fails.withLock({ $0 }) else {
                throw SystemError(operation: "sync", path: folder, code: EIO)
            }
            try state.syncFileSystem()
        }
        defer { try? archive.close() }
        var random = SeededGenerator(seed: 2)
        let noise = (0..<ArchiveFiles.copyBufferSize).map { _ in UInt8.random(in: 0...255, using: &random) }
        func keep(_ bytes: [UInt8]) throws -> Int64 {
            try Self.withFile(bytes) {
                try archive.originals.write(
                    from: $0, size: Int64(bytes.count), sha256: .of(bytes), facts: Self.facts)
            }
        }
        // Bytes whose file ends just before the end of the copying buffer: the facts of the acceptance stand across it.
        let overhead = Int(try keep(noise)) - noise.count
        let bytes = Array(noise.dropLast(overhead + 50))
        let sha256 = SHA256Digest.of(bytes)
        let kept = try keep(bytes)
        #expect((-99 ... -1).contains(Int(kept) - ArchiveFiles.copyBufferSize))
        try archive.originals.accept(sha256, facts: Self.facts)
        disk.fails.withLock { $0 = true }
        #expect(throws: ArchiveError.self) { try archive.originalsAreDurable() }
        disk.fails.withLock { $0 = false }
        try archive.originalsAreDurable()
        let reader = OriginalReader(state: StateFolder(folder))
        try reader.verify(sha256)
        #expect(try reader.facts(of: sha256)?.isAccepted == true)
    }

    @Test func sameBytesFromManyLanes_MakeOneWholeFile() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let sha256 = SHA256Digest.of(Self.large)
        let originals = desk.archive.originals
        let sizes = Mutex<[Int64]>([])
        DispatchQueue.concurrentPerform(iterations: 8) { _ in
            let kept = try? Self.withFile(Self.large) {
                try originals.write(from: $0, size: Int64(Self.large.count), sha256: sha256, facts: Self.facts)
            }
            sizes.withLock { $0.append(kept ?? -1) }
        }
        let kept = sizes.withLock { $0 }
        #expect(
            kept.count == 8 && Set(kept).count == 1 && kept[0] == ArchiveFiles.size(ofFile: originals.path(of: sha256)))
        let sink = open("/dev/null", O_WRONLY)
        defer { close(sink) }
        #expect(try OriginalReader(state: StateFolder(desk.folder)).read(sha256, into: sink) == Int64(Self.large.count))
        #expect(try ArchiveFiles.names(in: StateFolder(desk.folder).unfinishedOriginals).isEmpty)
    }

    @Test func damagedOriginal_IsToldAsCorrupt() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let sha256 = SHA256Digest.of(Self.large)
        _ = try Self.withFile(Self.large) {
            try desk.archive.originals.write(
                from: $0, size: Int64(Self.large.count), sha256: sha256, facts: Self.facts)
        }
        let path = desk.archive.originals.path(of: sha256)
        var file = try Data(contentsOf: URL(fileURLWithPath: path))
        file[file.count / 2] ^= 1
        try file.write(to: URL(fileURLWithPath: path))
        let sink = open("/dev/null", O_WRONLY)
        defer { close(sink) }
        let failure = #expect(throws: ArchiveError.self) {
            try OriginalReader(state: StateFolder(desk.folder)).read(sha256, into: sink)
        }
        #expect(failure?.kind == .corrupt)
        try file.prefix(file.count / 3).write(to: URL(fileURLWithPath: path))
        let cut = #expect(throws: ArchiveError.self) {
            try OriginalReader(state: StateFolder(desk.folder)).read(sha256, into: sink)
        }
        #expect(cut?.kind == .corrupt)
    }
}
