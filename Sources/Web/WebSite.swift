import Hummingbird
import WebAccess

/// All addresses of the interface, and what stands before them.
struct WebSite: Sendable {
    /// Requests that read the archive at once: more than cores would only wait for one another.
    private static let readers = 4

    private let parts: WebService.Parts
    private let door: DoorMiddleware
    private let archive: ArchivePool
    private let keys: DoorKeys
    private let active: ActiveRequests

    init(_ parts: WebService.Parts, keys: DoorKeys, active: ActiveRequests, listening: [ListenAddress]) {
        self.parts = parts
        self.keys = keys
        self.active = active
        door = DoorMiddleware(
            hosts: HostNames(configured: parts.hosts, listening: listening), keys: keys,
            tokens: AccessTokens(state: parts.state), users: parts.users)
        archive = ArchivePool(state: parts.state, readers: Self.readers)
    }

    /// What answers requests.
    ///
    /// - Throws: what is wrong with a template.
    func responder() throws -> RouterResponder<WebContext> {
        let frame = try PageFrame(state: parts.state, version: parts.version)
        let changes = Changes(
            archive: archive, desk: RunningDesk(state: parts.state), keys: keys, largestFile: parts.largestFile)
        // Without what stands before the routes, to know all of them.
        let plain = Router(context: WebContext.self)
        add(to: plain, frame, changes)
        let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
        router.add(
            middleware: FinishingMiddleware(
                errorPage: { error, request, context in frame.page(error, request, context) },
                allowed: AllowedMethods(plain), logger: parts.logger))
        router.add(middleware: door)
        router.add(middleware: AlarmMiddleware(alarm: IntakeAlarm(archive: archive, desk: parts.desk)))
        add(to: router, frame, changes)
        return router.buildResponder()
    }

    private func add(to router: Router<WebContext>, _ frame: PageFrame, _ changes: Changes) {
        router.get("healthz") { request, _ in Self.asset("ok\n", "text/plain; charset=utf-8", request) }
        // Browsers ask for it by themselves.
        router.get("favicon.ico") { _, _ in Self.lasting(Response(status: .noContent)) }
        router.get("style.css") { request, _ in
            Self.lasting(Self.asset(StyleSheet.text, "text/css; charset=utf-8", request))
        }
        router.get("keys.js") { request, _ in
            Self.lasting(Self.asset(PageScript.text, "text/javascript; charset=utf-8", request))
        }
        SearchPages(archive: archive, frame: frame).add(to: router)
        ArticlePages(archive: archive, frame: frame).add(to: router)
        OriginalPages(archive: archive, frame: frame).add(to: router)
        EditPages(archive: archive, frame: frame, changes: changes).add(to: router)
        CitationPages(archive: archive).add(to: router)
        ReadingListPages(archive: archive, frame: frame, changes: changes).add(to: router)
        SearchTable(archive: archive).add(to: router)
        IntakePages(archive: archive, desk: parts.desk, frame: frame, changes: changes).add(to: router)
        DeliveryPages(archive: archive, desk: parts.desk, frame: frame, changes: changes).add(to: router)
        IntakeEvents(archive: archive, desk: parts.desk, active: active).add(to: router)
        SearchFeeds(archive: archive).add(to: router)
        FeedPages(archive: archive, frame: frame, changes: changes).add(to: router)
        let programs = router.group("api/v1")
        programs.get("openapi.json") { [version = parts.version] request, _ in
            Reply.json(OpenAPIDocument.json(version: version), for: request)
        }
        ProgramRoutes(archive: archive, desk: parts.desk).add(to: programs)
        OriginalPages(archive: archive, frame: frame).add(to: programs)
        ChangeRoutes(changes: changes).add(to: programs)
    }

    private static func asset(_ text: String, _ type: String, _ request: Request) -> Response {
        Reply.bytesReply(Array(text.utf8), type: type, for: request)
    }

    /// What has another address when it is another may be kept for a year.
    private static func lasting(_ response: Response) -> Response {
        var response = response
        response.headers.set("Cache-Control", "private, max-age=31536000, immutable")
        return response
    }
}
