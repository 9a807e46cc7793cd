import Glibc

/// In whose name a request is noted.
public enum Requester {
    /// The system user that the web service runs as, where it has one of its own.
    public static let webServiceUser = "wiredesk-web"
    /// The longest name of a person in bytes.
    static let longestName = 128

    /// The name that stands beside what was asked for.
    ///
    /// Whoever asks is told by the system and not by the request, but for one user: the web service has asked its visitors who they are.
    ///
    /// - Parameters:
    ///   - user: the user who is connected, as the kernel tells.
    ///   - person: for whom this user asks, or nil.
    ///   - webService: the user of the web service; nil where there is none.
    /// - Throws: `ControlFailure` where a person is named by any other user, or by a name that cannot stand in a line.
    public static func name(
        user: UInt32, onBehalfOf person: String?, webService: UInt32? = Requester.webService
    ) throws(ControlFailure) -> String {
        guard let person else { return UserNames.name(of: user) }
        guard let webService, user == webService else {
            throw ControlFailure(.notAllowed, "only the web service may ask for somebody else")
        }
        let isPlain =
            !person.isEmpty && person.utf8.count <= longestName
            && person.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
        guard isPlain else {
            throw ControlFailure(
                .notAllowed, "a person's name has 1 to \(longestName) bytes and no control characters")
        }
        return person
    }

    /// The user of the web service; nil where the system has none of that name.
    public static var webService: UInt32? { UserNames.user(named: webServiceUser) }
}
