import Bytes
import Markup
import NewsModel

/// Finds the body by one strategy after the other, until one gives something plausible.
struct BodyFinder {
    /// A body.
    struct Found {
        var paragraphs: [(kind: Paragraph.Kind, text: String)]
        var deck: String?
        var confidence: Double
        /// The scan that the body was found in, with the blocks it was made of; none where it is linked data's.
        var scan: PageScan
        var blocks: [Int]
        /// The element that the body was found in.
        var container: Int

        /// How it was found, with how much else speaks for an article.
        ///
        /// - Parameter points: those of the page's verdict.
        func evidence(points: Int) -> FieldEvidence {
            let strategy =
                blocks.isEmpty ? "linked data" : confidence > 0.8 ? "classes believed" : "classes not believed"
            return FieldEvidence(
                field: .body,
                kind: "\(strategy), points for an article: \(points < 7 ? "\(max(1, points))" : "7 or more")")
        }
    }

    let scan: PageScan
    let tree: HTMLTree
    let evidence: BodyEvidence
    let linked: JSONValue?
    /// Is given a trace of each strategy that was tried; nil to spare the time.
    var traces: BodyTraces?

    func find() -> Found? {
        let linkedText = (linked?["articleBody"]?.text).map(HTMLText.plain) ?? ""
        var first = found(in: scan, 0.9)
        if first == nil || letters(first) < PageThresholds.shortBody {
            let plain = PageScan(tree, trustsClasses: false)
            let second = found(in: plain, 0.6)
            if letters(second) > letters(first) * 2 { first = second }
        }
        if letters(first) < PageThresholds.shortBody, linkedText.utf8.count > letters(first) * 2,
            linkedText.utf8.count >= PageThresholds.linkedBodyLetters
        {
            first = Found(
                paragraphs: Self.paragraphs(of: linkedText), deck: nil, confidence: 0.7, scan: scan, blocks: [],
                container: 0)
        }
        if letters(first) < PageThresholds.shortBody, tree.nodes.contains(where: { $0.tag == .noscript }) {
            let unscripted = found(in: PageScan(tree, readsNoscript: true), 0.6)
            if letters(unscripted) > max(letters(first) * 2, PageThresholds.shortBody) { first = unscripted }
        }
        guard let first, letters(first) >= PageThresholds.noText else { return nil }
        return first
    }

    private func letters(_ found: Found?) -> Int {
        found.map { $0.paragraphs.reduce(0) { $0 + $1.text.utf8.count } } ?? 0
    }

    private static func paragraphs(of text: String) -> [(kind: Paragraph.Kind, text: String)] {
        text.split(whereSeparator: \.isNewline).map { (.paragraph, String($0).foldedSpace) }.filter { !$0.1.isEmpty }
    }

    private func found(in scan: PageScan, _ confidence: Double) -> Found? {
        let choice = BodyChoice(scan, without: evidence.foreign)
        guard let best = choice.best() else { return nil }
        let trace = traces?.add(scan: scan, container: best.node, score: best.score, confidence: confidence)
        let selection = BodySelection(scan, choice, container: best.node, evidence: evidence, trace: trace)
        let questions = InterviewQuestions(selection.kept.map { scan.blocks[$0] })
        let paragraphs = selection.kept.enumerated().map { place, index in
            (kind: questions.kind(at: place), text: scan.string(of: scan.blocks[index]))
        }.filter { !$0.text.isEmpty }
        return paragraphs.isEmpty
            ? nil
            : Found(
                paragraphs: paragraphs, deck: selection.deck.map { scan.string(of: scan.blocks[$0]) },
                confidence: confidence, scan: scan, blocks: selection.kept, container: best.node)
    }
}
