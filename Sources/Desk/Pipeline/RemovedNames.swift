import Archive
import LinuxSystem

/// Names that were removed from their inboxes, and whose rows in the ledger are no longer needed once the removals are durable.
///
/// A row that went before its removal was on the disk would let a power cut bring the name back as a new file, and a second
/// delivery. Inbox and archive may be different file systems, so that the sync of a commit does not cover it; one more sync for
/// each batch would be dear. Rows are therefore forgotten in large groups, and when nothing else is to be done.
struct RemovedNames {
    /// Names at which a group is made durable while files keep coming: one sync for some ten batches.
    static let groupSize = 2048

    private var pending: [LedgerName] = []
    private var inboxes: [String: Descriptor] = [:]
    /// Names whose removal is durable.
    private(set) var durable: [LedgerName] = []

    var isEmpty: Bool { pending.isEmpty && durable.isEmpty }
    var isGroup: Bool { pending.count >= Self.groupSize }

    /// Takes up a name that was removed below `inbox`.
    mutating func append(_ name: LedgerName, in inbox: Descriptor) {
        pending.append(name)
        inboxes[name.inbox] = inbox
    }

    /// Makes the removals durable. Rows of an inbox that cannot be synced stay, and the next start looks after them.
    mutating func makeDurable() {
        for (path, inbox) in inboxes {
            let names = pending.filter { $0.inbox == path }
            guard !names.isEmpty, (try? inbox.syncFileSystem()) != nil else { continue }
            durable += names
        }
        pending.removeAll()
        inboxes.removeAll()
    }

    /// The rows of the durable names are deleted.
    mutating func forgetDurable() { durable.removeAll() }
}
