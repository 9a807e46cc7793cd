/// The limits of the reader processes, and what they look for.
public struct ReaderConfiguration: Sendable, Equatable {
    /// How long reading one file may take before the reader is ended and the file rejected; 60 seconds.
    public var timeout: Duration
    /// The memory of one reader in bytes; 1 GiB.
    public var memory: Int64
    /// After how many files a reader is replaced by a fresh one; 500.
    public var filesPerProcess: Int
    /// Whether people, organisations, places and quotations are looked for in articles; true.
    public var names: Bool

    /// Limits; everything that is not given has its default.
    public init(
        timeout: Duration = .seconds(60), memory: Int64 = 1 << 30, filesPerProcess: Int = 500, names: Bool = true
    ) {
        self.timeout = timeout
        self.memory = memory
        self.filesPerProcess = filesPerProcess
        self.names = names
    }
}
