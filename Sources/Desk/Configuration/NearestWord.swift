/// Finds the known word that was probably meant.
package enum NearestWord {
    /// The word with the fewest edits from what was written, if they are no more than a third of its letters (at least one,
    /// at most three): more is another word, not a slip.
    package static func find(to written: String, among known: [String]) -> String? {
        let measured = known.map { (word: $0, distance: distance(written.lowercased(), $0)) }
        guard let best = measured.min(by: { $0.distance < $1.distance }) else { return nil }
        let allowed = min(3, max(1, best.word.count / 3))
        return best.distance <= allowed ? best.word : nil
    }

    /// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other (the restricted
    /// Damerau-Levenshtein distance). Words over 64 letters count as far from everything.
    static func distance(_ first: String, _ second: String) -> Int {
        let a = Array(first.unicodeScalars)
        let b = Array(second.unicodeScalars)
        guard a.count <= 64, b.count <= 64 else { return .max }
        guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for i in 1...a.count {
            var row = [i]
            for j in 1...b.count {
                let replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
                var cost = min(replaced, last[j] + 1, row[j - 1] + 1)
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, beforeLast[j - 2] + 1) }
                row.append(cost)
            }
            beforeLast = last
            last = row
        }
        return last[b.count]
    }
}
