import ArticleQuery
import DeskProtocol
import Export
import Hummingbird
import NewsModel
import Presentation
import WebAccess

/// What people and programs change here: each change is one request to the running desk.
struct Changes: Sendable {
    let archive: ArchivePool
    let desk: RunningDesk
    let keys: DoorKeys
    /// Bytes of the largest upload.
    let largestFile: Int64

    /// What came of a file that was handed in.
    struct Added: Sendable {
        var delivery: ControlReply.Delivery
        var record: DeliveryRecord?

        /// The members of `deliveries`, and the ids of its articles.
        var json: JSONOutput {
            guard case .object(let members) = record?.json else {
                return .object([
                    ("id", .integer(delivery.id)), ("outcome", .text(delivery.outcome.rawValue)),
                    ("code", .text(delivery.code)), ("message", .text(delivery.message)),
                    ("article_ids", .texts(delivery.articles)),
                ])
            }
            return .object(members + [("article_ids", .texts(delivery.articles))])
        }
    }

    /// Articles of one delivery to which a sender's note is added.
    private static let mostNoted = 20

    /// Refuses changes that do not come from a page of ours or a program with a key.
    func demandOwnForm(_ given: String?, _ context: WebContext) throws {
        guard context.visitor?.needsFormToken == true else { return }
        guard let given, SecretText.equal(given, keys.formToken(for: context.visitor)) else {
            throw WebError(
                .forbidden, "no-form-token",
                "Changes are taken from the pages of this server: open the page again and send the form from there.")
        }
    }

    /// Reads an upload by somebody who may hand in files.
    func upload(_ request: Request, _ context: WebContext) async throws -> Upload {
        try context.demand(.add)
        if let header = request.headers.value("X-CSRF-Token") { try demandOwnForm(header, context) }
        let upload = try await Upload(request, largest: largestFile, archive)
        if request.headers.value("X-CSRF-Token") == nil { try demandOwnForm(upload.fields["csrf"], context) }
        guard !upload.files.isEmpty else {
            throw WebError(.badRequest, "no-file", "There is no file in the form; its field is named file.")
        }
        return upload
    }

    /// Hands a file to the desk, and notes what its sender says of it.
    func add(_ file: Upload.File, _ fields: FormParameters, _ context: WebContext) async throws -> Added {
        let folder = fields["folder"] ?? ""
        let parts = folder.split(separator: "/", omittingEmptySubsequences: false)
        guard
            folder.isEmpty || parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." && !$0.utf8.contains(0) })
        else {
            throw WebError(
                .badRequest, "bad-folder", "A folder is one or more names joined by /, without . and ..")
        }
        let person = context.visitor?.name
        let reply = try await desk.ask(
            .add(name: file.name.bytes, collection: folder), for: person, passing: file.content)
        guard case .delivery(let delivery) = reply else {
            throw WebError(.badGateway, "desk", "The desk gave no result.")
        }
        var said: [String] = []
        if let url = fields["url"] { said.append("Sent with the address \(url)") }
        if let note = fields["note"] { said.append(note.split(whereSeparator: \.isNewline).joined(separator: " ")) }
        for article in delivery.articles.prefix(Self.mostNoted) {
            for note in said where note.utf8.count <= CorrectableField.largestValue {
                _ = try await desk.ask(.correct(Correction(kind: .note, article: article, value: note)), for: person)
            }
        }
        return try await added(delivery)
    }

    /// Has the kept original of a delivery read again.
    func retry(_ typed: String, accepts: Bool, _ context: WebContext) async throws -> Added {
        try context.demand(.edit)
        guard let id = Int64(typed) else {
            throw WebError(.notFound, "unknown-delivery", "There is no delivery \(typed.prefix(100)).")
        }
        let reply = try await desk.ask(
            accepts ? .accept(delivery: id) : .retry(delivery: id), for: context.visitor?.name)
        guard case .delivery(let delivery) = reply else {
            throw WebError(.badGateway, "desk", "The desk gave no result.")
        }
        return try await added(delivery)
    }

    private func added(_ delivery: ControlReply.Delivery) async throws -> Added {
        Added(delivery: delivery, record: try await archive.ask { try $0.delivery(delivery.id) })
    }

    /// Corrects a field, or takes its correction back; tags; notes. Gives the article's id.
    func correct(
        _ kind: Correction.Kind, _ typed: String, _ members: FormParameters, _ context: WebContext
    ) async throws -> ArticleID {
        try context.demand(.edit)
        let id = try await archive.ask { try ArticleRequest.record(typed, $0).id }
        var correction = Correction(kind: kind, article: id.description, isUndone: members["undo"] != nil)
        switch kind {
        case .field:
            guard let name = members["field"], let field = CorrectableField(rawValue: name) else {
                throw WebError(
                    .unprocessableContent, "unknown-field",
                    "The fields are \(CorrectableField.allCases.map(\.rawValue).joined(separator: ", ")).")
            }
            correction.field = name
            correction.value = correction.isUndone ? nil : members["value"]
            // An empty value says that the correction is to go.
            if correction.value == nil { correction.isUndone = true }
            if let value = correction.value, let problem = field.problem(with: value) {
                throw WebError(.unprocessableContent, "bad-value", "\(name): \(problem)")
            }
        case .tag: correction.value = members["tag"]
        case .note:
            correction.value = members["note"]?.split(whereSeparator: \.isNewline).joined(separator: " ")
        // Names have requests of their own (Changes+Names.swift); outlets, speakers and stories are corrected by commands only.
        case .merge, .outlet, .speaker, .story: break
        }
        try await say(correction, context)
        return id
    }

    /// Has the desk note what somebody says.
    func say(_ correction: Correction, _ context: WebContext) async throws {
        do {
            _ = try await desk.ask(.correct(correction), for: context.visitor?.name)
        } catch let failure as ControlFailure where failure.kind == .unknown {
            throw WebError(.unprocessableContent, "refused", failure.description)
        }
    }
}
