/// Names by which the server may be called: a page of another site that has its name lead here (DNS rebinding) calls it by its own.
struct HostNames: Sendable {
    private let names: Set<String>

    /// - Parameters:
    ///   - configured: the names of the configuration, without ports.
    ///   - listening: the addresses that are listened on.
    init(configured: [String], listening: [ListenAddress]) {
        var names = Set(configured.map { $0.lowercased() })
        if names.isEmpty {
            names = ["localhost"]
            for case .network(let host, _) in listening {
                names.insert(host.lowercased())
                // Whoever listens on all addresses is called by any of them, and must say which in the configuration.
            }
            if names.contains("127.0.0.1") || names.contains("::1") { names.formUnion(["127.0.0.1", "::1"]) }
        }
        self.names = names
    }

    /// Whether a request's `Host` is one of them, with whatever port.
    func contain(_ host: String) -> Bool {
        var name = host[...]
        if name.hasPrefix("[") {
            guard let end = name.firstIndex(of: "]") else { return false }
            name = name[name.index(after: name.startIndex)..<end]
        } else if let colon = name.lastIndex(of: ":") {
            name = name[..<colon]
        }
        return names.contains(name.lowercased())
    }
}
