/// The traces of all strategies that were tried on a page, in order; each belongs to a scan of its own.
final class BodyTraces {
    /// One strategy's trace with the scan and the element that it chose.
    struct Entry {
        let scan: PageScan
        let container: Int
        let score: Double
        /// The confidence of a body that the strategy finds; it tells the strategies apart.
        let confidence: Double
        let trace: BodyTrace
    }

    private(set) var entries: [Entry] = []

    /// A new trace for a strategy that has chosen an element.
    func add(scan: PageScan, container: Int, score: Double, confidence: Double) -> BodyTrace {
        let trace = BodyTrace()
        entries.append(Entry(scan: scan, container: container, score: score, confidence: confidence, trace: trace))
        return trace
    }
}
