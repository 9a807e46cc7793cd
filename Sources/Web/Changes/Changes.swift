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
        /// The articles that it brought, or that it repeats.
        var articles: [ArticleID]
        /// Their headlines, as far as they have any.
        var headlines: [ArticleID: String]

        /// The members of `deliveries`, and the ids of its articles; of a duplicate those that it repeats.
        var json: JSONOutput {
            guard case .object(let members) = record?.json else {
                return .object([
                    ("id", .integer(delivery.id)), ("outcome", .text(delivery.outcome.rawValue)),
                    ("code", .text(delivery.code)), ("message", .text(delivery.message)),
                    ("article_ids", .texts(articles.map(\.description))),
                ])
            }
            return .object(members + [("article_ids", .texts(articles.map(\.description)))])
        }
    }

    /// Articles of one delivery to which a sender's note is added.
    private static let mostNoted = 20
    /// Articles of a delivery that are told at once.
    private static let mostTold = 1_000

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
    ///
    /// - Parameter textField: as for `Upload`; a form that has such a field may come without a file.
    func upload(_ request: Request, _ context: WebContext, textField: String? = nil) async throws -> Upload {
        try context.demand(.add)
        if let header = request.headers.value("X-CSRF-Token") { try demandOwnForm(header, context) }
        let upload = try await Upload(request, largest: largestFile, archive, textField: textField)
        if request.headers.value("X-CSRF-Token") == nil { try demandOwnForm(upload.fields["csrf"], context) }
        guard !upload.files.isEmpty || textField != nil else {
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
        let added = try await added(delivery)
        var said: [String] = []
        if let url = fields["url"] { said.append(SenderAddress(Self.line(url)).note) }
        if let note = fields["note"] { said.append(Self.line(note)) }
        said.removeAll { $0.utf8.count > CorrectableField.largestValue }
        for article in said.isEmpty ? [] : added.articles.prefix(Self.mostNoted) {
            // Who hands in the same page again says nothing new with the same words.
            let known = try await archive.ask { try $0.corrections(of: article) }.filter { $0.kind == .note }
            for note in said where !known.contains(where: { $0.value == note }) {
                let correction = Correction(kind: .note, article: article.description, value: note)
                _ = try await desk.ask(.correct(correction), for: person)
            }
        }
        return added
    }

    private static func line(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
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
        try await archive.ask { archive in
            let known = try archive.articles(ofDelivery: delivery.id, limit: Self.mostTold)
            // What was stored is told in the order of the file.
            let told = delivery.articles.compactMap { ArticleID($0) }
            return Added(
                delivery: delivery, record: try archive.delivery(delivery.id),
                articles: told.isEmpty ? known.map(\.id) : told,
                headlines: Dictionary(known.compactMap { each in each.headline.map { (each.id, $0) } }) { first, _ in
                    first
                })
        }
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
