import ArticleQuery
import DeskProtocol
import WebAccess

/// Saved searches, and the keys of feeds.
extension Changes {
    /// Saves a search (`query`) under a name; one of the same name is replaced.
    func addAlert(_ name: String, _ members: FormParameters, _ context: WebContext) async throws -> Alert {
        try context.demand(.edit)
        guard Alert.isName(name) else {
            throw WebError(
                .unprocessableContent, "bad-name", "A name has letters, digits, - and _, and at most 64 bytes.")
        }
        guard let query = members["query"] ?? members["q"], !SearchQuery.parse(query).isEmpty else {
            throw WebError(.unprocessableContent, "no-query", "query is what to look for, and has a word at least.")
        }
        _ = try await desk.ask(.addAlert(name: name, query: query), for: context.visitor?.name)
        return try await archive.ask { try AlertRequest.alert(name, $0) }
    }

    /// Removes a saved search with its hits.
    func removeAlert(_ name: String, _ context: WebContext) async throws {
        try context.demand(.edit)
        let alert = try await archive.ask { try AlertRequest.alert(name, $0) }
        _ = try await desk.ask(.removeAlert(name: alert.name), for: context.visitor?.name)
    }

    /// Makes the key of a feed and gives its address with it, which is the only time that it can be seen.
    func addFeedKey(_ address: FeedAddress, _ context: WebContext) async throws -> String {
        try context.demand(.read)
        let key = AccessTokens.makeKey()
        let name = "feed-\(SecretText.make().prefix(Self.feedNameLetters))"
        _ = try await desk.ask(
            .addFeedKey(name: name, feed: address.description, sha256: AccessTokens.hash(key)),
            for: context.visitor?.name)
        return address.with(key: key)
    }

    /// Random letters in the name of a feed's key: enough that no two are alike.
    private static var feedNameLetters: Int { 8 }
}
