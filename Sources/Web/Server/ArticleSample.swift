import ArticleQuery

/// Articles that are drawn at random from all that a search finds, as `wiredesk search --sample` draws them.
enum ArticleSample {
    /// Articles of which it is drawn at most: more take longer than a page may. A part of them would be no sample.
    static let mostPopulation = 100_000
    /// Articles that are read at a time; others are answered in between.
    private static let step = 500

    /// Draws the sample that is asked for; its articles are in the order of the search.
    ///
    /// - Throws: `WebError` where there are too many; `ArchiveError`.
    static func draw(_ size: Int, seed: UInt64, of search: SearchParameters, _ archive: ArchivePool) async throws
        -> FoundArticles
    {
        var sample = ReproducibleSample<SearchHit>(size: size, seed: seed)
        var page = search
        page.limit = step
        page.cursor = nil
        var notes: [String] = []
        repeat {
            let found = try await archive.ask { [page] in try FoundArticles(page, $0) }
            if page.cursor == nil { notes = found.notes }
            for hit in found.hits { sample.offer(hit, hit.article.id) }
            guard sample.population <= mostPopulation else {
                throw WebError(
                    .unprocessableContent, "too-many",
                    "There are more than \(mostPopulation) articles to draw from. Take fewer of them by words or filters, "
                        + "or use wiredesk list --sample.")
            }
            page.cursor = found.hits.isEmpty ? nil : found.next
        } while page.cursor != nil
        let hits = sample.items
        let drawn = "\(hits.count) of \(sample.population) articles, drawn with seed \(seed)."
        return FoundArticles(hits: hits, next: nil, notes: notes + [drawn])
    }
}

extension FoundArticles {
    /// Asks for a page of hits, or for the sample that is wanted.
    ///
    /// - Throws: `WebError`, `ArchiveError`.
    static func ask(_ search: SearchParameters, _ archive: ArchivePool) async throws -> FoundArticles {
        guard let sample = search.sample else { return try await archive.ask { try FoundArticles(search, $0) } }
        return try await ArticleSample.draw(sample.size, seed: sample.seed, of: search, archive)
    }
}
