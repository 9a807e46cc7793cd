import WebAccess

/// Who asks, as far as it is known.
struct Visitor: Sendable, Equatable {
    /// How somebody came in.
    enum Entrance: Sendable, Equatable {
        /// By the link that the program printed: whoever started it.
        case link
        /// By a unix socket, whose rights decided.
        case socket
        /// By a proxy that named them.
        case header(name: String)
        /// With a key.
        case token(name: String)
        /// With the key of one feed.
        case feed(name: String)
    }

    /// How they came in.
    var entrance: Entrance
    /// What they may do.
    var role: WebRole

    /// Whether their browser could be made to ask by another site, so that changes need a proof that they come from our own pages.
    var needsFormToken: Bool {
        switch entrance {
        case .link, .socket, .header: true
        case .token, .feed: false
        }
    }

    /// The name that stands beside what they change; nil for whoever runs the program.
    var name: String? {
        switch entrance {
        case .link, .socket: nil
        case .header(let name), .token(let name), .feed(let name): "\(name), by web"
        }
    }

    /// Whoever started the program may do here what they may do with commands: the desk decides by their user.
    static let owner = Visitor(entrance: .link, role: .edit)
    /// Whoever may use the socket reads, unless a key says more.
    static let socket = Visitor(entrance: .socket, role: .read)
}
