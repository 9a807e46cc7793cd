import NewsModel

/// Sees to it that nothing is made of a record of a packed web archive before the checksum of its gzip member was found right:
/// damaged bytes often unpack to something, only not to what was packed.
///
/// Where several records are packed as one member the checksum comes too late for all but the last, and is not waited for.
final class RecordChecker {
    /// Bytes that stand between two records.
    private static let gap = 4

    private let input: ByteInput
    private var failureBehind: ReadingFailure?

    init(_ input: ByteInput) { self.input = input }

    /// Passes over what is left of a record and looks as far behind it as is needed to know that it is sound.
    ///
    /// - Throws: `.malformed` or `.truncated` when it is not; what the input throws.
    func verify(_ record: BoundedStream) throws {
        try record.finish()
        let end = input.offset
        do {
            try input.fill(Self.gap + 1)
        } catch let failure as ReadingFailure {
            guard input.verifiedOffset >= end else { throw failure }
            failureBehind = failure
        }
    }

    /// What was found to be wrong behind the last record, once.
    func takeFailureBehind() -> ReadingFailure? {
        defer { failureBehind = nil }
        return failureBehind
    }
}
