import Glibc

/// What a long piece of work looks at before each portion: whether somebody still waits for its result, and whether it still comes on.
public struct WorkLimit {
    /// Seconds before anything is asked of the work: a disk may have to spin up, or be busy with others.
    public static let graceSeconds: Int64 = 60
    /// Beyond that so many bytes a second on the average: a tenth of what a slow network disk gives.
    public static let slowestBytes: Int64 = 256 << 10

    private let cancellation: Cancellation?
    private let isWanted: (() -> Bool)?
    private let progressed: ((_ done: Int64, _ size: Int64) -> Void)?
    private let clock: any Clock
    private let begun: UInt64

    /// A limit for one piece of work that begins now.
    ///
    /// - Parameters:
    ///   - cancellation: ends the work at its next look; nil for never.
    ///   - progressed: is told of the bytes that are done, and of how many (0 where that is not known); nil for nobody.
    ///   - isWanted: asked whether somebody still waits for the result; nil for always.
    public init(
        cancellation: Cancellation? = nil, clock: any Clock = SystemClock(),
        progressed: ((_ done: Int64, _ size: Int64) -> Void)? = nil, isWanted: (() -> Bool)? = nil
    ) {
        self.cancellation = cancellation
        self.isWanted = isWanted
        self.progressed = progressed
        self.clock = clock
        begun = clock.monotonicNanoseconds
    }

    /// Looks whether the work may go on.
    ///
    /// - Parameters:
    ///   - done: bytes that are done.
    ///   - size: the bytes of the whole work; 0 where that is not known.
    /// - Throws: `SystemError` with ECANCELED when nobody waits for it, with ETIMEDOUT when it does not come on.
    public func check(done: Int64, of size: Int64) throws(SystemError) {
        if cancellation?.isCancelled == true || isWanted?() == false {
            throw SystemError(operation: "go on", path: "behind \(done) bytes", code: ECANCELED)
        }
        let seconds = Int64(clamping: (clock.monotonicNanoseconds &- begun) / 1_000_000_000)
        guard seconds <= Self.graceSeconds + done / Self.slowestBytes else {
            throw SystemError(operation: "get more than", path: "\(done) bytes in \(seconds) seconds", code: ETIMEDOUT)
        }
        progressed?(done, size)
    }
}
