import LinuxSystem
import Testing

@testable import Intake

@Suite struct CompanionNameTests {
    @Test(arguments: CompanionName.endings)
    func everyEnding_OfATableInLowerCase_LeavesTheStemOfItsPage(ending: String) {
        #expect(CompanionName(Array(("a/My page" + ending).utf8))?.stem == Array("a/My page".utf8))
        #expect(
            CompanionName(Array(("a/My page" + ending.uppercased()).utf8)) != nil
                || !ending.utf8.allSatisfy { $0 < 128 })
    }

    @Test(arguments: ["_files", "a/_files", "files", "my-filesystem", "profile", "dateien", "page_files/x"])
    func otherNames_AreNoCompanions(name: String) {
        #expect(CompanionName(Array(name.utf8)) == nil)
    }

    @Test func pageStem_IsOfPagesOnly() {
        #expect(CompanionName.pageStem(Array("a/b.HTML".utf8)) == Array("a/b".utf8))
        #expect(CompanionName.pageStem(Array("a/b.txt".utf8)) == nil)
        #expect(CompanionName.pageStem(Array("a/.html".utf8)) == nil)
    }
}

@Suite struct CaptureFactsTests {
    @Test(
        arguments: [
            ("[ZoneTransfer]\r\nZoneId=3\r\nHostUrl=https://a.example/x\r\n", "https://a.example/x"),
            ("hosturl=http://a.example/?q=1", "http://a.example/?q=1"),
            ("[ZoneTransfer]\nReferrerUrl=https://a.example/\n", nil),
            ("HostUrl=about:internet\n", nil), ("HostUrl=javascript:alert(1)\n", nil),
            ("HostUrl=https://a.example/a b\n", nil), ("HostUrl=https://\n", nil), ("", nil),
        ] as [(String, String?)])
    func hostURL_IsBelieved_OnlyAsAWebAddress(zone: String, url: String?) {
        #expect(CaptureFacts.hostURL(Array(zone.utf8)) == url)
    }
}

@Suite struct WatchingTests {
    @Test(arguments: [0x6969: "NFS", 0xFF53_4D42: "CIFS", 0x6573_5546: "FUSE", 0x0102_1997: "9P"] as [Int64: String])
    func fileSystemsThatChangeElsewhere_ArePolled(number: Int64, name: String) {
        let kind = FileSystemKind(number: number)
        #expect(kind.isRemote && kind.name == name)
    }

    /// ext4, tmpfs, btrfs, xfs, overlayfs.
    @Test(arguments: [0xEF53, 0x0102_1994, 0x9123_683E, 0x5846_5342, 0x794C_7630] as [Int64])
    func fileSystemsOfThisMachine_AreNot(number: Int64) {
        #expect(!FileSystemKind(number: number).isRemote)
    }

    @Test func limits_NameTheirSetting() {
        #expect(
            InotifyLimit(SystemError(operation: "", path: "", code: 28)).setting == "fs.inotify.max_user_watches")
        #expect(
            InotifyLimit(SystemError(operation: "", path: "", code: 24)).setting == "fs.inotify.max_user_instances")
    }
}
