import Foundation
import Testing

@testable import Archive

/// The index on disk by which related articles are found.
@Suite struct SortedRunStoreTests {
    private final class Folder {
        let path = FileManager.default.temporaryDirectory.path + "/key-runs-\(UUID().uuidString)"
        deinit { try? FileManager.default.removeItem(atPath: path) }

        func store() throws -> SortedRunStore { try SortedRunStore(folder: path, mostTexts: 4) }
        var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }
    }

    /// Pairs of `count` texts from `first` on: each has a key of its own and the key 7.
    private static func pairs(_ first: UInt64, count: UInt64 = 100) -> [UInt64] {
        var pairs: [UInt64] = []
        for text in first..<first + count {
            pairs.append(UInt64(key(text)) << 32 | text)
            pairs.append(7 << 32 | text)
        }
        return pairs.sorted()
    }

    private static func key(_ text: UInt64) -> UInt32 { UInt32(text &* 2_654_435_761 % 0xFFFF_FF00 + 8) }

    @Test func texts_AreFound_AfterMergesAndReopening() throws {
        let folder = Folder()
        let store = try folder.store()
        for run in 0..<21 { try store.append(Self.pairs(UInt64(run) * 100), lastVersion: Int64(run + 1) * 100) }
        #expect(store.runCount <= 6, "runs of one size are merged")
        for store in [store, try folder.store()] {
            #expect(store.lastVersion == 2_100)
            for text in stride(from: UInt64(0), to: 2_100, by: 37) {
                #expect(store.texts(under: Self.key(text)).contains(UInt32(text)))
            }
            #expect(store.texts(under: 7) == [2_099, 2_098, 2_097, 2_096], "the latest, so many at most")
            #expect(store.texts(under: 3).isEmpty)
        }
    }

    /// Keys as they are, evenly spread, and as they never should be: in lumps, all but the same, at both ends.
    @Test(arguments: [1, 2, 40, 3_000, 60_000]) func everyKey_IsFound_HoweverTheKeysLie(count: Int) throws {
        let manners: [(Int) -> UInt32] = [
            { Self.key(UInt64($0)) }, { UInt32($0 / 50 * 50) }, { $0 < count / 2 ? 9 : 0xFFFF_FF00 + UInt32($0 % 100) },
            { $0 % 3 == 0 ? 0 : .max - UInt32($0 % 3) }, { UInt32(Double($0).squareRoot() * 1_000) },
        ]
        for manner in manners {
            let folder = Folder()
            let store = try folder.store()
            var texts: [UInt32: [UInt32]] = [:]
            var pairs: [UInt64] = []
            for text in 0..<count {
                pairs.append(UInt64(manner(text)) << 32 | UInt64(text))
                texts[manner(text), default: []].append(UInt32(text))
            }
            try store.append(pairs.sorted(), lastVersion: 1)
            var wrong = 0
            for (key, known) in texts {
                if store.texts(under: key) != Array(known.suffix(4).reversed()) { wrong += 1 }
                for other in [key &+ 1, key &- 1] where texts[other] == nil {
                    if !store.texts(under: other).isEmpty { wrong += 1 }
                }
            }
            #expect(wrong == 0)
        }
    }

    @Test func removedTexts_AreInNoRun() throws {
        let folder = Folder()
        let store = try folder.store()
        for run in 0..<3 { try store.append(Self.pairs(UInt64(run) * 100), lastVersion: Int64(run + 1) * 100) }
        let names = folder.names
        try store.remove(texts: [42, 299])
        for store in [store, try folder.store()] {
            #expect(store.count == 596)
            #expect(store.lastVersion == 300)
            #expect(store.texts(under: Self.key(42)).contains(42) == false)
            #expect(store.texts(under: Self.key(43)).contains(43))
            #expect(store.texts(under: 7).first == 298)
        }
        #expect(folder.names == names)
    }

    @Test func damagedRun_IsRemoved_WithAllAfterIt() throws {
        let folder = Folder()
        for run in 0..<3 { try folder.store().append(Self.pairs(UInt64(run) * 100), lastVersion: Int64(run + 1) * 100) }
        let second = folder.path + "/" + folder.names[1]
        try Data("no run at all".utf8).write(to: URL(fileURLWithPath: second))
        let store = try folder.store()
        #expect(store.lastVersion == 100 && store.runCount == 1)
        #expect(folder.names.count == 1)
    }

    @Test func unfinishedRun_IsRemoved() throws {
        let folder = Folder()
        try folder.store().append(Self.pairs(0), lastVersion: 100)
        try Data("half".utf8).write(to: URL(fileURLWithPath: folder.path + "/0000000000000000200-0.run.unfinished"))
        #expect(try folder.store().lastVersion == 100)
        #expect(folder.names.count == 1)
    }

    @Test func cutRun_IsNoRun() throws {
        let folder = Folder()
        try folder.store().append(Self.pairs(0), lastVersion: 100)
        let path = folder.path + "/" + folder.names[0]
        let data = try #require(FileManager.default.contents(atPath: path))
        try data.dropLast(5).write(to: URL(fileURLWithPath: path))
        #expect(try folder.store().lastVersion == 0)
    }
}
