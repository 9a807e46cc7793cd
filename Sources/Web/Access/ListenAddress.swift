/// Where the program listens.
public enum ListenAddress: Sendable, Equatable {
    /// A TCP port; 0 for any that is free.
    case network(host: String, port: Int)
    /// A unix socket.
    case unix(path: String)

    /// `127.0.0.1:8417`.
    public static let standard = ListenAddress.network(host: "127.0.0.1", port: 8417)

    /// `ADDRESS:PORT`, `[ADDRESS]:PORT` or `unix:PATH`; nil for anything else.
    public init?(_ text: String) {
        if text.hasPrefix("unix:") {
            let path = String(text.dropFirst("unix:".count))
            guard !path.isEmpty else { return nil }
            self = .unix(path: path)
            return
        }
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else {
            return nil
        }
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
        guard !host.isEmpty else { return nil }
        self = .network(host: String(host), port: Int(port))
    }
}
