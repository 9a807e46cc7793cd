import Hummingbird
import Logging
import WebAccess

/// The door: who calls the server by a foreign name is turned away, and so is who brings neither link, cookie nor key.
struct DoorMiddleware: RouterMiddleware {
    /// What anybody may ask, such as a service manager that wants to know whether the program lives.
    static let open: Set<String> = ["/healthz"]

    let hosts: HostNames
    let keys: DoorKeys
    let tokens: AccessTokens
    /// Users whom a proxy names; nil where no header is believed.
    let users: HeaderUsers?

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard let host = request.head.authority, hosts.contain(host) else {
            throw WebError(
                .misdirectedRequest, "unknown-host",
                "This server does not go by that name. Its names are set by web.hosts in the configuration.")
        }
        if Self.open.contains(request.uri.path) { return try await next(request, context) }
        if let response = try entry(request, context) { return response }
        var context = context
        context.visitor = try visitor(request, context)
        guard let visitor = context.visitor else {
            throw WebError(
                .unauthorized, "unauthorized",
                "Open the link that wiredesk web has printed, or send a token: Authorization: Bearer TOKEN.")
        }
        try demandOwnSite(request, visitor)
        return try await next(request, context)
    }

    /// Who comes by the link gets the cookie and is led to the address without the token.
    private func entry(_ request: Request, _ context: WebContext) throws -> Response? {
        guard !context.isOverUnixSocket, request.method == .get || request.method == .head,
            let token = request.query["token"], SecretText.equal(token, keys.link) || keys.opening.opens(token)
        else { return nil }
        let rest = request.query.with("token", nil).encoded
        var response = Reply.seeOther(request.uri.path + (rest.isEmpty ? "" : "?" + rest))
        response.headers.set("Set-Cookie", "\(keys.cookieName)=\(keys.cookie); Path=/; HttpOnly; SameSite=Lax")
        return response
    }

    private func visitor(_ request: Request, _ context: WebContext) throws -> Visitor? {
        if let key = bearer(request) {
            guard let token = try tokens.token(ofKey: key), token.feed == nil else {
                throw WebError(.unauthorized, "unknown-token", "That token is unknown, or it was revoked.")
            }
            return Visitor(entrance: .token(name: token.name), role: token.may)
        }
        if let visitor = try feedReader(request) { return visitor }
        if context.isOverUnixSocket { return try named(request, context) ?? .socket }
        guard let cookie = request.cookies[keys.cookieName]?.value, SecretText.equal(cookie, keys.cookie) else {
            return nil
        }
        return .owner
    }

    /// Who has the key of the feed that is asked for; a key opens its feed and nothing else.
    private func feedReader(_ request: Request) throws -> Visitor? {
        guard request.method == .get || request.method == .head, FeedAddress.isFeed(request.uri.path),
            let key = request.query[FeedAddress.keyName]
        else { return nil }
        let address = FeedAddress(path: request.uri.path, request.query)
        guard let token = try tokens.token(ofKey: key), token.feed == address.description else {
            throw WebError(
                .unauthorized, "unknown-key", "That key is unknown, was revoked, or is the key of another feed.")
        }
        return Visitor(entrance: .feed(name: token.name), role: .read)
    }

    /// Whom the proxy names: believed of the proxy's user alone, as the kernel tells who is connected.
    private func named(_ request: Request, _ context: WebContext) throws -> Visitor? {
        guard let users, context.peer == users.proxyUser, let name = request.headers.value(users.header) else {
            return nil
        }
        do throws(HeaderUsers.Failure) {
            return try users.visitor(named: name)
        } catch {
            switch error {
            case .badName:
                throw WebError(.badRequest, "bad-user", "The proxy names a user who cannot stand in a record.")
            case .notListed:
                throw WebError(.forbidden, "forbidden", "You may not search and read here (web.roles).")
            }
        }
    }

    private func bearer(_ request: Request) -> String? {
        guard let value = request.headers.value("Authorization") else { return nil }
        let parts = value.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return String(parts[1])
    }

    /// A browser says from which site a request comes (Fetch Metadata): changes are taken from our own pages only.
    private func demandOwnSite(_ request: Request, _ visitor: Visitor) throws {
        guard visitor.needsFormToken, request.method != .get, request.method != .head,
            let site = request.headers.value("Sec-Fetch-Site")
        else { return }
        guard site == "same-origin" || site == "none" else {
            throw WebError(.forbidden, "other-site", "Changes are taken from the pages of this server only.")
        }
    }
}

extension WebContext {
    /// Refuses who may not do as much.
    func demand(_ role: WebRole) throws {
        guard let visitor, visitor.role >= role else {
            throw WebError(
                .forbidden, "forbidden",
                role == .add
                    ? "You may search and read here, but not hand in files."
                    : "You may not change anything here.")
        }
    }
}
