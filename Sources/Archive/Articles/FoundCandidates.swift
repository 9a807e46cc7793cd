import ArticleQuery

/// The articles that a search chooses from.
struct FoundCandidates {
    /// The articles, in no order.
    var candidates: [SearchCandidate] = []
    /// How many of the best there are in any case; 0 where none was left out.
    var wanted = 0
    /// Articles that are found and are not among so many of the best.
    var leftOut: [Int64] = []
    /// What the words of the question brought to each; nil where none ranked.
    var parts: QuestionParts?
    /// Whether there are more than were looked at.
    var isBounded = false
    /// What an article must be to be shown, where that was not asked yet; nil where all may be shown.
    var visibility: ArticleSelection.Visibility?
    /// Articles that score less than this part of the best one are no hits.
    var leastShare = 0.0
}

/// What the words of a question brought to each of many articles, as `question_parts` gives it.
struct QuestionParts {
    /// The numbers behind those of the words: what words side by side brought, what it brought that all are there, and the score.
    static let sums = 3

    private let width: Int
    private var values: [Double] = []

    /// - Parameter words: the words of the question.
    init(words: Int) { width = words + Self.sums }

    /// Adds the parts of one article, and gives its score.
    mutating func append(_ bytes: UnsafeRawBufferPointer) -> Double {
        for index in 0..<width {
            let isThere = bytes.count >= (index + 1) * MemoryLayout<Double>.size
            values.append(
                isThere
                    ? bytes.loadUnaligned(fromByteOffset: index * MemoryLayout<Double>.size, as: Double.self) : 0)
        }
        return values[values.count - 1]
    }

    /// What it brought to the article of a place that every word is there.
    func complete(_ place: Int) -> Double { values[(place + 1) * width - 2] }

    /// The parts of the article of a place.
    subscript(place: Int) -> ArraySlice<Double> { values[(place * width)..<((place + 1) * width)] }
}

extension ReadSession {
    /// The first hits of a search behind its cursor, in order.
    ///
    /// Goes down from the best one. Whether an article may be shown, and whether another stands for it as its copy, is asked only of those
    /// that it comes to.
    /// - Returns: at most `count` candidates, and whether there are more; nil where that depends on what was left out.
    func hits(
        _ count: Int, of found: FoundCandidates, _ request: SearchRequest
    ) throws -> (shown: [SearchCandidate], hasMore: Bool)? {
        let ordered = found.candidates.sorted { $0.precedes($1) }
        let visible = try found.visibility.map {
            try sql("SELECT 1 FROM articles a WHERE a.id = ? AND \($0.condition)")
        }
        func isVisible(_ article: Int64) throws -> Bool {
            guard let visible, let visibility = found.visibility else { return true }
            return try visible.first([.integer(article)] + visibility.values) { _ in true } ?? false
        }
        var shown: [SearchCandidate] = []
        var least: Double?
        var copies = request.filter.foldsCopies ? CopyFolding(ordered) : nil
        // Behind the best ones, those that were left out would have their places.
        for candidate in found.leftOut.isEmpty ? ordered[...] : ordered.prefix(found.wanted) {
            if let least, candidate.score < least { return (shown, false) }
            guard try isVisible(candidate.id) else { continue }
            if least == nil, found.leastShare > 0 {
                // What puts an article with every word first says nothing of the others.
                least = (candidate.score - (found.parts?.complete(candidate.place) ?? 0)) * found.leastShare
            }
            if let best = try copies?.best(of: candidate.id, self) {
                if found.leftOut.contains(best) { return nil }
                if copies?.isShown(best, atLeast: least) ?? false, try isVisible(best) { continue }
                guard copies?.isFirst(ofCopies: best) ?? true else { continue }
            }
            guard request.cursor.map({ candidate.follows($0) }) ?? true else { continue }
            guard shown.count < count else { return (shown, true) }
            shown.append(candidate)
        }
        return found.leftOut.isEmpty ? (shown, false) : nil
    }
}

/// Leaves out copies of other hits: of each text one is a hit, the article that stands for its copies where it was found, else the first in
/// order.
private struct CopyFolding {
    private let ordered: [SearchCandidate]
    private var first: Set<Int64> = []
    private var found: Set<Int64>?

    /// - Parameter ordered: all candidates in their order.
    init(_ ordered: [SearchCandidate]) { self.ordered = ordered }

    /// The article that stands for a copy; nil for an article that is no copy, and for that one itself.
    func best(of article: Int64, _ session: ReadSession) throws -> Int64? {
        let best = try session.sql("SELECT best FROM copies WHERE article = ?").first(.integer(article)) {
            $0.integer(0)
        }
        return best == article ? nil : best
    }

    /// Whether an article is a candidate that scores enough.
    mutating func isShown(_ article: Int64, atLeast least: Double?) -> Bool {
        let found =
            found ?? Set(ordered.lazy.prefix { candidate in least.map { candidate.score >= $0 } ?? true }.map(\.id))
        self.found = found
        return found.contains(article)
    }

    /// Whether none of the copies for which an article stands came before.
    mutating func isFirst(ofCopies best: Int64) -> Bool { first.insert(best).inserted }
}
