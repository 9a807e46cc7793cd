import Export
import Hummingbird
import WebAccess

/// All addresses of the interface, and what stands before them.
struct WebSite: Sendable {
    /// Requests that read the archive at once: more than cores would only wait for one another.
    private static let readers = 4

    private let parts: WebService.Parts
    private let door: DoorMiddleware
    private let archive: ArchivePool

    init(_ parts: WebService.Parts, keys: DoorKeys, listening: [ListenAddress]) {
        self.parts = parts
        door = DoorMiddleware(
            hosts: HostNames(configured: parts.hosts, listening: listening), keys: keys,
            tokens: AccessTokens(state: parts.state))
        archive = ArchivePool(state: parts.state, readers: Self.readers)
    }

    /// What answers requests.
    func responder() -> RouterResponder<WebContext> {
        let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
        router.add(
            middleware: FinishingMiddleware(
                errorPage: { error, request, _ in
                    Reply.bytesReply(
                        Array(error.message.utf8), type: "text/plain; charset=utf-8", status: error.status,
                        for: request)
                }, logger: parts.logger))
        router.add(middleware: door)
        router.get("healthz") { request, _ in
            Reply.bytesReply(Array("ok\n".utf8), type: "text/plain; charset=utf-8", for: request)
        }
        ProgramRoutes(archive: archive, desk: parts.desk).add(to: router.group("api/v1"))
        return router.buildResponder()
    }
}
