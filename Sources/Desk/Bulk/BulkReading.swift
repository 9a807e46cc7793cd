import CLinux
import Foundation
import Glibc
import Intake
import LinuxSystem
import NewsModel
import ReaderHost
import ReaderProtocol
import Synchronization

/// Reads files through confined readers without an archive, several at a time, and tells the results in the order of the input.
public final class BulkReading: Sendable {
    /// Files whose results are held back at most, a job, until it is their turn.
    private static let aheadPerJob = 16
    /// Lines of one file that are held back at most until it is its turn; a container may have a hundred thousand.
    private static let heldLines = 256

    private let program: String
    private let limits: ReaderLimits
    private let jobs: Int
    private let explains: Bool
    private let capture: FileCapture

    /// A reading with `jobs` readers.
    ///
    /// - Parameter explains: true to be told why pages are read as they are; false by default.
    /// - Throws: `SystemError` when no temporary directory can be opened.
    public init(program: String, limits: ReaderLimits, jobs: Int, explains: Bool = false) throws(SystemError) {
        self.explains = explains
        self.program = program
        self.limits = limits
        self.jobs = max(1, jobs)
        let temporary = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
        capture = FileCapture(workDirectory: try Descriptor.directory(path: temporary))
    }

    /// What is to be read.
    public enum Input: Sendable {
        /// A file by its path.
        case path(FileName)
        /// The standard input, under the name `-`.
        case standardInput

        var name: FileName {
            switch self {
            case .path(let name): name
            case .standardInput: FileName("-")
            }
        }
    }

    /// Reads everything; `tell` is called for each line, one at a time, in the order of `inputs`.
    public func read(_ inputs: [Input], tell: @escaping @Sendable (ReadingLine) -> Void) {
        let state = Progress(ahead: Self.aheadPerJob * jobs, heldLines: Self.heldLines)
        let group = DispatchGroup()
        for job in 0..<min(jobs, max(1, inputs.count)) {
            let queue = DispatchQueue(label: "wiredesk.read.\(job)")
            queue.async(group: group) { [self] in
                let reader = ReaderSupervisor(program: program, limits: limits)
                defer { reader.finish() }
                while let index = state.take(of: inputs.count) {
                    readLines(of: inputs[index], reader) { state.add($0, of: index, tell: tell) }
                    state.complete(index, tell: tell)
                }
            }
        }
        group.wait()
    }

    private func readLines(of input: Input, _ reader: ReaderSupervisor, _ add: (ReadingLine) -> Void) {
        var articles = 0
        do {
            let copy = try sealedCopy(of: input)
            if copy.size == 0 {
                return add(
                    .failure(file: input.name, path: nil, index: 0, code: "empty", message: "the file has no bytes"))
            }
            _ = try reader.read(copy.descriptor, size: copy.size, name: input.name.lastComponent, explained: explains) {
                message in
                switch message {
                case .article(let article):
                    add(.article(file: input.name, index: articles, article))
                    articles += 1
                case .memberError(let error):
                    add(
                        .failure(
                            file: input.name, path: error.path, index: articles, code: error.code.rawValue,
                            message: error.message))
                case .explanation(let line): add(.explanation(file: input.name, line))
                case .hello, .begin, .progress, .conversion, .fileConversion, .end, .failure: break
                }
            }
        } catch {
            let (code, message) = Self.explain(error)
            add(.failure(file: input.name, path: nil, index: articles, code: code, message: message))
        }
    }

    private func sealedCopy(of input: Input) throws -> SealedCopy {
        switch input {
        case .standardInput:
            return try capture.capture(spooledStandardInput())
        case .path(let name):
            return try capture.capture(Descriptor.file(path: name.bytes, shown: name.display))
        }
    }

    /// Standard input is often a pipe; it is copied into a file without a name first.
    private func spooledStandardInput() throws -> Descriptor {
        let spool = try capture.spool()
        var buffer = [UInt8](repeating: 0, count: 256 << 10)
        while true {
            let count = buffer.withUnsafeMutableBytes { Glibc.read(STDIN_FILENO, $0.baseAddress, $0.count) }
            if count == 0 { return spool }
            guard count > 0 else {
                let code = errno
                if code == EINTR { continue }
                throw SystemError(operation: "read", path: "standard input", code: code)
            }
            try buffer[..<count].withUnsafeBytes { bytes in try spool.writeAll(bytes) }
        }
    }

    private static func explain(_ error: any Error) -> (code: String, message: String) {
        switch error {
        case let failure as ReaderFailure:
            if let rejection = failure.rejection { return (rejection.code.rawValue, rejection.message) }
            if case .unavailable(let cause) = failure { return ("reader-unavailable", cause.description) }
            return ("stopped", "the reading was stopped")
        case CaptureFailure.notAFile: return ("not-a-file", "it is not a regular file")
        case CaptureFailure.changed: return ("changed", "the file changed while it was read; read it again")
        case CaptureFailure.vanished: return ("unreadable", "there is no such file")
        case CaptureFailure.unreadable(let cause), CaptureFailure.surroundings(let cause):
            return ("unreadable", cause.description)
        case let cause as SystemError: return ("unreadable", cause.description)
        default: return ("unreadable", "\(error)")
        }
    }
}

extension BulkReading {
    /// Who reads what next, and what waits for its turn to be told.
    ///
    /// `@unchecked Sendable`: everything is only touched with the condition locked.
    private final class Progress: @unchecked Sendable {
        private let condition = NSCondition()
        private let ahead: Int
        private var nextToTake = 0
        private var nextToTell = 0
        private var held: [Int: [ReadingLine]] = [:]
        private var complete: Set<Int> = []
        private let heldLines: Int

        init(ahead: Int, heldLines: Int) {
            self.ahead = ahead
            self.heldLines = heldLines
        }

        func take(of count: Int) -> Int? {
            condition.lock()
            defer { condition.unlock() }
            while nextToTake < count, nextToTake - nextToTell >= ahead { condition.wait() }
            guard nextToTake < count else { return nil }
            defer { nextToTake += 1 }
            return nextToTake
        }

        /// Tells a line, or holds it back until it is its file's turn; waits where too many are held back.
        func add(_ line: ReadingLine, of index: Int, tell: (ReadingLine) -> Void) {
            condition.lock()
            defer { condition.unlock() }
            while index != nextToTell, held[index, default: []].count >= heldLines { condition.wait() }
            guard index == nextToTell else { return held[index, default: []].append(line) }
            held.removeValue(forKey: index)?.forEach(tell)
            tell(line)
        }

        func complete(_ index: Int, tell: (ReadingLine) -> Void) {
            condition.lock()
            defer { condition.unlock() }
            complete.insert(index)
            while complete.remove(nextToTell) != nil {
                held.removeValue(forKey: nextToTell)?.forEach(tell)
                nextToTell += 1
            }
            condition.broadcast()
        }
    }
}
