import DeskProtocol
import WebAccess

/// Users whom a proxy names in a header of each request, and what they may do.
public struct HeaderUsers: Sendable {
    /// Why a name is nobody's.
    enum Failure: Error, Equatable {
        /// It is too long or has characters that cannot stand in a record.
        case badName
        /// It is in none of the lists.
        case notListed
    }

    /// Bytes of a name, so that it can stand beside what its bearer changes.
    private static let longestName = 64

    /// The header's name.
    let header: String
    /// The user of the proxy, of whom alone the header is believed.
    let proxyUser: UInt32
    private let roles: [WebRole: [String]]

    /// - Parameters:
    ///   - header: the header's name.
    ///   - proxyUser: the number of the proxy's user.
    ///   - roles: the users, and `@` with the system's groups, that have a role; whoever is in no list may read unless `read` has one.
    public init(header: String, proxyUser: UInt32, roles: [WebRole: [String]]) {
        self.header = header
        self.proxyUser = proxyUser
        self.roles = roles
    }

    /// Somebody whom the header names.
    func visitor(named text: String) throws(Failure) -> Visitor {
        let name = String(text.drop { $0 == " " || $0 == "\t" })
        let isPlain =
            !name.isEmpty && name.utf8.count <= Self.longestName
            && name.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
        guard isPlain else { throw .badName }
        for role in WebRole.allCases.reversed() where lists(name, in: role) {
            return Visitor(entrance: .header(name: name), role: role)
        }
        guard roles[.read] == nil else { throw .notListed }
        return Visitor(entrance: .header(name: name), role: .read)
    }

    private func lists(_ name: String, in role: WebRole) -> Bool {
        (roles[role] ?? []).contains { entry in
            entry.hasPrefix("@") ? UserNames.isMember(name, ofGroup: String(entry.dropFirst())) : entry == name
        }
    }
}
