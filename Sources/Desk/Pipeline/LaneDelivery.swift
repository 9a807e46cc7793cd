import Archive
import Intake
import LinuxSystem
import NewsModel
import ReaderProtocol

/// A delivery while a lane reads it: collects articles and hands them to the writer in portions.
///
/// Belongs to one lane and is used on its queue alone.
final class LaneDelivery {
    /// Articles in one portion of a large delivery.
    private static let portionArticles = 64
    /// Bytes of text at which a portion is handed over.
    private static let portionBytes = 4 << 20

    /// What is known of the delivery; goes along with each portion.
    var facts: DeliveryFacts
    /// True when something has gone to the writer.
    private var hasHandedOver = false
    /// True when the file is read once more and the writer has not been told.
    private var beginsAnew = false
    /// The format of its first article; nil while there is none.
    private(set) var format: String?

    private var articles: [PreparedArticle] = []
    private var size = 0
    private var memberErrors: [MemberError] = []
    private let defaultOutlet: String?
    private let defaultLanguage: String?
    private let captured: CaptureFacts
    private let clock: any Clock
    private let begin: UInt64
    private let progressed: (Int64) -> Void
    private let submit: (DeliveryPortion, _ format: String?, _ allowed: Int) -> Void
    private let budget: TextBudget?
    /// Whether it is handed over in one portion or not at all.
    private let isWhole: Bool
    /// Whether it is more than one portion, although it is to be handed over whole.
    private var hasOutgrown = false
    /// Bytes of the budget that are taken and not handed over with a portion.
    private var allowed = 0

    /// - Parameters:
    ///   - budget: what large articles need leave of; nil where only one is read at a time.
    ///   - isWhole: whether it is handed over in one portion or not at all, as in the express lane; false by default.
    ///   - submit: takes a portion and gives its part of the budget back when that is out of memory.
    init(
        _ facts: DeliveryFacts, defaultOutlet: String?, defaultLanguage: String?, captured: CaptureFacts,
        clock: any Clock, budget: TextBudget? = nil, isWhole: Bool = false,
        progressed: @escaping (Int64) -> Void,
        submit: @escaping (DeliveryPortion, _ format: String?, _ allowed: Int) -> Void
    ) {
        self.facts = facts
        self.defaultOutlet = defaultOutlet
        self.defaultLanguage = defaultLanguage
        self.captured = captured
        self.clock = clock
        begin = clock.monotonicNanoseconds
        self.budget = budget
        self.isWhole = isWhole
        self.progressed = progressed
        self.submit = submit
    }

    deinit { budget?.giveBack(allowed) }

    /// Waits until a message of so many bytes may be taken.
    func expect(_ bytes: Int) {
        guard let budget, bytes > TextBudget.ordinaryBytes else { return }
        if isWhole { return hasOutgrown = true }
        // What is in hand goes first: nobody may wait who holds what others wait for.
        if !articles.isEmpty { handOver(nil) }
        giveBack()
        budget.take(bytes)
        allowed = bytes
    }

    private func giveBack() {
        budget?.giveBack(allowed)
        allowed = 0
    }

    /// Takes what a reader said.
    func take(_ message: ReaderMessage) {
        switch message {
        case .article(var article):
            // Of a file that is one article the address of the file is that of the article; of a container it is not.
            if article.memberPath == nil, article.url == nil { article.url = captured.url }
            format = format ?? article.format
            let prepared = PreparedArticle(article, defaultOutlet: defaultOutlet, defaultLanguage: defaultLanguage)
            articles.append(prepared)
            size += prepared.size
        case .memberError(let error):
            memberErrors.append(error)
            size += error.path.utf8.count + error.message.utf8.count + 256
        case .progress(let bytes): progressed(Int64(bytes))
        case .hello, .begin, .explanation, .conversion, .fileConversion, .end, .failure: break
        }
        guard articles.count >= Self.portionArticles || size >= Self.portionBytes else { return }
        if isWhole { hasOutgrown = true } else { handOver(nil) }
    }

    /// Looks whether the express lane is the place for it.
    ///
    /// - Parameter begun: when its reading began, by the monotonic clock.
    /// - Throws: `TakesLong` when it is not done after the seconds of that lane, or is more than one portion.
    func mayStay(inExpressLaneSince begun: UInt64) throws(TakesLong) {
        let taken = clock.monotonicNanoseconds - min(clock.monotonicNanoseconds, begun)
        guard !hasOutgrown, taken < TakesLong.expressNanoseconds else { throw TakesLong() }
    }

    /// Hands over what there is, and with an end the delivery's outcome.
    func handOver(_ end: DeliveryEnd?) {
        facts.durationMilliseconds = Int64((clock.monotonicNanoseconds - begin) / 1_000_000)
        hasHandedOver = true
        submit(
            DeliveryPortion(
                facts: facts, articles: articles, memberErrors: memberErrors, end: end, beginsAnew: beginsAnew), format,
            allowed)
        allowed = 0
        beginsAnew = false
        forgetArticles()
    }

    /// Forgets what was read so far, to read it once more; what the writer has is counted again.
    func beginAnew() {
        forgetArticles()
        beginsAnew = hasHandedOver
    }

    private func forgetArticles() {
        giveBack()
        articles = []
        size = 0
        memberErrors = []
    }
}

extension PreparedArticle {
    /// Some measure of the memory that it holds, in bytes: the text, its folded form, and something for the rest.
    var size: Int { 2 * article.body.utf8.count + 4096 }
}

extension DeliveryPortion {
    /// Some measure of the memory that the portion holds, in bytes.
    var size: Int {
        articles.reduce(0) { $0 + $1.size }
            + memberErrors.reduce(0) { $0 + $1.path.utf8.count + $1.message.utf8.count + 256 }
    }
}
