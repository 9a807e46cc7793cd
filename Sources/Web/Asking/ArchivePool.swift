import Archive
import ArticleQuery
import Glibc
import LinuxSystem
import NIOPosix
import Synchronization

/// The archive for many readers at once: a few connections, each used by one request at a time on a thread that may block.
///
/// A database that was replaced (rebuilt, restored) is opened again: each connection is compared with the file before it is used.
final class ArchivePool: Sendable {
    /// A connection and the file that it has open.
    private struct Opened {
        var reader: ArchiveReader
        var file: FileMark
    }

    /// Which file it is.
    private struct FileMark: Equatable {
        var device: UInt64
        var inode: UInt64
    }

    /// Connections that are kept for the next request.
    private let idle = Mutex<[Opened]>([])
    private let threads: NIOThreadPool
    private let state: String

    /// - Parameter readers: requests that are answered at once; more wait.
    init(state: String, readers: Int) {
        self.state = state
        threads = NIOThreadPool(numberOfThreads: readers)
        threads.start()
    }

    /// The state folder's kept originals.
    var originals: OriginalReader { OriginalReader(state: StateFolder(state)) }

    /// Asks the archive.
    ///
    /// - Throws: `ArchiveError`, and what the question throws.
    func ask<Answer: Sendable>(
        _ question: @escaping @Sendable (ArchiveReader) throws -> Answer
    ) async throws -> Answer {
        try await threads.runIfActive { [self] in
            let opened = try take()
            do {
                let answer = try question(opened.reader)
                idle.withLock { $0.append(opened) }
                return answer
            } catch let error as ArchiveError {
                // A connection to a file that is damaged or gone is not used again.
                switch error.kind {
                case .corrupt, .filesMoved, .inputOutput: break
                default: idle.withLock { $0.append(opened) }
                }
                throw error
            } catch {
                idle.withLock { $0.append(opened) }
                throw error
            }
        }
    }

    /// Does other work that may block, on the same threads.
    func run<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await threads.runIfActive(work)
    }

    private func take() throws -> Opened {
        let present = try mark()
        while let opened = idle.withLock({ $0.popLast() }) {
            if opened.file == present { return opened }
        }
        let reader = try ArchiveReader.open(state: state)
        // Compared with what was there before: a file that was replaced meanwhile is opened again next time.
        return Opened(reader: reader, file: present)
    }

    private func mark() throws -> FileMark {
        do throws(SystemError) {
            let status = try Descriptor.directory(path: state).status(of: Array("wiredesk.db".utf8))
            return FileMark(device: status.device, inode: status.inode)
        } catch {
            throw ArchiveError(
                error.code == ENOENT ? .missing : .readOnly, operation: "open the archive",
                path: state + "/wiredesk.db", cause: error.reason)
        }
    }
}
