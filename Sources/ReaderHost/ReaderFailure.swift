import Glibc
import LinuxSystem
import NewsModel
import ReaderProtocol

/// Why a reader process did not give an answer to a file.
public enum ReaderFailure: Error, Sendable {
    /// The file cannot be read, as the reader itself said.
    case refused(code: ReasonCode, message: String)
    /// The reader died.
    case crashed(signal: Int32, exitStatus: Int32)
    /// The reader died at its memory limit.
    case outOfMemory(limitBytes: UInt64)
    /// The reader made no progress in time.
    case timedOut(milliseconds: Int)
    /// The reader made no progress in time since somebody had stopped its process (SIGSTOP).
    case suspended(milliseconds: Int)
    /// The reader answered something that is not a valid answer.
    case invalidAnswer(StreamError)
    /// No reader could be started: a fault of the surroundings, not of the file.
    case unavailable(SystemError)
    /// The desk is stopping and ended the reader.
    case stopped

    /// The rejection of the file, or nil where the file is not to blame.
    public var rejection: Rejection? {
        switch self {
        case .refused(let code, let message): Rejection(stage: .reading, code: code, message: message)
        case .crashed(let signal, let status):
            Rejection(
                stage: .reading, code: .readerCrashed,
                message:
                    "the reader process died on this file (\(signal > 0 ? "signal \(signal)" : "exit status \(status)"));"
                    + " the file is kept, please report it")
        case .outOfMemory(let limit):
            Rejection(
                stage: .reading, code: .readerMemory,
                message: "the reader process needed more than its memory limit of \(limit >> 20) MiB on this file;"
                    + " raise reader.memory if the file deserves it")
        case .timedOut(let milliseconds):
            Rejection(
                stage: .reading, code: .readerTimeout,
                message: "the reader process made no progress in \(milliseconds / 1000) s and was ended;"
                    + " raise reader.timeout if the file deserves it")
        case .suspended(let milliseconds):
            Rejection(
                stage: .reading, code: .readerTimeout,
                message:
                    "the reader process was stopped from outside (SIGSTOP), made no progress in \(milliseconds / 1000) s and was"
                    + " ended, again and again; find out what stops it, and retry the delivery")
        case .invalidAnswer(let error):
            Rejection(
                stage: .reading, code: .readerProtocol,
                message: "the reader process gave an answer that is not valid (\(error)) and was ended")
        case .unavailable, .stopped: nil
        }
    }

    /// True when the reader itself has said that the file cannot be read.
    public var isOfContent: Bool { if case .refused = self { true } else { false } }

    /// True when the reader was killed or stopped by somebody else, which says nothing of the file.
    public var isFromOutside: Bool {
        switch self {
        case .crashed(let signal, _): signal == SIGKILL
        case .suspended: true
        default: false
        }
    }
}
