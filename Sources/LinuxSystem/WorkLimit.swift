import Glibc

/// What a long piece of work looks at after each portion: whether somebody still waits for its result, and whether it still comes on.
public struct WorkLimit {
    /// The slowest that a disk or a network is expected to give or take bytes, in bytes a second.
    public static let slowestBytes: Int64 = 1 << 20
    /// Seconds beyond the time that the bytes may take: a disk may sleep, and a server be started anew.
    public static let graceSeconds: Int64 = 120

    private let cancellation: Cancellation?
    private let progressed: ((_ done: Int64, _ size: Int64) -> Void)?
    private let clock: any Clock
    private let begun: UInt64

    /// A limit for one piece of work that begins now.
    ///
    /// - Parameters:
    ///   - cancellation: ends the work at its next look; nil for never.
    ///   - progressed: is told of the bytes that are done, and of how many; nil for nobody.
    public init(
        cancellation: Cancellation? = nil, clock: any Clock = SystemClock(),
        progressed: ((_ done: Int64, _ size: Int64) -> Void)? = nil
    ) {
        self.cancellation = cancellation
        self.progressed = progressed
        self.clock = clock
        begun = clock.monotonicNanoseconds
    }

    /// Looks whether the work may go on.
    ///
    /// - Parameters:
    ///   - done: bytes that are done.
    ///   - size: the bytes of the whole work; 0 where that is not known.
    /// - Throws: `SystemError` with ECANCELED when it was cancelled, with ETIMEDOUT when it is past its time.
    public func check(done: Int64, of size: Int64) throws(SystemError) {
        if cancellation?.isCancelled == true {
            throw SystemError(operation: "go on with", path: "\(size) bytes", code: ECANCELED)
        }
        let allowed = Self.graceSeconds + max(done, size) / Self.slowestBytes
        let seconds = Int64(clamping: (clock.monotonicNanoseconds &- begun) / 1_000_000_000)
        guard seconds <= allowed else {
            throw SystemError(
                operation: "do more than \(done) bytes in \(allowed) seconds of", path: "\(size) bytes", code: ETIMEDOUT
            )
        }
        progressed?(done, size)
    }
}
