import Export
import Glibc
import Hummingbird
import Logging

/// The outermost step: turns errors into answers, and gives every answer the headers that keep a browser safe.
struct FinishingMiddleware: RouterMiddleware {
    /// Makes the page that tells of an error.
    let errorPage: @Sendable (WebError, Request, WebContext) -> Response
    /// Which methods an address takes.
    let allowed: AllowedMethods
    let logger: Logger

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var response: Response
        do {
            response = try await next(request, context)
        } catch is CancellationError {
            throw CancellationError()
        } catch let failed as AlarmMiddleware.Failed {
            response = self.response(to: failed.error, request, failed.context)
        } catch {
            response = self.response(to: error, request, context)
        }
        if response.status != .notModified { protect(&response, context) }
        response.headers.set("Date", Self.now)
        if response.headers.value("Cache-Control") == nil {
            // Kept by the browser alone, and asked again each time, which costs a 304.
            response.headers.set(
                "Cache-Control", response.headers.value("ETag") == nil ? "no-store" : "private, no-cache")
        }
        return response
    }

    private func response(to error: any Error, _ request: Request, _ context: WebContext) -> Response {
        var told = WebError(error)
        if (error as? HTTPError)?.status == .notFound {
            let methods = allowed.methods(of: request.uri.path)
            if !methods.isEmpty { told = .methodNotAllowed(request.method.rawValue, methods) }
        }
        // Never the address: it has what people search for.
        if told.status.kind == .serverError, told.code == "failed" {
            logger.error("A request failed: \(told.message)")
        }
        var response: Response
        if request.isForPrograms {
            response = Self.json(told, for: request)
        } else if told.status == .unauthorized || told.status == .misdirectedRequest {
            // Who was not let in sees nothing of the pages, which tell how the desk is.
            response = Reply.bytesReply(
                Array((told.message + "\n").utf8), type: "text/plain; charset=utf-8", status: told.status, for: request)
        } else {
            response = errorPage(told, request, context)
        }
        if told.endsConnection { response.headers.set("Connection", "close") }
        if !told.allowed.isEmpty { response.headers.set("Allow", told.allowed.joined(separator: ", ")) }
        if let seconds = told.retryAfter { response.headers.set("Retry-After", String(seconds)) }
        if told.status == .unauthorized { response.headers.set("WWW-Authenticate", "Bearer") }
        return response
    }

    private static func json(_ error: WebError, for request: Request) -> Response {
        var members: [(String, JSONOutput)] = [("code", .text(error.code)), ("message", .text(error.message))]
        if !error.neighbours.isEmpty { members.append(("neighbours", .texts(error.neighbours))) }
        return Reply.json(.object([("error", .object(members))]), status: error.status, for: request)
    }

    /// Nothing is loaded from anywhere else, nothing is guessed, nobody frames a page, and no link tells where it was clicked.
    private func protect(_ response: inout Response, _ context: WebContext) {
        if response.headers.value("Content-Security-Policy") == nil {
            response.headers.set(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'nonce-\(context.nonce)'; script-src 'nonce-\(context.nonce)'; "
                    + "img-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; "
                    + "frame-ancestors 'none'")
        }
        response.headers.set("X-Content-Type-Options", "nosniff")
        response.headers.set("Referrer-Policy", "no-referrer")
        response.headers.set("X-DNS-Prefetch-Control", "off")
        response.headers.set("Cross-Origin-Opener-Policy", "same-origin")
        response.headers.set("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
    }

    /// The present time in the form of RFC 9110, section 5.6.7.
    private static var now: String {
        var seconds = time(nil)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return
            "\(days[Int(parts.tm_wday)]), \(two(parts.tm_mday)) \(months[Int(parts.tm_mon)]) \(1900 + Int(parts.tm_year)) "
            + "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec)) GMT"
    }
}
