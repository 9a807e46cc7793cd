/// Makes a history that fails shorter, as long as it fails.
struct Shrinking {
    /// Runs that it may take.
    static let mostRuns = 400

    /// Whether a history fails.
    let fails: (History) -> Bool
    private var runs = 0

    init(fails: @escaping (History) -> Bool) { self.fails = fails }

    /// The shortest history found: pieces of steps are left out, halves first and single steps in the end.
    mutating func shrink(_ history: History) -> History {
        var history = history
        var length = max(1, history.steps.count / 2)
        while runs < Self.mostRuns {
            var start = 0
            var hasShrunk = false
            while start < history.steps.count, runs < Self.mostRuns {
                var shorter = history
                shorter.steps.removeSubrange(start..<min(start + length, history.steps.count))
                runs += 1
                if fails(shorter) {
                    history = shorter
                    hasShrunk = true
                } else {
                    start += length
                }
            }
            if length == 1, !hasShrunk { break }
            length = max(1, length / 2)
        }
        return history
    }
}
