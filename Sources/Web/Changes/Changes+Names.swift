import ArticleQuery
import DeskProtocol
import NewsModel

/// What people say of names.
extension Changes {
    /// Takes a name (`name`) for one of another (`into`).
    func mergeNames(_ members: FormParameters, _ context: WebContext) async throws {
        let (name, kind) = try name(members, context)
        guard let target = members["into"] else {
            throw WebError(.unprocessableContent, "no-name", "into is the name that the first one stands for.")
        }
        let correction = try await archive.ask { archive in
            do {
                return try NameMerging.merge(name, into: target, kind: kind, archive)
            } catch let refusal as NameMerging.Refusal {
                throw Self.error(of: refusal)
            }
        }
        try await say(correction, context)
    }

    /// Takes a merge of a name (`name`) back, or keeps it apart.
    func splitNames(_ members: FormParameters, _ context: WebContext) async throws {
        let (name, kind) = try name(members, context)
        let corrections = try await archive.ask { archive in
            do {
                return try NameMerging.split(name, kind: kind, archive)
            } catch let refusal as NameMerging.Refusal {
                throw Self.error(of: refusal)
            }
        }
        for correction in corrections { try await say(correction, context) }
    }

    private func name(_ members: FormParameters, _ context: WebContext) throws -> (String, Entity.Kind?) {
        try context.demand(.edit)
        guard let name = members["name"] else {
            throw WebError(.unprocessableContent, "no-name", "name is the name that is meant.")
        }
        guard let text = members["kind"] else { return (name, nil) }
        guard let kind = Entity.Kind(rawValue: text) else {
            throw WebError(
                .unprocessableContent, "unknown-kind",
                "kind is one of \(Entity.Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
        return (name, kind)
    }

    private static func error(of refusal: NameMerging.Refusal) -> WebError {
        switch refusal {
        case .unclear(let name):
            WebError(
                .unprocessableContent, "unclear-name",
                "\(name.prefix(100)) is none of the names, or several of them; give the full name, or kind.")
        case .same: WebError(.unprocessableContent, "same-name", "Both are one name.")
        case .notJoined(let name):
            WebError(
                .unprocessableContent, "not-joined", "\(name.prefix(100)) is not taken for another name.")
        }
    }
}
