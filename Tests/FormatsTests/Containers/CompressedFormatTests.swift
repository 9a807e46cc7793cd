import NewsModel
import Testing

@Suite struct CompressedFormatTests {
    struct Packing: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var bytes: [UInt8]
    }

    static let packings = [
        Packing(testDescription: "gzip", bytes: Packed.gzip(Copy.lighthouse)),
        Packing(testDescription: "xz", bytes: Packed.xz), Packing(testDescription: "bzip2", bytes: Packed.bzip2),
        Packing(testDescription: "zstd", bytes: Packed.zstd),
    ]

    @Test(arguments: packings) func packedText_IsTheTextItself(_ packing: Packing) throws {
        let told = try Told(packing.bytes)
        #expect(told.format == packing.testDescription)
        #expect(told.articles.first?.format == "text")
        #expect(told.headlines == ["Lighthouse lamp replaced after forty years"])
        #expect(told.articles.first?.memberPath == nil)
        #expect(told.failure == nil)
    }

    @Test(arguments: packings) func cutPacking_IsTruncated_AndGivesNothing(_ packing: Packing) throws {
        let told = try Told(packing.bytes.dropLast(12))
        #expect(told.articles.isEmpty)
        #expect(told.failure?.code == .truncated)
    }

    @Test(arguments: packings) func damagedPacking_IsMalformed_AndGivesNothing(_ packing: Packing) throws {
        var bytes = packing.bytes
        for place in bytes.count / 2..<bytes.count / 2 + 8 { bytes[place] ^= 0x5A }
        let told = try Told(bytes)
        #expect(told.articles.isEmpty)
        #expect([.malformed, .truncated].contains(told.failure?.code))
    }

    @Test(arguments: packings) func rubbishBehindTheEnd_IsPassedOver(_ packing: Packing) throws {
        let told = try Told(packing.bytes + [0, 0, 0, 0] + Array("rubbish".utf8))
        #expect(told.articles.count == 1)
        #expect(told.failure == nil)
    }

    @Test func membersInARow_AreOneFile() throws {
        let half = Copy.lighthouse.count / 2
        let told = try Told(Packed.gzip(Array(Copy.lighthouse[..<half])) + Packed.gzip(Array(Copy.lighthouse[half...])))
        #expect(told.articles.first?.body.contains("pilot of the morning ferry") == true)
        #expect(told.failure == nil)
    }

    @Test func packedTwice_IsStillTheText() throws {
        #expect(try Told(Packed.gzip(Packed.zstd)).articles.count == 1)
    }

    @Test func packedOverAndOver_IsRefused() throws {
        var bytes = Copy.lighthouse
        for _ in 0..<20 { bytes = Packed.gzip(bytes) }
        let told = try Told(bytes)
        #expect(told.failure?.code == .limitExceeded)
    }

    @Test func bomb_IsRefused_ByItsRatio() throws {
        let bomb = Packed.gzip([UInt8](repeating: 0x20, count: 40 << 20))
        #expect(bomb.count < 50_000)
        #expect(try Told(bomb).failure?.code == .limitExceeded)
    }

    @Test func manyBombs_AreRefused_ByTheirSum() throws {
        // Each within its own limit, all together not.
        let member = ZipFile.Member("a.txt", [UInt8](repeating: 0x20, count: 15 << 20))
        let told = try Told(ZipFile([ZipFile.Member](repeating: member, count: 20)).bytes)
        #expect(told.failure?.code == .limitExceeded)
    }

    @Test func nothingPacked_IsEmpty() throws {
        #expect(try Told(Packed.gzip([])).failure?.code == .empty)
    }
}
