import Archive
import Intake
import LinuxSystem
import NewsModel
import ReaderHost

/// Reads kept originals again, each as its first delivery was read.
///
/// Not safe to use from several threads at once: it has one reader process.
final class OriginalReading {
    /// An original with what is kept of its first delivery.
    struct Source: Sendable {
        var sha256: SHA256Digest
        var facts: OriginalFacts
        /// The size of the kept file.
        var keptBytes: Int64
    }

    private let reader: ReaderSupervisor
    private let originals: OriginalReader
    private let capture: FileCapture
    private let maximumBytes: Int64

    init(_ configuration: DeskConfiguration, readerProgram: String) throws(SystemError) {
        reader = ReaderSupervisor(program: readerProgram, limits: configuration.readerLimits)
        originals = OriginalReader(state: StateFolder(configuration.state))
        capture = FileCapture(workDirectory: try Descriptor.directory(path: configuration.state + "/work"))
        maximumBytes = configuration.maximumSize
    }

    /// The version of the rules by which is read.
    ///
    /// - Throws: `ReaderFailure`.
    func readerVersion() throws -> Int { try reader.version() }

    /// Ends the reader process.
    func finish() { reader.finish() }

    /// Reads an original and hands it on in portions, the last with the outcome.
    ///
    /// - Throws: `ArchiveError` for an original that is damaged; `ReaderFailure` when no reader can be had.
    func read(_ source: Source, ticket: UInt64, submit: @escaping (DeliveryPortion) -> Void) throws {
        // In the work folder, not in memory: a small original may be large when it is unpacked.
        let spool = try capture.spool()
        _ = try originals.read(source.sha256, into: spool.number)
        let copy = try capture.capture(spool)
        var facts = DeliveryFacts(
            ticket: ticket, received: source.facts.received, inbox: source.facts.inbox, path: source.facts.path,
            collection: source.facts.collection, sha256: source.sha256, size: copy.size, readerVersion: 0)
        facts.keptBytes = source.keptBytes
        facts.article = source.facts.article
        facts.isAccepted = source.facts.isAccepted
        let delivery = LaneDelivery(
            facts, defaultOutlet: source.facts.outlet, defaultLanguage: source.facts.language,
            captured: CaptureFacts(url: source.facts.url), clock: SystemClock(),
            progressed: { _ in }, submit: { portion, _, _ in submit(portion) })
        if let rejection = Rejection.beforeReading(size: copy.size, maximumBytes: maximumBytes) {
            return delivery.handOver(.rejected(rejection))
        }
        for isLastAttempt in [false, true] {
            do {
                delivery.facts.readerVersion = try reader.read(
                    copy.descriptor, size: copy.size, name: source.facts.path.lastComponent,
                    isAccepted: source.facts.isAccepted, handle: delivery.take)
                return delivery.handOver(.read)
            } catch let failure as ReaderFailure {
                guard let rejection = failure.rejection else { throw failure }
                guard failure.isFromOutside, !isLastAttempt else {
                    return delivery.handOver(.rejected(rejection))
                }
                delivery.beginAnew()
            }
        }
    }
}
