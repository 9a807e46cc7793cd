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

    /// The user of a name; nil where the system knows none.
    static func user(named name: String) -> UInt32? {
        var record = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: recordBytes)
        guard getpwnam_r(name, &record, &buffer, buffer.count, &found) == 0, found != nil else { return nil }
        return record.pw_uid
    }
}
