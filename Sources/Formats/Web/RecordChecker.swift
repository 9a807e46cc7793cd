import Bytes
import NewsModel

/// Sees to it that nothing is made of a record of a packed web archive before the checksum of its gzip member was found right:
/// damaged bytes often unpack to something, only not to what was packed.
///
/// Where several records are packed as one member the checksum comes too late for all but the last, and is not waited for.
final class RecordChecker {
    /// Bytes that stand between two records.
    private static let gap = 4
    /// Bytes by which a record is told: the line that describes it in the older form, with a long address.
    private static let lookAhead = 4096

    /// Bytes behind a record that are looked through for the end of its member, and those that are read at once.
    private static let searched = 8 << 20
    private static let step = 64 << 10

    private let input: ByteInput
    private var failureBehind: ReadingFailure?
    private var foundDamage = false

    private let beginsRecord: (UnsafeBufferPointer<UInt8>) -> Bool

    /// - Parameter beginsRecord: whether the next record begins with these bytes, of which there are at least
    ///   `lookAhead` unless the input ends before.
    init(_ input: ByteInput, beginsRecord: @escaping (UnsafeBufferPointer<UInt8>) -> Bool) {
        self.input = input
        self.beginsRecord = beginsRecord
    }

    /// Passes over what is left of a record and looks as far behind it as is needed to know that it is sound.
    ///
    /// - Throws: `.malformed` or `.truncated` when it is not; what the input throws.
    func verify(_ record: BoundedStream) throws {
        do { try check(record) } catch {
            foundDamage = true
            throw error
        }
    }

    private func check(_ record: BoundedStream) throws {
        try record.finish()
        let end = input.offset
        do {
            try input.fill(Self.gap + 1)
            // Where no other record follows in the same member, its end is waited for.
            while try input.verifiedOffset < end && !isAtRecord() {
                let held = input.buffered.count
                guard held < Self.searched, try input.fill(held + Self.step) > held else {
                    throw ReadingFailure(.malformed, "Behind the record there are bytes that belong to none.")
                }
            }
        } catch let failure as ReadingFailure {
            // What is at hand behind the record is of the damaged member.
            input.consume(input.buffered.count)
            guard input.verifiedOffset >= end else { throw failure }
            failureBehind = failure
        }
    }

    /// Whether empty lines and another record come next.
    private func isAtRecord() throws -> Bool {
        try input.fill(Self.lookAhead)
        let rest = input.buffered.drop { $0 == 0x0A || $0 == 0x0D }
        return beginsRecord(UnsafeBufferPointer(rebasing: rest))
    }

    /// Whether the last record was found damaged, once: what follows at once is of the same damage.
    func takeDamage() -> Bool {
        defer { foundDamage = false }
        return foundDamage
    }

    /// What was found to be wrong behind the last record, once.
    func takeFailureBehind() -> ReadingFailure? {
        defer { failureBehind = nil }
        return failureBehind
    }
}
