import Glibc

/// Names of the system's users.
public enum UserNames {
    /// Bytes for a record of the user database; names that need more are shown as numbers.
    private static let recordBytes = 16_384

    /// The name of a user, or the number where the system knows no name.
    public static func name(of user: UInt32) -> String {
        var record = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: recordBytes)
        let code = getpwuid_r(user, &record, &buffer, buffer.count, &found)
        guard code == 0, found != nil, let name = record.pw_name else { return String(user) }
        return String(cString: name)
    }

    /// The name of a group, or the number where the system knows no name.
    public static func group(_ group: UInt32) -> String {
        var record = Glibc.group()
        var found: UnsafeMutablePointer<Glibc.group>?
        var buffer = [CChar](repeating: 0, count: recordBytes)
        let code = getgrgid_r(group, &record, &buffer, buffer.count, &found)
        guard code == 0, found != nil, let name = record.gr_name else { return String(group) }
        return String(cString: name)
    }

    /// Whether the system has a user of a name as a member of a group of a name; false where it does not know one of them.
    public static func isMember(_ user: String, ofGroup group: String) -> Bool {
        var record = Glibc.group()
        var found: UnsafeMutablePointer<Glibc.group>?
        var buffer = [CChar](repeating: 0, count: recordBytes)
        guard getgrnam_r(group, &record, &buffer, buffer.count, &found) == 0, found != nil,
            let number = self.user(named: user)
        else { return false }
        return isMember(number, of: record.gr_gid)
    }

    /// Whether the system has a user as a member of a group, at the next login at the latest; false for a user without a name.
    public static func isMember(_ user: UInt32, of group: UInt32) -> Bool {
        var record = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: recordBytes)
        guard getpwuid_r(user, &record, &buffer, buffer.count, &found) == 0, found != nil, let name = record.pw_name
        else { return false }
        var groups = [gid_t](repeating: 0, count: mostGroups)
        var count = Int32(groups.count)
        guard getgrouplist(name, record.pw_gid, &groups, &count) >= 0 else { return false }
        return groups.prefix(Int(count)).contains(group)
    }

    /// Groups of a user that are looked at; the kernel takes no more (NGROUPS_MAX).
    private static let mostGroups = 65_536

    /// The groups that this process has.
    public static var ownGroups: [UInt32] {
        let count = getgroups(0, nil)
        guard count > 0 else { return [getegid()] }
        var groups = [gid_t](repeating: 0, count: Int(count))
        let found = getgroups(count, &groups)
        return [getegid()] + groups.prefix(Int(max(0, found)))
    }

    /// The user of a name; nil where the system knows none.
    public static func user(named name: String) -> UInt32? {
        var record = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: recordBytes)
        guard getpwnam_r(name, &record, &buffer, buffer.count, &found) == 0, found != nil else { return nil }
        return record.pw_uid
    }
}
