import Analysis
import Archive
import ArticleQuery
import NewsModel

/// What the analyst knows and does, on its thread: the index of samples, the stories of the window, and how far it is.
final class AnalystWork {
    /// Versions from whose articles the window of stories is rebuilt at a start.
    private static let restoredVersions: Int64 = 1_200
    private static let learnedAtOnce = 256
    /// New articles after which stories are grouped again though more are coming.
    private static let articlesBetweenRegroupings = 1_024

    /// What there is to do next.
    enum State {
        /// More articles.
        case busy
        /// Nothing but to group again what came since the last time.
        case mustRegroup
        /// Nothing.
        case done
    }

    private let archive: Archive
    private let reader: ArchiveReader
    private let relations: RelationFinder?
    private var stories = StoryGrouper()
    private var analysed: Int64 = 0
    private var alerted: Int64 = 0
    private var sinceRegrouping = 0

    /// Learns what an earlier run knew; `isStopping` is asked now and then.
    init(archive: Archive, isAnalysing: Bool, isStopping: () -> Bool) throws(ArchiveError) {
        self.archive = archive
        reader = try ArchiveReader.open(state: archive.state.path)
        alerted = try reader.lastVersion(of: .alerts)
        guard isAnalysing else {
            relations = nil
            return
        }
        let relations = try RelationFinder(reader: reader, folder: archive.state.analysis)
        self.relations = relations
        analysed = try reader.lastVersion(of: .relations)
        var place = relations.lastVersion
        while place < analysed, !isStopping() {
            let (articles, last) = try reader.analysable(after: place, upTo: analysed, limit: Self.learnedAtOnce)
            for article in articles { try relations.learn(article) }
            guard last > place else { break }
            place = last
            try relations.writeWhenFull(lastVersion: place)
        }
        place = max(0, analysed - Self.restoredVersions)
        while place < analysed, !isStopping() {
            let (articles, last) = try reader.analysable(after: place, upTo: analysed, limit: Self.learnedAtOnce)
            for article in articles { stories.restore(Self.storyArticle(article, TokenizedText(article.body))) }
            guard last > place else { break }
            place = last
        }
    }

    private static func storyArticle(_ article: AnalysableArticle, _ text: TokenizedText) -> StoryArticle {
        StoryArticle(
            id: article.number, time: article.isDated ? article.time : nil,
            terms: StoryTerms(headline: article.headline, body: text), story: article.story)
    }

    // MARK: Relations and stories

    /// Looks for relations and stories of the next articles, and groups the window again when that is due or wanted.
    func analyse(
        into findings: inout AnalysisFindings, batch: Int, regroups: Bool
    ) throws(ArchiveError) -> State {
        guard let relations else { return .done }
        let (articles, last) = try reader.analysable(after: analysed, limit: batch)
        var touched: Set<Int64> = []
        for article in articles {
            if article.isRevision { findings.renewed.append(article.number) }
            let text = TokenizedText(article.body)
            findings.relations += try relations.relations(of: article, text: text)
            // A further version stays in the story of its article.
            if article.isRevision, stories.holds(article.number) { continue }
            note(stories.add(Self.storyArticle(article, text)), in: &findings, &touched)
            sinceRegrouping += 1
        }
        let isResting = last == analysed
        if !isResting {
            analysed = last
            findings.lastAnalysed = last
            try relations.writeWhenFull(lastVersion: last)
        }
        if sinceRegrouping >= Self.articlesBetweenRegroupings || (isResting && regroups && sinceRegrouping > 0) {
            note(stories.regroup(), in: &findings, &touched)
            sinceRegrouping = 0
            findings.lastAnalysed = analysed
        }
        for story in touched {
            guard let lead = stories.lead(of: story), let confidence = stories.confidence(of: story) else { continue }
            findings.judgements.append((story, lead, confidence))
        }
        return !isResting ? .busy : sinceRegrouping > 0 ? .mustRegroup : .done
    }

    private func note(_ changes: [StoryChange], in findings: inout AnalysisFindings, _ touched: inout Set<Int64>) {
        for change in changes {
            findings.stories.append((change.article, change.story))
            if let story = change.story { touched.insert(story) }
        }
    }

    // MARK: Saved searches

    /// Matches the next articles against every saved search.
    func matchAlerts(
        into findings: inout AnalysisFindings, batch: Int
    ) throws(ArchiveError) -> (found: [(Alert, [ArticleID])], isDone: Bool) {
        let alerts = try reader.alerts()
        guard !alerts.isEmpty else {
            // Articles of before the first search are nobody's.
            alerted = try reader.latestVersion()
            return ([], true)
        }
        let (articles, last) = try reader.articles(withVersionAfter: alerted, limit: batch)
        guard last > alerted else { return ([], true) }
        var found: [(Alert, [ArticleID])] = []
        for alert in alerts {
            let hits = try reader.newMatches(of: alert, among: articles)
            guard !hits.isEmpty else { continue }
            findings.alertHits += hits.map { (alert.number, $0.number) }
            found.append((alert, hits.map(\.id)))
        }
        alerted = last
        findings.lastAlerted = last
        return (found, false)
    }

    // MARK: The list of words

    /// The part of the archive that must be newer than the list of words before it is made again while the desk works on.
    private static let newerShare = 0.02

    /// Makes the list of words again where it is due, or with `isUrged` where anything is newer.
    func renewVocabulary(isUrged: Bool) throws(ArchiveError) {
        try reader.renewVocabulary(whenNewer: isUrged ? 0 : Self.newerShare)
    }
}
