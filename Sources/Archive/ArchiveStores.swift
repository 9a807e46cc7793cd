import GRDB

/// The stores of the archive around one writing session, each made of those that it uses.
final class ArchiveStores {
    let session: WriteSession
    let counters: CounterTable
    let deliveries: DeliveryStore
    let ledger: LedgerStore
    let articles: ArticleStore
    let corrections: CorrectionStore
    let stories: StoryStore
    let outlets: OutletStore
    let alerts: AlertStore
    let erasing: EraseStore
    let pruning: PruneStore
    let rereading: RereadStore
    let commits: CommitTable

    init(_ database: Database, state: StateFolder) throws {
        session = WriteSession(database, state: state)
        counters = try CounterTable(session)
        let settings = SettingTable(session)
        commits = try CommitTable(session, settings)
        let lookups = NumberedNames(session)
        articles = try ArticleStore(
            session, counters, settings, lookups, NameStore(session), CorrectionTable(session),
            OutletNameTable(session))
        ledger = try LedgerStore(session, lookups)
        deliveries = try DeliveryStore(
            session, counters, settings, lookups, OriginalTable(session, counters), articles, ledger)
        corrections = CorrectionStore(session, settings, articles)
        stories = StoryStore(session, settings, articles)
        outlets = OutletStore(session, articles, stories)
        alerts = AlertStore(session, settings, articles)
        erasing = EraseStore(session, settings, commits, articles, corrections, stories, alerts, deliveries)
        pruning = PruneStore(session, articles, deliveries, erasing)
        rereading = RereadStore(session, articles)
    }
}
