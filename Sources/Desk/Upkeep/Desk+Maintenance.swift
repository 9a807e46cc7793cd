import Archive
import ArticleQuery
import CLinux
import DeskProtocol
import Export
import Foundation
import LinuxSystem
import NewsModel
import ReaderHost

/// Work on what is filed already.
extension Desk {
    /// Deliveries that one request reads again, so that each answers in seconds.
    private static let rereadDeliveries = 50

    // MARK: reread

    /// Reads some stored deliveries again; `after` and the reply's `last` lead through all of them.
    func reread(_ choice: ControlRequest.Rereading, after: Int64) -> ControlReply {
        do {
            let reading = try OriginalReading(parts.configuration, readerProgram: parts.readerProgram)
            defer { reading.finish() }
            let selection: RereadSelection
            switch choice {
            case .outdated: selection = .older(than: try reading.readerVersion())
            case .article(let text):
                guard let id = ArticleID(text) else { return .failed(.unknown, "there is no article \(text)") }
                selection = .article(id)
            case .format(let format): selection = .format(format)
            case .all: selection = .all
            }
            let archive = try ArchiveReader.open(state: parts.configuration.state)
            let sources = try archive.rereadSources(
                selection, after: after, limit: Self.rereadDeliveries)
            var result = ControlReply.Reread()
            for source in sources {
                try reread(source, reading, &result)
                result.last = source.delivery
            }
            return .reread(result)
        } catch {
            return failure(error)
        }
    }

    private func reread(
        _ source: RereadSource, _ reading: OriginalReading, _ result: inout ControlReply.Reread
    ) throws {
        do {
            let kept = OriginalReader(state: archive.state)
            let facts =
                try kept.facts(of: source.sha256)
                ?? OriginalFacts(received: 0, inbox: "", path: source.path, collection: "")
            var articles: [PreparedArticle] = []
            var readerVersion = 0
            var rejection: Rejection?
            try reading.read(
                OriginalReading.Source(sha256: source.sha256, facts: facts, keptBytes: 0), ticket: 0
            ) { portion in
                articles += portion.articles
                readerVersion = portion.facts.readerVersion
                if case .rejected(let reason) = portion.end { rejection = reason }
            }
            result.deliveries += 1
            if let rejection {
                result.failures.append("delivery \(source.delivery), \(source.path.display): \(rejection.message)")
                return
            }
            let replaced = try archive.replace(
                articlesOf: source.delivery, with: articles, readerVersion: readerVersion)
            result.changed += replaced.changed
            result.unchanged += replaced.unchanged
            result.notFound += replaced.notFound
        } catch let error as ArchiveError where error.kind == .corrupt || error.kind == .missing {
            result.failures.append("delivery \(source.delivery), \(source.path.display): \(error.cause)")
        }
    }

    // MARK: erase

    /// Removes an article for good.
    func erase(_ text: String, leavesNeighbours: Bool) -> ControlReply {
        guard let id = ArticleID(text) else { return .failed(.unknown, "there is no article \(text)") }
        do {
            // A form of our own that a reader reads back as it was.
            let erasure = try archive.erase(id, leavesNeighbours: leavesNeighbours) { version in
                var bytes: [UInt8] = []
                NinjsWriter().append(version.exported, to: &bytes)
                return bytes
            }
            if let number = erasure.number { try analyst.forget(number) }
            journal.logger.report(
                .erased, "Erased article \(id), \(erasure.versions) versions, \(erasure.originals.count) originals",
                metadata: ["article": "\(id)"])
            return .erased(
                ControlReply.Erased(
                    versions: erasure.versions, originals: erasure.originals,
                    neighbours: erasure.neighbours.map(\.description), olderCopies: erasure.olderCopies))
        } catch ErasureRefusal.unknown {
            return .failed(.unknown, "there is no article \(id)")
        } catch ErasureRefusal.neighbours(let others) {
            return .failed(
                .failed,
                "its original holds \(others.count) other articles (\(others.prefix(5).map(\.description).joined(separator: " ")));"
                    + " with --leave-others they stay, each with an original of its own in ninjs")
        } catch ErasureRefusal.isUnderWay {
            return .failed(
                .temporary,
                "its original is still being read, and more articles may come of it; erase it when that has ended")
        } catch ErasureRefusal.logIsHeld {
            return .failed(
                .temporary,
                "its rows and originals are gone, but another program holds the write-ahead log, where words of it are left;"
                    + " end that program (wiredesk status names it) and erase the article again")
        } catch {
            return failure(error)
        }
    }

    // MARK: verify

    /// Damaged originals that one message names.
    private static let damagedInMessage = 20

    /// Writes a damaged original again from a file of a backup, which goes along.
    func heal(_ hash: String, from descriptor: Descriptor?) -> ControlReply {
        guard let descriptor, let sha256 = SHA256Digest(hex: hash) else {
            return .failed(.failed, "no original was handed over")
        }
        do {
            guard let known = try archive.known(sha256), known.isKept else {
                return .failed(.unknown, "the archive keeps no original \(hash)")
            }
            try HandedOverFile.demand(descriptor, maximumBytes: .max)
            let limit = WorkLimit(cancellation: cancellation)
            let file = OriginalFile(descriptor, path: "the backup's original \(hash)")
            // In the work folder, not in memory: a small original may be large when it is unpacked.
            let spool = try capture.spool()
            let found = try file.read(into: spool.number, most: known.size, within: limit)
            guard found.sha256 == sha256 else {
                return .failed(.failed, "the backup's original has the SHA-256 \(found.sha256)")
            }
            if let damage = try archive.heal(sha256, from: spool, facts: try file.facts(), within: limit) {
                events.healed(sha256, by: "a backup", damage)
            }
            return .done
        } catch {
            return failure(error)
        }
    }

    /// Begins to compare the originals with their hashes.
    func startVerification() -> ControlReply {
        events.lostOriginals.begin()
        scrub.start { [weak self] result in self?.verified(result) }
        return .status(liveStatus())
    }

    private func verified(_ result: LiveStatus.Verification) {
        if result.failure == nil {
            let lost = scrub.damaged.filter { $0.error.kind == .missing }.map(\.sha256)
            compared(missing: result.unknown, lost: lost)
        }
        if let failure = result.failure {
            journal.logger.warning("The originals were not verified: \(failure)")
        } else if result.damagedCount > 0 {
            journal.logger.report(
                .originalsDamaged,
                "\(result.damagedCount) of \(result.checked) originals are missing or damaged: \(result.damaged.prefix(Self.damagedInMessage).joined(separator: "; "))"
            )
        } else {
            journal.logger.info("All \(result.checked) originals have the bytes of their hashes")
        }
        events.changed()
    }

    // MARK: quick_check

    /// Looks for damage in the database behind all other work, after the last desk did not end in order.
    func checkDatabase() {
        let state = parts.configuration.state
        let thread = Thread { [weak self] in
            wd_work_idly()
            do throws(ArchiveError) {
                guard let first = try ArchiveReader.open(state: state).quickCheck().first else { return }
                self?.databaseIsDamaged(first)
            } catch {
                if error.kind == .corrupt { self?.databaseIsDamaged(error.cause) }
            }
        }
        thread.name = "wiredesk.check"
        thread.start()
    }

    private func databaseIsDamaged(_ finding: String) {
        journal.logger.report(
            .databaseDamaged, "The database is damaged: \(finding)", metadata: ["state": "\(parts.configuration.state)"]
        )
        problems.set(.database, "the database is damaged (\(finding)); stop the desk and run: wiredesk rebuild --yes")
        events.changed()
    }
}
