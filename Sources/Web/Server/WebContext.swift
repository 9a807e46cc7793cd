import Hummingbird
import Logging
import NIOCore

/// What is known of a request beside itself.
struct WebContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// True where it came over a unix socket.
    let isOverUnixSocket: Bool
    /// The system user at the other end of a unix socket; nil where nobody needs to know.
    var peer: UInt32?
    /// Who asks; nil until it was found out.
    var visitor: Visitor?
    /// What is wrong at the intake, in a few words; nil when nothing is.
    var alarm: String?
    /// What scripts and style sheets of this answer's page bear (CSP nonce).
    let nonce: String

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        isOverUnixSocket = source.channel.localAddress?.protocol == .unix
        nonce = SecretText.make()
    }
}

extension WebContext {
    /// A part of the path by its name in the route, decoded.
    func part(_ name: String) -> String {
        FormParameters.decoded((parameters.get(name) ?? "").utf8, plusIsSpace: false)
    }

    /// What stands in the path in place of `**`, decoded.
    var rest: String {
        FormParameters.decoded(parameters.getCatchAll().joined(separator: "/").utf8, plusIsSpace: false)
    }
}

extension Request {
    /// The parameters of the address.
    var query: FormParameters { FormParameters(uri.query ?? "") }

    /// Whether it asks for the interface of programs and not for a page.
    var isForPrograms: Bool { uri.path.hasPrefix("/api/") }

    /// The address by which the server was called, such as `http://localhost:8417`. A proxy before the unix socket says whether it was
    /// called over TLS (X-Forwarded-Proto); who else says so only gets links that do not work.
    func origin(_ context: WebContext) -> String {
        let isSecure = context.isOverUnixSocket && headers.value("X-Forwarded-Proto")?.lowercased() == "https"
        return "\(isSecure ? "https" : "http")://\(head.authority ?? "localhost")"
    }
}
