import ArticleQuery
import NewsModel

/// Which deliveries an address asks for.
struct DeliveryParameters: Sendable {
    var filter: DeliveryFilter
    var page: ListParameters

    /// - Throws: `WebError`, `SearchParameters.Refusal`.
    init(_ parameters: FormParameters) throws {
        filter = DeliveryFilter()
        if let text = parameters["outcome"] {
            guard let outcome = Outcome(rawValue: text) else {
                throw WebError.badParameter("outcome", text, "stored, duplicate or rejected")
            }
            filter.outcome = outcome
        }
        if let text = parameters["since"] {
            guard let moment = Moment(typed: text) else {
                throw WebError.badParameter("since", text, Moment.examples)
            }
            filter.since = moment.first
        }
        page = try ListParameters(parameters)
    }
}
