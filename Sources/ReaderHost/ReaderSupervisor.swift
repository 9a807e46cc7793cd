import LinuxSystem
import NewsModel
import ReaderProtocol
import Synchronization

/// The reader of one lane: a confined process that is started when it is needed and replaced when it crashed, hung, grew,
/// answered wrongly or has read enough files.
///
/// One lane calls `read`; `stop` may be called from any thread.
public final class ReaderSupervisor: Sendable {
    /// What a reader has been through.
    public struct Statistics: Sendable, Equatable {
        /// Processes started.
        public var started = 0
        /// Processes that ended other than by our wish.
        public var lost = 0
        /// The most resident memory that any ended process had, in KiB.
        public var peakKibibytes = 0
        /// Parts of the confinement that the kernel did not grant (bits of wd_lock_in, 0 for none).
        public var missingConfinement: UInt8 = 0

        /// Nothing so far.
        public init() {}
    }

    private struct State {
        var process: ReaderProcess?
        var filesRead = 0
        var statistics = Statistics()
        var isStopped = false
    }

    private let program: String
    private let limits: ReaderLimits
    private let state = Mutex(State())

    /// A reader that runs `program`; nothing is started yet.
    public init(program: String, limits: ReaderLimits) {
        self.program = program
        self.limits = limits
    }

    /// What this reader has been through so far.
    public var statistics: Statistics { state.withLock { $0.statistics } }

    /// Has a process read an open file, and hands its articles and member errors to `handle` as they come. When the
    /// reader says that it is a PDF, or holds one, the words are taken out by a program of its own (`PDFConversion`).
    ///
    /// - Parameters:
    ///   - explained: true to be told why, as `ReaderMessage.explanation`; false by default.
    ///   - isAccepted: true where a person says that what looks like no article is one; false by default.
    ///   - expect: told how many bytes the next message has where it does not come in one piece, before they are taken; what it
    ///     waits for is not the reader's fault and does not count.
    /// - Returns: the version of the reading rules that were used.
    /// - Throws: `ReaderFailure`; whatever `handle` throws.
    public func read(
        _ file: Descriptor, size: Int64, name: FileName, explained: Bool = false, isAccepted: Bool = false,
        expect: (Int) -> Void = { _ in },
        handle: (ReaderMessage) throws -> Void
    ) throws -> Int {
        let process = try current()
        do {
            try process.read(
                file, size: size, name: name, explained: explained, isAccepted: isAccepted,
                convert: convert(_:milliseconds:), expect: expect,
                handle: handle)
        } catch ReaderFailure.refused(let code, let message) {
            count(process)
            throw ReaderFailure.refused(code: code, message: message)
        } catch {
            // What `handle` throws is no fault of the reader.
            discard(process, isLost: error is ReaderFailure)
            throw error
        }
        count(process)
        return process.readerVersion
    }

    /// The words of a PDF: the file itself, or one within it that its reader hands back.
    private func convert(_ file: Descriptor, milliseconds: Int) throws(ReaderFailure) -> (file: Descriptor, size: Int64)
    {
        var limits = limits
        limits.timeoutMilliseconds = min(limits.timeoutMilliseconds, milliseconds)
        return try PDFConversion.words(of: file, program: program, limits: limits) { state.withLock { $0.isStopped } }
    }

    /// The version of the rules by which the reader program reads; starts a process where none is up.
    ///
    /// - Throws: `ReaderFailure`.
    public func version() throws -> Int { try current().readerVersion }

    /// Ends the process, also in the middle of a file; nothing is started any more.
    public func stop() {
        let process = state.withLock { state in
            state.isStopped = true
            return state.process
        }
        process?.kill()
    }

    /// Ends the process in order when no file is being read, and takes its peak memory into the statistics.
    public func finish() {
        let process = state.withLock { state in
            state.isStopped = true
            return state.process
        }
        if let process { discard(process, isLost: false) }
    }

    private func current() throws -> ReaderProcess {
        if let running = try state.withLock({ state throws -> ReaderProcess? in
            guard !state.isStopped else { throw ReaderFailure.stopped }
            return state.process
        }) {
            return running
        }
        let started = try ReaderProcess(program: program, limits: limits)
        // Stopped while it was starting: nobody would end it otherwise.
        guard !state.withLock({ $0.isStopped }) else {
            started.end()
            throw ReaderFailure.stopped
        }
        state.withLock { state in
            state.process = started
            state.filesRead = 0
            state.statistics.started += 1
            state.statistics.missingConfinement |= started.missingConfinement
        }
        return started
    }

    private func count(_ process: ReaderProcess) {
        let isWornOut = state.withLock { state in
            state.filesRead += 1
            return state.filesRead >= limits.filesPerProcess
        }
        if isWornOut { discard(process, isLost: false) }
    }

    private func discard(_ process: ReaderProcess, isLost: Bool) {
        let end = process.end()
        state.withLock { state in
            if state.process === process { state.process = nil }
            state.statistics.peakKibibytes = max(state.statistics.peakKibibytes, end.peakKibibytes)
            if isLost { state.statistics.lost += 1 }
        }
    }
}
