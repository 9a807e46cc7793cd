import ArticleQuery

extension Availability {
    /// The condition on the articles table `a`, and the value of its parameter.
    var condition: (sql: String, value: SQLValue?) {
        switch self {
        case .all: ("1", nil)
        case .notWithdrawn: ("a.withdrawn = 0", nil)
        case .publishable(let now):
            ("a.withdrawn = 0 AND (a.embargoed_until IS NULL OR a.embargoed_until <= ?)", .integer(now))
        case .withdrawn: ("a.withdrawn = 1", nil)
        case .embargoed(let now): ("a.embargoed_until > ?", .integer(now))
        }
    }
}
