import LinuxSystem
import NewsModel

/// Counts what stands in an inbox, for a status.
public struct InboxCensus: Sendable, Equatable {
    /// Files that are eligible and whose outcome is not durable.
    public var eligible = 0
    /// Names that the rules ignore.
    public var ignored = 0
    /// When the oldest eligible file changed last, in nanoseconds since 1970; nil for none.
    public var oldestChangedNanoseconds: Int64?
    /// How many eligible files are of each age: one figure for each bound of `ageBounds`, and one for all that are older. The age
    /// of a file is the time since it changed last, as qshape(1) of Postfix has it for mails.
    public var ages = [Int](repeating: 0, count: ageBounds.count + 1)
    /// False when the time ran out before everything was counted.
    public var isComplete = true

    /// The upper bounds of the ages in seconds: 1 and 5 minutes, half an hour, 2 and 12 hours, 1 and 3 days.
    public static let ageBounds = [60, 300, 1800, 7200, 43_200, 86_400, 259_200]

    /// Nothing counted yet.
    public init() {}

    /// Counts an inbox, for at most `milliseconds`.
    ///
    /// - Throws: `SystemError` when the inbox cannot be opened.
    public static func take(
        path: String, rules: IgnoreRules, milliseconds: Int = 500, isDurable: (FileName, FileIdentity) -> Bool
    ) throws(SystemError) -> InboxCensus {
        let clock = SystemClock()
        let end = clock.monotonicNanoseconds + UInt64(max(0, milliseconds)) * 1_000_000
        var scan = try DirectoryScan(Descriptor.directory(path: path), rules: rules)
        var census = InboxCensus()
        let now = clock.wallMilliseconds
        var steps = 0
        while let step = scan.next() {
            steps += 1
            if steps % 256 == 0, clock.monotonicNanoseconds > end {
                census.isComplete = false
                break
            }
            switch step {
            case .file(let path, let status):
                guard !isDurable(FileName(bytes: path), status.identity) else { continue }
                census.eligible += 1
                census.oldestChangedNanoseconds = min(
                    census.oldestChangedNanoseconds ?? .max, status.changedNanoseconds)
                let age = Int(max(0, now - status.changedNanoseconds / 1_000_000) / 1000)
                census.ages[ageBounds.firstIndex { age <= $0 } ?? ageBounds.count] += 1
            case .ignored, .companion, .aside: census.ignored += 1
            case .directory, .special, .failed, .refused: break
            }
        }
        return census
    }
}
