import NewsModel

/// What is packed in an input: the contents of all its members, one after the other.
///
/// Bytes behind the last member are padding or rubbish and are passed over, as gzip(1) and xz(1) do. What came out before a place
/// of damage is handed out first; the damage is thrown then. Whoever reads on finds the contents of the next member that can be
/// found, which makes sense only for formats that pack each record by itself, such as a web archive.
package final class DecompressedStream: ByteStream {
    private enum State {
        case inMember
        case betweenMembers
        case damaged
        case ended
    }

    /// Bytes that tell whether another member begins.
    private static let signatureBytes = 6
    /// Zero bytes between members that are passed over: tape blocks are padded so.
    private static let paddingBytes = 1 << 20

    private let packed: ByteInput
    private let decompressor: any Decompressor
    private let budget: ReadingBudget
    private var state = State.inMember
    private var produced = 0
    /// Bytes from the start whose members are complete, so that their checksums were right.
    private(set) var verifiedBytes = 0
    private let begin: Int
    private var memberBegin: Int

    /// A stream of what `packed` unpacks to, which stands at the beginning of a member.
    ///
    /// - Parameter budget: what may come out is bounded by it.
    package init(_ packed: ByteInput, _ decompressor: any Decompressor, budget: ReadingBudget) {
        self.packed = packed
        self.decompressor = decompressor
        self.budget = budget
        begin = packed.offset
        memberBegin = begin
    }

    package func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            switch state {
            case .ended: return 0
            case .damaged: if decompressor.hasMembers { try findMember() } else { state = .ended }
            case .betweenMembers: try beginMember()
            case .inMember:
                let available = try packed.fill(1)
                let step: DecompressionStep
                do throws(ReadingFailure) {
                    step = try decompressor.decompress(packed.buffered, into: buffer)
                } catch {
                    state = .damaged
                    throw error
                }
                packed.consume(step.consumed)
                if step.isEnd {
                    verifiedBytes = produced + step.produced
                    state = decompressor.hasMembers ? .betweenMembers : .ended
                }
                if step.produced > 0 {
                    produced += step.produced
                    try budget.countUnpacked(step.produced, total: produced, from: packed.offset - begin)
                    return step.produced
                }
                guard step.isEnd || available > 0 else {
                    state = .ended
                    throw ReadingFailure(
                        .truncated, "The \(decompressor.name) data ends in the middle: it was cut off.")
                }
            }
        }
    }

    private func beginMember() throws {
        var padding = 0
        while try packed.fill(1) > 0, packed.buffered[0] == 0, padding < Self.paddingBytes {
            let zeros = packed.buffered.prefix { $0 == 0 }.count
            packed.consume(zeros)
            padding += zeros
        }
        guard try packed.fill(Self.signatureBytes) > 0 else {
            state = .ended
            return
        }
        guard decompressor.beginsMember(packed.buffered) else {
            // At the very end it is rubbish; in the middle, members may follow it.
            (state, memberBegin) = (.damaged, packed.offset)
            return
        }
        try decompressor.reset()
        (state, memberBegin) = (.inMember, packed.offset)
    }

    /// Goes to the next place where a member may begin.
    private func findMember() throws {
        // Where nothing of the member was used it must not be found again.
        if packed.offset == memberBegin { packed.consume(min(1, packed.buffered.count)) }
        while try packed.fill(Self.signatureBytes) > 0 {
            let bytes = packed.buffered
            let last = max(1, bytes.count - Self.signatureBytes + 1)
            for start in 0..<last
            where decompressor.beginsMember(UnsafeBufferPointer(rebasing: bytes[start...])) {
                packed.consume(start)
                try decompressor.reset()
                (state, memberBegin) = (.inMember, packed.offset)
                return
            }
            packed.consume(last)
        }
        state = .ended
    }
}
