import ArticleQuery

extension ArchiveReader {
    /// Finds what is past its term. Reads all deliveries once, some seconds a million; nothing is changed.
    ///
    /// - Parameter now: the moment by which is judged, milliseconds since 1970 UTC.
    public func planPruning(_ policy: RetentionPolicy, now: Int64) throws(ArchiveError) -> PrunePlan {
        guard !policy.keepsEverything else { return PrunePlan() }
        return try read("find what is past its term") { session in
            var planner = PrunePlanner(session: session, limits: try Self.limits(policy, now, session))
            return try planner.make()
        }
    }

    private static func limits(
        _ policy: RetentionPolicy, _ now: Int64, _ session: ReadSession
    ) throws -> [Int64: PrunePlanner.Limits] {
        let collections = try session.sql("SELECT id, name FROM collections").all { ($0.integer(0), $0.text(1)) }
        return Dictionary(
            collections.map { id, name in
                let terms = policy.terms(of: name)
                return (
                    id,
                    PrunePlanner.Limits(
                        originals: terms.originals?.limit(at: now), articles: terms.articles?.limit(at: now),
                        deliveries: terms.deliveries?.limit(at: now))
                )
            }, uniquingKeysWith: { first, _ in first })
    }
}
