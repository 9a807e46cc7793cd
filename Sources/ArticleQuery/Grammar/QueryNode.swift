/// A query without syntax: exclusions stand beside what must match, fields at their terms.
indirect enum QueryNode: Sendable, Equatable {
    /// A word or phrase, in some columns or (empty) in all.
    case term(QueryTerm, Set<SearchField>)
    /// Words or phrases with at most `distance` words between the first and the last.
    case near([QueryTerm], distance: Int, Set<SearchField>)
    /// All of `must`, which is not empty, and none of `mustNot`.
    case all(must: [QueryNode], mustNot: [QueryNode])
    /// At least one.
    case any([QueryNode])
}

extension QueryNode {
    /// The same with no word that only ranks.
    var demanded: QueryNode {
        switch self {
        case .term(var term, let fields):
            term.isRanked = false
            return .term(term, fields)
        case .near: return self
        case .all(let must, let mustNot): return .all(must: must.map(\.demanded), mustNot: mustNot)
        case .any(let nodes): return .any(nodes.map(\.demanded))
        }
    }
}
