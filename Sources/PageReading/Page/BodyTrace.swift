/// What became of each block while a body was chosen, for whoever looks into a page that was read badly.
///
/// The selection notes why it refuses or drops a block, if it is given a trace; without one nothing is noted.
final class BodyTrace {
    /// Why a block is not in the body, by the block's index.
    private(set) var reasons: [Int: String] = [:]

    /// Notes the reason for a block; the first one stands.
    func note(_ block: Int, _ reason: String) {
        if reasons[block] == nil { reasons[block] = reason }
    }

    /// Notes one reason for all blocks that were kept before and are no more.
    func note(_ before: [Int], without after: [Int], _ reason: String) {
        let left = Set(after)
        for block in before where !left.contains(block) { note(block, reason) }
    }
}
