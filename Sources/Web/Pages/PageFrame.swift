import DeskProtocol
import Hashing
import Hummingbird
import NewsModel
import WebAccess

/// What all pages have around them.
struct PageFrame: Sendable {
    private let templates: Templates
    private let state: String
    private let version: String
    /// Stands in pages where the nonce of an answer comes, which is another each time, so that the tag of a page is of its content.
    private let mark = SecretText.make()

    /// - Throws: what is wrong with a template.
    init(state: String, version: String) throws {
        templates = try Templates()
        self.state = state
        self.version = version
    }

    /// The address of the style sheet, another one for each content of it.
    static let stylePath = address("/style.css", StyleSheet.text)
    /// The address of the script likewise.
    static let scriptPath = address("/keys.js", PageScript.text)

    private static func address(_ path: String, _ text: String) -> String {
        path + "?" + SHA256Digest.of(Array(text.utf8)).hex.prefix(12)
    }

    /// A page.
    ///
    /// - Parameters:
    ///   - model: what the template needs; `title` among it.
    ///   - isKept: false for pages with tokens of forms, which no cache may keep.
    func page(
        _ template: String, _ model: PageModel, status: HTTPResponse.Status = .ok, isKept: Bool = true,
        _ request: Request, _ context: WebContext
    ) -> Response {
        var model = model
        model["stylePath"] = Self.stylePath
        model["scriptPath"] = Self.scriptPath
        model["nonce"] = mark
        model["programVersion"] = version
        if let role = context.visitor?.role {
            model["mayAdd"] = role >= .add
            model["mayEdit"] = role >= .edit
        }
        if let alarm = context.alarm { model["alarm"] = alarm }
        if model["words"] == nil, let words = request.query["q"] { model["words"] = words }
        if StateLock.holder(state: state) == nil {
            model["deskNote"] = "No desk runs: nothing new is filed and nothing can be changed until it is started."
        }
        let text = templates.render(template, model)
        let shown = Array(text.replacing(mark, with: context.nonce).utf8)
        var response = Reply.bytesReply(
            shown, type: "text/html; charset=utf-8", status: status, tagged: Array(text.replacing(mark, with: "").utf8),
            isSecret: !isKept, for: request)
        if !isKept { response.headers.set("Cache-Control", "no-store") }
        return response
    }

    /// The page that tells of an error.
    func page(_ error: WebError, _ request: Request, _ context: WebContext) -> Response {
        page(
            "error",
            [
                "title": error.heading, "heading": error.heading, "message": error.message,
                "neighbours": error.neighbours, "hasNeighbours": !error.neighbours.isEmpty,
            ], status: error.status, isKept: false, request, context)
    }
}

extension WebError {
    /// What the page of the error is called.
    fileprivate var heading: String {
        switch status {
        case .notFound: "Not found"
        case .unauthorized: "Not let in"
        case .forbidden: "Not allowed"
        case .badRequest: "Not understood"
        case .serviceUnavailable: "Not now"
        case .misdirectedRequest: "Another server"
        case .contentTooLarge: "Too large"
        default: "It did not work"
        }
    }
}
