import Testing

@testable import Intake

/// What /proc/self/mountinfo says of mounts below an inbox.
@Suite struct MountTests {
    private static let table = """
        22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
        40 22 0:35 / /srv/my\\040wire rw,relatime - tmpfs none rw
        41 40 0:36 / /srv/my\\040wire/agency rw,relatime shared:7 - nfs4 server:/a rw
        42 22 0:37 / /srv/my\\040wires/other rw,relatime - tmpfs none rw

        """

    @Test func onlyWhatIsMountedBelowTheFolder_Counts() {
        let mounts = Mount.all(below: Array("/srv/my wire".utf8), in: Array(Self.table.utf8))
        #expect(mounts == [Mount(number: Array("41".utf8), place: Array("/srv/my\\040wire/agency".utf8))])
    }

    @Test func anotherMountAtTheSamePlace_IsAnother() {
        let other = Self.table.replacing("\n41 40", with: "\n97 40")
        let path = Array("/srv/my wire".utf8)
        #expect(
            Mount.all(below: path, in: Array(other.utf8)) != Mount.all(below: path, in: Array(Self.table.utf8)))
    }
}
