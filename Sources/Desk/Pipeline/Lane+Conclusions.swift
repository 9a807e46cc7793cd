import Archive
import ArticleQuery
import Glibc
import Intake
import LinuxSystem
import NewsModel

/// What becomes of a file that does not go the whole way: it waits, is tried again, or is refused by its size.
extension Lane {
    /// Seconds after which a file that does not come on is tried again: a lane loses minutes each time.
    private static let slowFilePause: UInt64 = 1800

    /// Leaves a file that is too large under its name, or has its name removed; none of its bytes is read.
    func refuse(_ handed: HandedFile, _ identity: FileIdentity) {
        let file = handed.file
        let rejection = Rejection.tooLarge(size: identity.size, maximumBytes: surroundings.maximumBytes)
        guard surroundings.removesTooLarge else {
            let reason =
                "it has \(identity.size) bytes and max_size is \(surroundings.maximumBytes); raise max_size, take it away, or set remove_too_large: true"
            surroundings.events.lane(.waiting(file, reason: reason))
            return conclude(file, .unfit(reason: reason))
        }
        let now = surroundings.clock.monotonicNanoseconds
        var facts = DeliveryFacts(
            ticket: surroundings.tickets.next(), received: surroundings.clock.wallMilliseconds,
            inbox: handed.settings.path, path: file.name, identity: identity,
            collection: file.collection(prefix: handed.settings.collectionPrefix), size: identity.size, readerVersion: 0
        )
        if file.droppedAs != nil { facts.standsAt = file.path }
        surroundings.writer.submit(
            ArchiveWriter.Item(
                portion: DeliveryPortion(facts: facts, end: .rejected(rejection)), handed: handed,
                timing: DeliveryTiming(begun: now, handedOver: now, format: nil)))
    }

    func release(_ handed: HandedFile, _ failure: CaptureFailure) {
        let file = handed.file
        switch failure {
        case .tooLarge(let identity):
            let rejection = Rejection.tooLarge(size: identity.size, maximumBytes: surroundings.maximumBytes)
            wait(file, rejection.message)
        case .cancelled: conclude(file, .done)
        case .tooSlow(let error):
            let reason = "it cannot be read in time (\(error)); look at its file system"
            surroundings.events.lane(.waiting(file, reason: reason))
            conclude(file, .delayed(reason: reason, seconds: Self.slowFilePause))
        case .vanished:
            surroundings.events.lane(.vanished(file))
            conclude(file, .vanished)
        case .changed:
            surroundings.events.lane(.changed(file))
            conclude(file, .again)
        case .notAFile(let kind):
            surroundings.events.lane(.notAFile(file, kind))
            conclude(file, .done)
        // Nobody gives up on a file of an inbox; it stays where it is.
        case .ownDatabase: wait(file, "it is a file of the desk's own database under another name; remove this name")
        case .locked: wait(file, "another program has locked it; it is read when the lock is gone")
        case .openForWriting:
            surroundings.events.lane(
                .waiting(file, reason: "another program is still writing it; it is read when that has closed it"))
            conclude(file, .openForWriting)
        case .unreadable(let error):
            wait(
                file,
                RightsAdvice.own.reason(
                    handed.settings.path + "/" + String(decoding: file.path.bytes, as: UTF8.self), error,
                    removes: handed.settings.take == .move))
        case .surroundings(let error):
            // No descriptors, no memory or no place for the copy is nothing that the next file would not meet too.
            switch error.code {
            case EMFILE, ENFILE, ENOMEM: rest(file, "\(error); raise the limits of the service")
            case _ where error.operation == "write": rest(file, "files cannot be copied: \(error)")
            default: wait(file, "\(error)")
            }
        }
    }

    /// Whether a file was filed under this very name and only its rights or its owner were changed since: the same delivery still, whose
    /// name is to be removed where names are.
    func isFiled(_ copy: SealedCopy, _ handed: HandedFile) throws(ArchiveError) -> Bool {
        let file = handed.file
        guard
            let name = try surroundings.archive.filedName(
                inbox: handed.settings.path, path: file.path, identity: copy.identity, sha256: copy.digest)
        else { return false }
        try surroundings.archive.note(movedBack: [(name, copy.identity)])
        conclude(file, .done)
        if handed.settings.take == .move {
            surroundings.events.intake(
                .durableName(InboxFile(inbox: file.inbox, path: file.path, identity: copy.identity)))
        }
        return true
    }

    /// Gives a file back because of a fault that every other file would meet too.
    func rest(_ file: InboxFile, _ reason: String) {
        surroundings.events.lane(.fault(reason))
        conclude(file, .waiting(reason: reason))
    }

    /// Tells the intake what became of a file that does not go to the writer.
    func conclude(_ file: InboxFile, _ disposition: Disposition) {
        surroundings.events.concluded([(file, disposition)])
    }

    func wait(_ file: InboxFile, _ reason: String) {
        surroundings.events.lane(.waiting(file, reason: reason))
        conclude(file, .waiting(reason: reason))
    }
}
