import ArticleQuery
import Hummingbird

/// The page on which the key of a feed is made: one of its own, so that pages of searches can be kept and compressed.
struct FeedPages: Sendable {
    let archive: ArchivePool
    let frame: PageFrame
    let changes: Changes

    /// The parameter that names a saved search.
    private static let alertName = "alert"

    func add(to router: Router<WebContext>) {
        router.get("feed") { request, context in
            let address = try await address(request.query)
            return frame.page("feed", model(address, request.query, context), isKept: false, request, context)
        }
        router.post("feed") { request, context in
            let members = try await ChangeRequest(request).members
            try changes.demandOwnForm(members["csrf"], context)
            let address = try await address(members.with("csrf", nil))
            let keyed = try await changes.addFeedKey(address, context)
            var model = model(address, members, context)
            model["keyed"] = request.origin(context) + keyed
            return frame.page("feed", model, isKept: false, request, context)
        }
    }

    /// The feed of a search, or of an alert that is there.
    private func address(_ parameters: FormParameters) async throws -> FeedAddress {
        guard let name = parameters[Self.alertName] else {
            _ = try SearchParameters(parameters)
            return FeedAddress(path: "/search\(FeedAddress.ending)", parameters)
        }
        let alert = try await archive.ask { try AlertRequest.alert(name, $0) }
        return FeedAddress(
            path: "/alerts/\(FormParameters.encoded(alert.name))\(FeedAddress.ending)", FormParameters())
    }

    private func model(_ address: FeedAddress, _ parameters: FormParameters, _ context: WebContext) -> PageModel {
        [
            "title": "Feed", "address": address.description, "formToken": changes.keys.formToken(for: context.visitor),
            "members": parameters.with("csrf", nil).items.map { ["name": $0.name, "value": $0.value] as PageModel },
        ]
    }
}
