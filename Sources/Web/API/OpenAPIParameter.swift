import Export
import NewsModel

/// What the parameters of the interface of programs may be, for its description. An empty parameter is a missing one everywhere.
enum OpenAPIParameter {
    /// Times that may be typed (`Moment`).
    private static let moment =
        "^(|now|today|yesterday|[0-9]{1,8}[smhdw]|[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8])(T([01][0-9]|2[0-3]):[0-5][0-9])?)?)?)$"
    /// The mark at which a page ends (`PageCursor`).
    private static let cursor = "^(|-?[0-9a-f]{1,15}_[0-9a-f]{1,15})$"

    /// The schema of a parameter of an address.
    static func schema(of name: String) -> JSONOutput {
        switch name {
        case "since", "until": text([("pattern", .text(moment))])
        case "after": text([("pattern", .text(cursor))])
        case "limit": number(1, Int64(SearchParameters.mostOnPage))
        case "sample": number(1, Int64(SearchParameters.mostSampled))
        case "seed": number(0, .max)
        case "version", "from", "to": number(1, .max)
        case "copies": choice(["with", "without"])
        case "sort": choice(["relevance", "date"])
        case "share": choice(SearchParameters.flags.keys.sorted())
        case "outcome": choice(Outcome.allCases.map(\.rawValue))
        default: text([])
        }
    }

    /// The schema of a member of a body.
    ///
    /// - Parameters:
    ///   - isNeeded: whether the request fails without it; an empty text counts as missing.
    ///   - isOfJSON: false for a form, in which everything is a text.
    static func schema(ofMember name: String, isNeeded: Bool, isOfJSON: Bool) -> JSONOutput {
        switch name {
        case "undo", "accept":
            isOfJSON ? .object([("type", .text("boolean"))]) : choice(SearchParameters.flags.keys.sorted())
        case "file": text([("contentMediaType", .text("application/octet-stream"))])
        case "field": text([("enum", .texts(CorrectableField.allCases.map(\.rawValue)))])
        case "kind": text([("enum", .texts(Entity.Kind.allCases.map(\.rawValue)))])
        default: text(isNeeded ? [("minLength", .integer(1))] : [])
        }
    }

    private static func text(_ more: [(String, JSONOutput)]) -> JSONOutput {
        .object([("type", .text("string"))] + more)
    }

    private static func choice(_ values: [String]) -> JSONOutput { text([("enum", .texts(values + [""]))]) }

    private static func number(_ least: Int64, _ most: Int64) -> JSONOutput {
        .object([("type", .text("integer")), ("minimum", .integer(least)), ("maximum", .integer(most))])
    }
}
