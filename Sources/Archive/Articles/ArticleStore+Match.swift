import NewsModel

/// Which stored article new copy belongs to.
extension ArticleStore {
    /// Articles with one key that new copy is compared with, newest first. More than a few come only from a source that
    /// gives everything the same guid; comparing with all of them would make storing quadratic.
    static let mostCandidates = 16

    /// The stored article that new copy belongs to.
    enum Match {
        /// Nothing stored is the same article.
        case none
        /// The same text is stored already.
        case known(article: Int64, byThisDelivery: Bool)
        /// Another text of a stored article.
        case edition(StoredArticle)
    }

    /// A version with the same text.
    private struct SameText {
        let article: Int64
        let delivery: Int64
        let standing: Standing
        let isWithdrawn: Bool
        let source: Source
    }

    func match(of prepared: PreparedArticle, _ facts: DeliveryFacts, _ open: OpenDelivery) throws -> Match {
        guard let key = prepared.key else { return .none }
        // One probe of the index tells that nearly all articles are new.
        guard
            try sql("SELECT 1 FROM articles WHERE key_hash = ? LIMIT 1").first(.integer(key.hash), make: { _ in true })
                == true
        else { return .none }
        if let same = try sameText(prepared, key, open) {
            return .known(article: same.article, byThisDelivery: same.delivery == open.id)
        }
        return try closest(to: prepared, key).map(Match.edition) ?? .none
    }

    /// The stored version with the same text of the same standing. The same words under another status or embargo are news: a kill
    /// often repeats what it kills. So is the release of what is withdrawn, unless it was known before.
    private func sameText(
        _ prepared: PreparedArticle, _ key: ArticleKey, _ open: OpenDelivery
    ) throws -> SameText? {
        let standing = Standing(prepared.article.wire)
        let own = source(of: prepared.article, open)
        return try sql(
            """
            SELECT a.id, v.delivery, v.publication_status, v.embargo, v.wire_version, a.withdrawn,
                coalesce(d.collection, ?4), o.folded
            FROM versions v JOIN articles a ON a.id = v.article LEFT JOIN deliveries d ON d.id = v.delivery
                LEFT JOIN outlets o ON o.id = v.outlet
            WHERE v.text_hash = ?1 AND a.key_hash = ?2 ORDER BY v.delivery = ?3 DESC, v.id DESC LIMIT \(Self.mostCandidates)
            """
        ).all(.integer(prepared.textHash), .integer(key.hash), .integer(open.id), .integer(open.collection)) {
            SameText(
                article: $0.integer(0), delivery: $0.integer(1),
                standing: Standing(
                    status: $0.optionalText(2), embargo: $0.optionalText(3), version: $0.optionalText(4)),
                isWithdrawn: $0.integer(5) != 0,
                source: Source(collection: $0.integer(6), provider: $0.optionalText(7)))
        }.first { same in
            same.standing.isSameUse(as: standing)
                && (!same.isWithdrawn || standing.isWithdrawn || same.standing.version == standing.version)
                // A withdrawal of somebody else does not stand for that of the source.
                && (!standing.isWithdrawn || same.isWithdrawn || same.source.isSame(as: own))
        }
    }

    /// The article with the same key that shares most with the new text: at least a tenth of the word shingles, or the
    /// headline. A summary and a whole text with the same key are always one article: they share few words.
    private func closest(to prepared: PreparedArticle, _ key: ArticleKey) throws -> StoredArticle? {
        let candidates = try sql(
            """
            SELECT a.id, a.article, a.current, a.versions, v.headline, substr(b.body, 1, \(WordShingles.longestText)), v.summary,
                a.withdrawn
            FROM articles a JOIN versions v ON v.id = a.current JOIN bodies b ON b.version = v.id
            WHERE a.key_hash = ? ORDER BY a.id DESC LIMIT \(Self.mostCandidates)
            """
        ).all(.integer(key.hash)) { row -> StoredArticle? in
            guard let article = ArticleID(row.text(1)) else { return nil }
            return StoredArticle(
                id: row.integer(0), article: article, current: row.integer(2), versions: row.integer(3),
                headline: row.optionalText(4), body: row.text(5), isSummary: row.integer(6) != 0,
                isWithdrawn: row.integer(7) != 0)
        }
        let shingles = WordShingles(ofBody: prepared.article.body)
        let headline = NormalizedText(prepared.article.headline ?? "")
        // A kill has its own words, and what it kills may come after it; the guid alone joins them.
        let isKill = prepared.article.wire.guid != nil && Standing(prepared.article.wire).isWithdrawn
        var best: (stored: StoredArticle, share: Double)?
        for case let stored? in candidates {
            let share = shingles.containment(with: WordShingles(ofBody: stored.body))
            let isSameHeadline = headline == NormalizedText(stored.headline ?? "")
            let isFuller = prepared.article.isSummary != stored.isSummary
            let isJoinedByGuid = isKill || (stored.isWithdrawn && prepared.article.wire.guid != nil)
            let isSame = share >= WordShingles.leastShareOfAnEdition || isSameHeadline
            guard isSame || isFuller || isJoinedByGuid else { continue }
            if share > best?.share ?? -1 { best = (stored, share) }
        }
        // Only the beginnings of the candidates were in memory.
        return try best.flatMap { try stored($0.stored.id) }
    }

    /// The article with this id when it was made from the same member of the same bytes, also where it got an original of its own since.
    func sameMember(
        _ name: ArticleID, _ memberPath: String?, _ open: OpenDelivery
    ) throws -> (article: Int64, delivery: Int64)? {
        // The row of a delivery in its first portion is not written yet; its articles are of the same bytes anyway.
        try sql(
            """
            SELECT a.id, a.delivery FROM articles a
            JOIN versions v ON v.article = a.id AND v.number = 1
            LEFT JOIN deliveries d ON d.id = a.delivery
            WHERE a.article = ?1 AND (v.member IS ?2 AND (a.delivery = ?3 OR d.original = ?4) OR d.path = ?5)
            """
        ).first(
            .text(name.description), SQLValue(memberPath), .integer(open.id), SQLValue(open.original),
            .blob(FileName.replacement(of: name.description, version: 1).bytes)
        ) {
            (article: $0.integer(0), delivery: $0.integer(1))
        }
    }
}

extension WordShingles {
    /// Copy with the same key that shares less than this, under another headline, is another article: a page that shows
    /// something new each day under one address.
    static let leastShareOfAnEdition = 0.1
}
