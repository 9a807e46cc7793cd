import NewsModel
import Testing

@testable import Bytes

@Suite struct ZipFormatTests {
    private let three = ZipFile([
        ZipFile.Member("a.txt", Copy.text(1)), ZipFile.Member("2021/b.html", Copy.page(2), isStored: true),
        ZipFile.Member("c.txt", Copy.text(3)),
    ])

    @Test func members_AreArticles_WithTheirPathAndFormat() throws {
        let told = try Told(three.bytes)
        #expect(told.format == "zip")
        #expect(told.paths == ["a.txt", "2021/b.html", "c.txt"])
        #expect(told.articles.map(\.format) == ["text", "html", "text"])
        #expect(told.headlines == ["Harbour report number 1", "Ferry 2 late", "Harbour report number 3"])
        #expect(told.errors.isEmpty && told.failure == nil)
    }

    @Test func readInPassing_IsTheSame() throws {
        #expect(try Told(inPassing: three.bytes).articles == (try Told(three.bytes).articles))
    }

    @Test func nestedContainers_ShowTheirWay() throws {
        var tar = TarFile()
        tar.add("x/y.txt", Copy.text(4))
        let told = try Told(ZipFile([ZipFile.Member("inner.tar.gz", Packed.gzip(tar.closed))]).bytes)
        #expect(told.paths == ["inner.tar.gz!x/y.txt"])
    }

    @Test func zipWithinGzip_IsRead() throws {
        #expect(try Told(Packed.gzip(three.bytes)).articles.count == 3)
    }

    @Test func picturesStylesFoldersAndSystemFiles_ArePassedOver() throws {
        var folder = ZipFile.Member("pictures/", [])
        folder.unixMode = 0o040755
        let told = try Told(
            ZipFile([
                folder, ZipFile.Member("pictures/a.png", Copy.picture), ZipFile.Member("noending", Copy.picture),
                ZipFile.Member("a.css", Array("p{}".utf8)), ZipFile.Member("__MACOSX/._a.txt", Copy.text(1)),
                ZipFile.Member(".DS_Store", [1, 2, 3]), ZipFile.Member("a.txt", Copy.text(1)),
            ]).bytes)
        #expect(told.paths == ["a.txt"])
        #expect(told.errors.isEmpty)
    }

    @Test func picturesAlone_AreNoText() throws {
        let told = try Told(ZipFile([ZipFile.Member("a.png", Copy.picture)]).bytes)
        #expect(told.failure?.code == .noText)
    }

    @Test func emptyArchive_IsNoText() throws {
        #expect(try Told(ZipFile([]).bytes).failure?.code == .noText)
    }

    @Test func repeatedNames_GetNumbers() throws {
        let told = try Told(
            ZipFile([
                ZipFile.Member("a.txt", Copy.text(1)), ZipFile.Member("a.txt", Copy.text(2)),
                ZipFile.Member("a.txt#2", Copy.text(3)), ZipFile.Member("./a.txt", Copy.text(4)),
            ]).bytes)
        #expect(told.paths == ["a.txt", "a.txt#2", "a.txt#2#2", "a.txt#3"])
    }

    @Test func namesThatLeadElsewhereOrAreNoText_AreOnlyShown() throws {
        var latin = ZipFile.Member("", Copy.text(3))
        latin.name = [0x66, 0xFC, 0x72, 0x2E, 0x74, 0x78, 0x74]
        let told = try Told(
            ZipFile([
                ZipFile.Member("../../etc/passwd.txt", Copy.text(1)),
                ZipFile.Member("/etc/\u{1B}[2Jx.txt", Copy.text(2)),
                latin,
            ]).bytes)
        #expect(told.paths == ["../../etc/passwd.txt", "/etc/\\x1B[2Jx.txt", "f\\xFCr.txt"])
    }

    @Test func encryptedUnknownAndDamagedMembers_AreTold_AndTheOthersRead() throws {
        var encrypted = ZipFile.Member("e.txt", Copy.text(1))
        encrypted.isEncrypted = true
        var strange = ZipFile.Member("s.txt", Copy.text(2))
        strange.method = 97
        var damaged = ZipFile.Member("d.txt", Copy.text(3))
        damaged.hasWrongChecksum = true
        let told = try Told(
            ZipFile([encrypted, strange, damaged, ZipFile.Member("good.txt", Copy.text(4))]).bytes)
        #expect(told.paths == ["good.txt"])
        #expect(told.errors.map(\.path) == ["e.txt", "s.txt", "d.txt"])
        #expect(told.errors.map(\.code) == [.encrypted, .unknownFormat, .malformed])
        #expect(told.failure == nil)
    }

    @Test func archiveCutOffInItsDirectory_IsReadMemberByMember() throws {
        let told = try Told(Array(three.bytes[..<(three.directoryStart + 10)]))
        #expect(told.articles.count == 3)
        #expect(told.errors.map(\.code) == [.truncated])
    }

    @Test func archiveCutOffInAMember_GivesTheOnesBefore() throws {
        let told = try Told(Array(three.bytes[..<(three.directoryStart - 40)]))
        #expect(told.paths == ["a.txt", "2021/b.html"])
        #expect(told.errors.contains { $0.path == "c.txt" && $0.code == .truncated })
    }

    @Test func membersWithoutEnd_AreRefused() throws {
        let told = try Told(three.bytes, limits: ReadingLimits(maximumMembers: 2))
        #expect(told.articles.count == 2)
        #expect(told.failure?.code == .limitExceeded)
    }

    @Test func containersWithinContainers_AreRefused_BeyondTheDepth() throws {
        var bytes = Copy.text(1)
        for _ in 0..<9 { bytes = ZipFile([ZipFile.Member("a.zip", bytes, isStored: true)]).bytes }
        let told = try Told(bytes)
        #expect(told.articles.isEmpty)
        #expect(told.errors.map(\.code) == [.limitExceeded])
    }

    @Test func directoryThatLiesOfPlacesAndSizes_IsNoDanger() throws {
        var bytes = three.bytes
        for place in three.directoryStart..<bytes.count {
            let kept = bytes[place]
            for value in [UInt8(0), 0x7F, 0xFF] {
                bytes[place] = value
                _ = try Told(bytes)
            }
            bytes[place] = kept
        }
    }
}
