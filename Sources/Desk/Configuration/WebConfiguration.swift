/// The web interface, which is a program of its own and reads the same file.
public struct WebConfiguration: Sendable, Equatable {
    /// Names by which it may be called; none means localhost and the address that it listens on.
    public var hosts: [String]

    /// Settings; everything that is not given has its default.
    public init(hosts: [String] = []) { self.hosts = hosts }
}
