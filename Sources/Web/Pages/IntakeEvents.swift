import ArticleQuery
import Export
import Hummingbird
import LinuxSystem
import NIOCore
import Synchronization

/// What changes at the intake while its page is open (server-sent events, WHATWG HTML, section 9.2). The page shows the same when it is
/// loaded again.
struct IntakeEvents: Sendable {
    /// Seconds for which it is told: then the page is left to itself, so that a service that was started on demand can leave.
    private static let lastingSeconds: UInt64 = 600
    /// Seconds between two looks at the archive.
    private static let lookSeconds: UInt64 = 2
    /// Milliseconds after which it is noticed that the program is to end.
    private static let noticeMilliseconds: Int64 = 250
    /// Seconds after which something is sent though nothing changed: proxies cut what is silent for a minute.
    private static let silenceSeconds: UInt64 = 15
    /// Pages to which is told at once.
    private static let mostPages = 50

    /// How many pages are being told.
    private final class Pages: Sendable {
        private let count = Mutex(0)

        /// Takes a place; returns false when all are taken.
        func take() -> Bool {
            count.withLock { count in
                guard count < IntakeEvents.mostPages else { return false }
                count += 1
                return true
            }
        }

        /// Gives the place back.
        func leave() { count.withLock { $0 -= 1 } }
    }

    private let archive: ArchivePool
    private let desk: DeskQuestions
    private let active: ActiveRequests
    private let pages = Pages()
    private let clock = SystemClock()

    init(archive: ArchivePool, desk: DeskQuestions, active: ActiveRequests) {
        self.archive = archive
        self.desk = desk
        self.active = active
    }

    func add(to router: Router<WebContext>) {
        router.get("intake/events") { request, _ in try events(request) }
    }

    private func events(_ request: Request) throws -> Response {
        var response = Response(status: .ok)
        response.headers.set("Content-Type", "text/event-stream")
        response.headers.set("Cache-Control", "no-store")
        // nginx would keep them back until there are many.
        response.headers.set("X-Accel-Buffering", "no")
        guard request.method == .get else { return response }
        response.body = ResponseBody { writer in
            guard pages.take() else {
                try await writer.write(Self.event("end", "{}"))
                return try await writer.finish(nil)
            }
            defer { pages.leave() }
            let end = seconds + Self.lastingSeconds
            var (told, spoke): (IntakeFigures?, UInt64) = (nil, seconds)
            while seconds < end, !active.isEnding {
                let figures = try await archive.ask { [desk] archive in
                    try IntakeFigures(desk.report(archive, wantsDetails: false), archive)
                }
                if figures != told {
                    try await writer.write(Self.event("status", figures.json))
                    (told, spoke) = (figures, seconds)
                } else if seconds >= spoke + Self.silenceSeconds {
                    try await writer.write(ByteBuffer(string: ":\n\n"))
                    spoke = seconds
                }
                let next = seconds + Self.lookSeconds
                while seconds < next, !active.isEnding {
                    try await Task.sleep(for: .milliseconds(Self.noticeMilliseconds))
                }
            }
            try await writer.write(Self.event("end", "{}"))
            try await writer.finish(nil)
        }
        return response
    }

    private var seconds: UInt64 { clock.monotonicNanoseconds / 1_000_000_000 }

    private static func event(_ name: String, _ data: String) -> ByteBuffer {
        ByteBuffer(string: "event: \(name)\ndata: \(data)\n\n")
    }
}

extension IntakeFigures {
    /// One line of JSON.
    fileprivate var json: String {
        JSONOutput.object([
            ("today", .text(today)), ("waiting", .text(waiting)), ("total", .text(total)), ("newest", .text(newest)),
        ]).line
    }
}
