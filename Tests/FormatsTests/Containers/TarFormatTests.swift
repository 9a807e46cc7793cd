import NewsModel
import Testing

@Suite struct TarFormatTests {
    private func tar(_ numbers: Range<Int>) -> TarFile {
        var tar = TarFile()
        for number in numbers { tar.add("reports/\(number).txt", Copy.text(number)) }
        return tar
    }

    @Test func files_AreArticles_WithTheirPath() throws {
        let told = try Told(tar(0..<3).closed)
        #expect(told.format == "tar")
        #expect(told.paths == ["reports/0.txt", "reports/1.txt", "reports/2.txt"])
        #expect(told.articles.allSatisfy { $0.format == "text" })
        #expect(told.errors.isEmpty && told.failure == nil)
    }

    @Test func packedTar_IsTheSame() throws {
        #expect(try Told(Packed.gzip(tar(0..<3).closed), name: "a.tgz").articles.count == 3)
    }

    @Test func longNames_AreTakenFromBothKindsOfHeader() throws {
        let long = String(repeating: "folder/", count: 30) + "a.txt"
        let record = " path=\(long)\n"
        let length = record.utf8.count + 3
        var tar = TarFile()
        tar.add("x", Array("\(length)\(record)".utf8), type: "x")
        tar.add("short", Copy.text(1))
        tar.add("././@LongLink", Array((long + "2\0").utf8), type: "L")
        tar.add("short", Copy.text(2))
        tar.add("short.txt", Copy.text(3))
        #expect(try Told(tar.closed).paths == [long, long + "2", "short.txt"])
    }

    @Test func linksFoldersAndPictures_ArePassedOver() throws {
        var tar = TarFile()
        tar.add("folder/", [], type: "5")
        tar.add("link", [], type: "2")
        tar.add("picture.png", Copy.picture)
        tar.add("a.txt", Copy.text(1))
        let told = try Told(tar.closed)
        #expect(told.paths == ["a.txt"])
        #expect(told.errors.isEmpty)
    }

    @Test func cutArchive_GivesWhatIsWhole() throws {
        let told = try Told(Array(tar(0..<3).bytes.dropLast(400)))
        #expect(told.paths == ["reports/0.txt", "reports/1.txt"])
        #expect(told.errors.map(\.code) == [.truncated])
    }

    @Test func damagedHeader_LosesOneMember() throws {
        var bytes = tar(0..<3).closed
        for place in 1024..<1100 { bytes[place] = 0xAA }
        let told = try Told(bytes)
        #expect(told.paths == ["reports/0.txt", "reports/2.txt"])
        #expect(told.errors.map(\.code) == [.malformed])
    }

    @Test func attributesWithoutEnd_AreRefused() throws {
        var tar = TarFile()
        tar.add("x", [UInt8](repeating: 0x20, count: 2 << 20), type: "x")
        #expect(try Told(tar.closed).failure?.code == .limitExceeded)
    }
}
