import Archive
import ArticleQuery
import LinuxSystem
import NewsModel
import Testing

@testable import Desk

/// Which originals a database lacks.
@Suite struct MissingOriginalsTests {
    private static let day: Int64 = 86_400_000

    @Test func whatIsPastTheTermOfItsCollection_IsLeftOut_AndWhatIsUnderWayIsNotMissed() throws {
        let folder = try TemporaryFolder()
        let archive = try Archive.open(state: folder.path)
        defer { try? archive.close() }
        func keep(_ text: String, collection: String, received: Int64) throws -> SHA256Digest {
            let file = try Descriptor.memoryFile(name: "story")
            let bytes = Array(text.utf8)
            try bytes.withUnsafeBytes { try file.writeAll($0) }
            let sha256 = SHA256Digest.of(bytes)
            _ = try archive.originals.write(
                from: file, size: Int64(bytes.count), sha256: sha256,
                facts: OriginalFacts(received: received, inbox: "/in", path: FileName("a.txt"), collection: collection))
            return sha256
        }
        let now = 1000 * Self.day
        let old = try keep("an old story", collection: "wire/sports", received: now - 40 * Self.day)
        let kept = try keep("an old story to keep", collection: "features", received: now - 40 * Self.day)
        let young = try keep("a young story", collection: "wire", received: now - 10 * Self.day)
        let undated = try keep("a story of no date", collection: "wire", received: 0)
        let retention = RetentionPolicy(
            collections: ["wire": RetentionPolicy.Terms(articles: .after(.seconds(30 * 86_400)))])
        let reader = try ArchiveReader.open(state: folder.path)
        let missing = try MissingOriginals(in: reader, retention: retention, now: now)
        #expect(missing.pastTerm == 1)
        #expect(Set(missing.hashes) == [kept, young, undated])
        let others = try MissingOriginals(in: reader, retention: RetentionPolicy(), now: now) {
            archive.isUnderWay($0)
        }
        #expect(others.hashes.isEmpty && archive.isUnderWay(old))
    }
}
