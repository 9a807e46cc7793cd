/// What a reader process may use, and what it is to look for.
public struct ReaderLimits: Sendable, Equatable {
    /// Address space of a reader in bytes (RLIMIT_AS); 0 for no limit (sanitizers need that). 1 GiB by default: a page of the
    /// largest size that is read takes some 400 MiB.
    public var memoryBytes: UInt64
    /// Milliseconds in which a reader must make progress (begin, the next article, the end). 60,000 by default.
    public var timeoutMilliseconds: Int
    /// Milliseconds in which a new reader must be ready. 10,000 by default: a cold disk and a busy machine.
    public var startMilliseconds: Int
    /// Files after which a reader is replaced, which bounds what a leak or a slow corruption can do. 500 by default.
    public var filesPerProcess: Int
    /// Whether people, organisations, places and quotations are looked for in articles. True by default.
    public var findsNames: Bool

    /// Limits; the defaults are those of the configuration.
    public init(
        memoryBytes: UInt64 = 1 << 30, timeoutMilliseconds: Int = 60_000, startMilliseconds: Int = 10_000,
        filesPerProcess: Int = 500, findsNames: Bool = true
    ) {
        self.memoryBytes = memoryBytes
        self.timeoutMilliseconds = timeoutMilliseconds
        self.startMilliseconds = startMilliseconds
        self.filesPerProcess = filesPerProcess
        self.findsNames = findsNames
    }

    /// The longest a file of `size` bytes may take although articles keep coming: the timeout once, and once more a mebibyte.
    func totalMilliseconds(size: Int64) -> Int {
        timeoutMilliseconds.multipliedReportingOverflow(by: Int(clamping: 1 + size >> 20)).partialValue
    }
}
