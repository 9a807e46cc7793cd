import Archive
import ArticleQuery
import Hummingbird
import LinuxSystem
import NewsModel
import Presentation
import WebAccess

/// The page of one delivery: what became of it, what it brought, and how its file begins; and the form by which it is read again.
struct DeliveryPages: Sendable {
    /// Bytes of a file that are shown.
    private static let previewBytes = 4_096
    /// Articles of a delivery, and members that could not be read, that are shown.
    private static let mostShown = 100

    let archive: ArchivePool
    let desk: DeskQuestions
    let frame: PageFrame
    let changes: Changes

    func add(to router: Router<WebContext>) {
        router.get("deliveries/:id") { request, context in try await page(request, context) }
        router.post("deliveries/:id/retry") { request, context in
            let members = try await ChangeRequest(request).members
            try changes.demandOwnForm(members["csrf"], context)
            let added = try await changes.retry(context.part("id"), accepts: members["accept"] != nil, context)
            return frame.page(
                "added",
                [
                    "title": "Read again", "onIntake": true,
                    "files": [Self.model(added, name: added.record?.path.display ?? "Delivery \(added.delivery.id)")],
                ], isKept: false, request, context)
        }
    }

    /// Whether a visitor may have a delivery read again.
    static func again(_ delivery: DeliveryRecord, _ context: WebContext, deskRuns: Bool) -> PageModel {
        [
            "mayRetry": context.visitor?.role == .edit && deskRuns && delivery.outcome == .rejected
                && delivery.original != nil && !delivery.isReplaced,
            "mayAccept": delivery.code == .notAnArticle,
        ]
    }

    /// What came of a file that was handed in.
    static func model(_ added: Changes.Added, name: String) -> PageModel {
        let delivery = added.delivery
        var model: PageModel = [
            "name": name, "outcome": delivery.outcome.rawValue,
            "number": String(delivery.id),
            "articles": added.articles.prefix(mostShown).map { id -> PageModel in
                [
                    "id": id.description,
                    "headline": ShownText.cut(added.headlines[id] ?? "article \(id)", ShownText.inList),
                ]
            },
            "isRepeated": delivery.outcome == .duplicate && !added.articles.isEmpty,
            "style": delivery.outcome == .rejected ? "error" : "",
        ]
        if let code = delivery.code { model["reason"] = "\(code): \(delivery.message ?? "")" }
        return model
    }

    private func page(_ request: Request, _ context: WebContext) async throws -> Response {
        let typed = context.part("id")
        let (delivery, articles, errors, isRunning) = try await archive.ask { [desk] archive in
            let delivery = try DeliveryRequest.delivery(typed, archive)
            return (
                delivery, try archive.articles(ofDelivery: delivery.id, limit: Self.mostShown),
                try archive.memberErrors(ofDelivery: delivery.id), try desk.live() != nil
            )
        }
        var model = DeliveryRow(delivery).model
        model.merge(Self.again(delivery, context, deskRuns: isRunning)) { $1 }
        model["title"] = "Delivery \(delivery.id)"
        model["onIntake"] = true
        model["formToken"] = changes.keys.formToken(for: context.visitor)
        model["size"] = ByteCount.text(delivery.size)
        model["digest"] = delivery.sha256?.hex
        model["hasArticles"] = !articles.isEmpty
        model["articlesTitle"] = delivery.outcome == .duplicate ? "What was here already" : "What it brought"
        model["articles"] = articles.map(\.model)
        model["hasErrors"] = !errors.isEmpty
        model["errors"] = errors.prefix(Self.mostShown).map { error -> PageModel in
            [
                "member": ShownText.cut(error.path, ShownText.inList),
                "reason": "\(error.code): \(ShownText.cut(error.message, ShownText.atHead))",
            ]
        }
        if delivery.original != nil, let digest = delivery.sha256 {
            model["isKept"] = true
            if let text = try await beginning(of: digest) { model["preview"] = text } else { model["isBinary"] = true }
        }
        return frame.page("delivery", model, isKept: false, request, context)
    }

    /// How the file begins; nil where that is no text.
    private func beginning(of digest: SHA256Digest) async throws -> String? {
        let originals = archive.originals
        return try await archive.run {
            let file = try ScratchFile.make()
            try originals.read(digest, into: file.number)
            var bytes = [UInt8](repeating: 0, count: Self.previewBytes)
            let count = try bytes.withUnsafeMutableBytes { try file.read(into: $0, at: 0) }
            guard !bytes[..<count].contains(0) else { return nil }
            return String(decoding: bytes[..<count], as: UTF8.self) + (count == Self.previewBytes ? " …" : "")
        }
    }
}
