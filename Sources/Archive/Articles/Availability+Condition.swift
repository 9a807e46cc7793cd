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
        case .disputed: (Self.isDisputed, nil)
        case .embargoed(let now): ("a.embargoed_until > ?", .integer(now))
        }
    }

    /// Withdrawals are few, and looked for first. The source of an article is that of its first version that does not withdraw it.
    private static let isDisputed = """
        a.withdrawn = 0 AND a.id IN (
            SELECT k.article FROM versions k JOIN deliveries kd ON kd.id = k.delivery
                LEFT JOIN outlets ko ON ko.id = k.outlet
                JOIN versions f ON f.id = (
                    SELECT min(id) FROM versions WHERE article = k.article
                        AND coalesce(publication_status, '') NOT IN ('cancelled', 'withheld'))
                JOIN deliveries fd ON fd.id = f.delivery LEFT JOIN outlets fo ON fo.id = f.outlet
            WHERE k.publication_status IN ('cancelled', 'withheld')
                AND (kd.collection <> fd.collection OR ko.folded <> fo.folded))
        AND NOT EXISTS (
            SELECT 1 FROM corrections c WHERE c.article = a.article AND c.kind = 'field' AND c.field = 'withdrawn')
        """
}
