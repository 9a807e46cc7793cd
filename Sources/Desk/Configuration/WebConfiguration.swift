import WebAccess

/// The web interface, which is a program of its own and reads the same file.
public struct WebConfiguration: Sendable, Equatable {
    /// Names by which it may be called; none means localhost and the address that it listens on.
    public var hosts: [String]
    /// The header in which a proxy names the user; nil means that none is believed.
    public var userHeader: String?
    /// The system user of the proxy, of whom alone the header is believed; nil only where there is no header.
    public var proxyUser: String?
    /// The users, and `@` with the system's groups, that have a role; a role that is not there names nobody, and without `read` whoever
    /// has a name may read.
    public var roles: [WebRole: [String]]

    /// Settings; everything that is not given has its default.
    public init(
        hosts: [String] = [], userHeader: String? = nil, proxyUser: String? = nil, roles: [WebRole: [String]] = [:]
    ) {
        self.hosts = hosts
        self.userHeader = userHeader
        self.proxyUser = proxyUser
        self.roles = roles
    }
}
