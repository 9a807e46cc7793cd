import Analysis
import Archive
import ArticleQuery
import NewsModel

/// Finds the articles that share a new one's words: a sample names candidates, the texts decide.
///
/// The latest samples are in memory, the others in runs on disk (`SortedRunStore`). Owned by the analyst's thread.
final class RelationFinder {
    /// Articles whose samples are held in memory before they are written: 4 MiB of pairs.
    private static let articlesInMemory = 4_096
    /// Compared articles that are kept for the next comparison, and the largest that is.
    private static let keptArticles = 256
    private static let largestKeptBody = 64 << 10

    /// From this share on an article that credits another is a copy of it all the same.
    private static let leastShareOfACopy = 0.9

    private let reader: ArchiveReader
    private let store: SortedRunStore
    private let frequenciesFile: WordFrequenciesFile
    private var frequencies: WordFrequencies
    private var latest = SketchIndex()
    private var articlesInMemory = 0
    private var notices = SiteBoilerplate()
    private var kept: [Int64: ComparedArticle] = [:]
    private var keptOrder: [Int64] = []

    init(reader: ArchiveReader, folder: String) throws(ArchiveError) {
        self.reader = reader
        store = try SortedRunStore(folder: folder, mostTexts: SketchIndex.mostTexts)
        frequenciesFile = WordFrequenciesFile(path: folder + "/words")
        frequencies = WordFrequencies()
        if let known = frequenciesFile.read() { frequencies = known } else { try store.removeAll() }
    }

    /// The last version whose sample is on disk; what came after it must be learned again at a start.
    var lastVersion: Int64 { store.lastVersion }

    /// Files an article's sample without looking for relations.
    func learn(_ article: AnalysableArticle) throws(ArchiveError) {
        let compared = ComparedArticle(article, notices: notices.notices(in: article.body, site: article.outlet))
        frequencies.count(compared.shingles)
        try insert(compared, keys: compared.shingles.storedKeys)
    }

    /// The relations of a new article to those before it; its sample is filed.
    ///
    /// - Parameter text: the article's body, cut into words.
    func relations(
        of article: AnalysableArticle, text: TokenizedText
    ) throws(ArchiveError) -> [AnalysisFindings.Relation] {
        let compared = ComparedArticle(
            article, text: text, notices: notices.notices(in: article.body, site: article.outlet))
        frequencies.count(compared.shingles)
        guard compared.shingles.isComparable else { return [] }
        var relations: [AnalysisFindings.Relation] = []
        let keys = compared.shingles.sketchKeys
        let scores = scores(under: keys.query)
        var places: ShinglePositions?
        for candidate in scores.best where Int64(candidate) != article.number {
            // Its length is read in a fraction of the time that its text takes.
            guard let words = try words(of: Int64(candidate)),
                compared.shingles.mayShareEnough(keys: scores.keys(of: candidate), withTextOf: words),
                let other = try known(Int64(candidate))
            else { continue }
            if places == nil { places = ShinglePositions(compared.shingles) }
            if let relation = relation(compared, other, places: places) { relations.append(relation) }
        }
        try insert(compared, keys: keys.stored)
        return relations
    }

    private func scores(under keys: [UInt32]) -> CandidateScores {
        var scores = CandidateScores()
        for key in keys {
            let texts = latest.texts(under: key)
            scores.add(texts.count < SketchIndex.mostTexts ? texts + store.texts(under: key) : texts)
        }
        return scores
    }

    private func words(of number: Int64) throws(ArchiveError) -> Int? {
        if let kept = kept[number] { return kept.shingles.wordCount }
        return try reader.wordCount(ofArticle: number)
    }

    private func known(_ number: Int64) throws(ArchiveError) -> ComparedArticle? {
        if let kept = kept[number] { return kept }
        guard let article = try reader.analysable(article: number) else { return nil }
        let compared = ComparedArticle(article)
        keep(compared)
        return compared
    }

    private func insert(_ compared: ComparedArticle, keys: [UInt32]) throws(ArchiveError) {
        guard compared.shingles.isComparable, let number = UInt32(exactly: compared.article.number) else { return }
        latest.insert(number, keys: keys)
        articlesInMemory += 1
        keep(compared)
    }

    /// Writes the samples in memory to disk once they are many. Called between batches, when everything up to
    /// `lastVersion` was learned.
    func writeWhenFull(lastVersion: Int64) throws(ArchiveError) {
        guard articlesInMemory >= Self.articlesInMemory else { return }
        try frequenciesFile.write(frequencies)
        try store.append(latest.sortedEntries, lastVersion: lastVersion)
        latest = SketchIndex()
        articlesInMemory = 0
    }

    private func keep(_ compared: ComparedArticle) {
        guard compared.article.body.utf8.count <= Self.largestKeptBody else { return }
        if kept.updateValue(compared, forKey: compared.article.number) == nil {
            keptOrder.append(compared.article.number)
        }
        if keptOrder.count >= Self.keptArticles * 2 {
            for number in keptOrder.prefix(Self.keptArticles) { kept[number] = nil }
            keptOrder.removeFirst(Self.keptArticles)
        }
    }

    // MARK: Relation and direction

    private func relation(
        _ new: ComparedArticle, _ old: ComparedArticle, places: ShinglePositions?
    ) -> AnalysisFindings.Relation? {
        let comparison = TextComparison(new.shingles, old.shingles, places: places, frequencies: frequencies)
        guard let found = TextRelation(comparison) else { return nil }
        let isOneSite = new.article.outlet == old.article.outlet
        if isOneSite, comparison.isCommonEnd(new.shingles, old.shingles) { return nil }
        let newRange = CodePoints.range(ofBytes: comparison.firstRange, in: new.article.body)
        let oldRange = CodePoints.range(ofBytes: comparison.secondRange, in: old.article.body)
        let newCredits = new.article.excerpts.contains { Self.covers($0, newRange) }
        let oldCredits = old.article.excerpts.contains { Self.covers($0, oldRange) }
        var kind = found.kind
        let repeats: Bool
        if newCredits != oldCredits {
            // Who credits another for the passage repeats it; words of its own around it make it an excerpt.
            repeats = newCredits
            let share = newCredits ? comparison.shareOfFirst : comparison.shareOfSecond
            if share < Self.leastShareOfACopy { kind = .excerpt }
        } else {
            let (one, other) = (new.article, old.article)
            repeats = one.time != other.time ? one.time > other.time : one.number > other.number
        }
        return AnalysisFindings.Relation(
            article: repeats ? new.article.number : old.article.number,
            source: repeats ? old.article.number : new.article.number, kind: kind.rawValue,
            share: repeats ? comparison.shareOfFirst : comparison.shareOfSecond,
            sourceShare: repeats ? comparison.shareOfSecond : comparison.shareOfFirst, confidence: found.confidence,
            range: repeats ? newRange : oldRange, sourceRange: repeats ? oldRange : newRange)
    }

    private static func covers(_ excerpt: CodePointRange, _ range: CodePointRange) -> Bool {
        let common = min(excerpt.end, range.end) - max(excerpt.start, range.start)
        return common * 2 >= range.end - range.start
    }
}
