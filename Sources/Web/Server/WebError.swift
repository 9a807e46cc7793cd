import ArticleQuery
import DeskProtocol
import Hummingbird
import LinuxSystem
import NIOCore
import NIOHTTP1
import Presentation

/// Why a request is not answered as it was meant: a status, a code that programs may rely on, and a sentence that helps.
struct WebError: Error, Sendable, Equatable {
    var status: HTTPResponse.Status
    /// Such as `unknown-article`.
    var code: String
    /// One or two sentences.
    var message: String
    /// Ids that may have been meant.
    var neighbours: [String] = []
    /// Whether nothing more can be read from the connection.
    var endsConnection = false
    /// Methods that the address takes, where another was used.
    var allowed: [String] = []
    /// Seconds after which the same may succeed; nil where it will not by itself.
    var retryAfter: Int?

    init(
        _ status: HTTPResponse.Status, _ code: String, _ message: String, neighbours: [String] = [],
        retryAfter: Int? = nil
    ) {
        self.status = status
        self.code = code
        self.message = message
        self.neighbours = neighbours
        self.retryAfter = retryAfter
    }

    /// A request whose sender went away in the middle of it.
    static let cutOff: WebError = {
        var error = WebError(.badRequest, "cut-off", "The request ended before it was whole; nothing of it was taken.")
        error.endsConnection = true
        return error
    }()

    /// A parameter that means nothing.
    static func badParameter(_ name: String, _ value: String, _ wanted: String) -> WebError {
        WebError(.badRequest, "bad-parameter", "\(name)=\(value.prefix(100)) is not understood: \(wanted)")
    }

    /// A method that an address does not take.
    static func methodNotAllowed(_ method: String, _ allowed: [String]) -> WebError {
        var error = WebError(
            .methodNotAllowed, "method-not-allowed",
            "\(method.prefix(20)) is not understood here; this address takes \(allowed.joined(separator: ", ")).")
        error.allowed = allowed
        return error
    }

    /// Seconds after which somebody may try again what the surroundings did not allow.
    private static let pause = 5

    /// What an error of the rooms means for a browser.
    init(_ error: any Error) {
        switch error {
        case let error as WebError: self = error
        case let error as ArchiveError: self.init(error)
        case let refusal as SearchParameters.Refusal: self.init(refusal)
        case let failure as ControlClient.Failure: self.init(failure)
        case let failure as ControlFailure: self.init(failure)
        case is NIOTooManyBytesError:
            self.init(.contentTooLarge, "too-large", "The request's body is larger than may be sent here.")
        case HTTPParserError.invalidEOFState, is ChannelError, is IOError: self = .cutOff
        case is HTTPParserError:
            self.init(.badRequest, "no-http", "What was sent is no HTTP as far as it was read.")
            endsConnection = true
        case let error as HTTPError where error.status == .notFound:
            self.init(.notFound, "unknown-page", "There is no such page. The address may be cut off or misspelled.")
        case let error as HTTPError:
            self.init(error.status, "bad-request", error.body ?? "The request was not understood.")
        default:
            self.init(.internalServerError, "failed", ErrorReport(error).message)
        }
    }

    private init(_ error: ArchiveError) {
        switch error.kind {
        case .missing:
            self.init(
                .serviceUnavailable, "no-archive",
                "There is no archive yet: it is made when the desk is started for the first time.",
                retryAfter: Self.pause)
        case .interrupted:
            self.init(
                .serviceUnavailable, "too-expensive", "That is too much to look for at once; use fewer or rarer words.")
        default:
            self.init(
                error.isTransient ? .serviceUnavailable : .internalServerError, "archive",
                ErrorReport(error).message, retryAfter: error.isTransient ? Self.pause : nil)
        }
    }

    private init(_ failure: ControlClient.Failure) {
        switch failure {
        case .notRunning:
            self.init(
                .serviceUnavailable, "desk-down",
                "No desk runs, so that nothing can be changed or handed in now. What is in the archive can be read.",
                retryAfter: Self.pause)
        case .notAllowed, .broken:
            self.init(.badGateway, "desk", ErrorReport(failure).message)
        }
    }

    private init(_ failure: ControlFailure) {
        let message = ErrorReport(failure).message
        switch failure.kind {
        case .unknown: self.init(.notFound, "unknown", message)
        case .temporary: self.init(.serviceUnavailable, "busy", message, retryAfter: Self.pause)
        case .notAllowed: self.init(.forbidden, "forbidden", message)
        case .failed, .refused: self.init(.unprocessableContent, "failed", message)
        }
    }
}

extension WebError {
    init(_ refusal: SearchParameters.Refusal) {
        self = .badParameter(refusal.name, refusal.value, refusal.wanted)
    }
}
