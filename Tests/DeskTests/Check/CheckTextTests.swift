import Intake
import LinuxSystem
import Testing

@testable import Desk

/// The words of a check.
struct CheckTextTests {
    @Test(arguments: [
        ("/var/spool/wiredesk/inbox", "/var/spool/wiredesk/inbox"), ("/a b", "'/a b'"), ("/it's", "'/it'\\''s'"),
        ("", "''"), ("/$(reboot)", "'/$(reboot)'"),
    ])
    func commands_AreSafeToPaste(_ path: String, _ word: String) {
        #expect(ShellWord.quoted(path) == word)
    }

    @Test(arguments: [
        (Int64(0x6969), "NFS", true), (0xEF53, "ext4", false), (0x6573_5546, "FUSE", true),
        (Int64(Int32(bitPattern: 0xFF53_4D42)), "CIFS", true), (0x1234, "file system 0x1234", false),
    ])
    func fileSystems_AreKnownByTheirNumbers(_ number: Int64, _ name: String, _ isRemote: Bool) {
        let kind = FileSystemKind(number: number)
        #expect(kind.name == name && kind.isRemote == isRemote)
    }
}
