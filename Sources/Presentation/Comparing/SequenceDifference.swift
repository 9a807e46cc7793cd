/// The difference between two sequences: what to keep, take out and put in to make the second of the first.
///
/// This is the greedy algorithm of Myers (An O(ND) Difference Algorithm and Its Variations, 1986) on what is left between
/// the common beginning and the common end. Its cost grows with the square of the number of differences, so that these are
/// bounded: sequences that differ in more than `largestDistance` places are told as one removal and one addition between
/// their common ends. The same input always gives the same result.
package struct SequenceDifference<Element: Hashable & Sendable>: Sendable {
    /// What becomes of one element.
    package enum Edit: Sendable, Hashable {
        /// It stands in both.
        case keep(Element)
        /// It stands in the first only.
        case remove(Element)
        /// It stands in the second only.
        case add(Element)
    }

    /// The elements of both in order; of a place where both differ, what is removed comes first.
    package let edits: [Edit]

    /// True when nothing differs.
    package var isEmpty: Bool { edits.allSatisfy { if case .keep = $0 { true } else { false } } }

    /// Compares two sequences.
    /// - Parameters:
    ///   - old: The first.
    ///   - new: The second.
    ///   - largestDistance: The most removals and additions that are looked for one by one. The default of 1,000 bounds the
    ///     work to some million steps and some megabytes.
    package init(from old: [Element], to new: [Element], largestDistance: Int = 1_000) {
        let start = zip(old, new).prefix { $0 == $1 }.count
        let rest = min(old.count, new.count) - start
        var end = 0
        while end < rest, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
        let oldMiddle = Array(old[start..<(old.count - end)])
        let newMiddle = Array(new[start..<(new.count - end)])
        let middle =
            Self.shortest(oldMiddle, newMiddle, largestDistance)
            ?? oldMiddle.map { .remove($0) } + newMiddle.map { .add($0) }
        edits = old[..<start].map { .keep($0) } + middle + old[(old.count - end)...].map { .keep($0) }
    }

    /// The shortest way from one to the other; nil where it is longer than allowed.
    private static func shortest(_ old: [Element], _ new: [Element], _ largest: Int) -> [Edit]? {
        if old.isEmpty || new.isEmpty { return old.map { .remove($0) } + new.map { .add($0) } }
        let bound = min(old.count + new.count, max(0, largest))
        // The furthest place in `old` on each diagonal (place in `old` less place in `new`), by distance.
        var furthest = [Int](repeating: 0, count: 2 * bound + 3)
        var history: [[Int]] = []
        func index(_ diagonal: Int) -> Int { diagonal + bound + 1 }
        for distance in 0...bound {
            // Only the diagonals that this distance can reach are kept.
            history.append(Array(furthest[index(-distance - 1)...index(distance + 1)].prefix(2 * distance + 3)))
            for diagonal in stride(from: -distance, through: distance, by: 2) {
                let isDown =
                    diagonal == -distance
                    || diagonal != distance && furthest[index(diagonal - 1)] < furthest[index(diagonal + 1)]
                var x = isDown ? furthest[index(diagonal + 1)] : furthest[index(diagonal - 1)] + 1
                while x < old.count, x - diagonal < new.count, old[x] == new[x - diagonal] { x += 1 }
                furthest[index(diagonal)] = x
                if x >= old.count, x - diagonal >= new.count { return path(old, new, history) }
            }
        }
        return nil
    }

    /// Walks back from the end, and so gives the edits in order of their places.
    private static func path(_ old: [Element], _ new: [Element], _ history: [[Int]]) -> [Edit] {
        var reversed: [Edit] = []
        var x = old.count
        var y = new.count
        for distance in stride(from: history.count - 1, through: 1, by: -1) {
            let before = history[distance]
            func value(_ diagonal: Int) -> Int { before[diagonal + distance + 1] }
            let diagonal = x - y
            let isDown =
                diagonal == -distance || diagonal != distance && value(diagonal - 1) < value(diagonal + 1)
            let previous = isDown ? diagonal + 1 : diagonal - 1
            let previousX = value(previous)
            let previousY = previousX - previous
            while x > previousX, y > previousY {
                x -= 1
                y -= 1
                reversed.append(.keep(old[x]))
            }
            if isDown {
                y -= 1
                reversed.append(.add(new[y]))
            } else {
                x -= 1
                reversed.append(.remove(old[x]))
            }
        }
        while x > 0, y > 0 {
            x -= 1
            y -= 1
            reversed.append(.keep(old[x]))
        }
        return removalsFirst(reversed.reversed())
    }

    private static func removalsFirst(_ edits: some Sequence<Edit>) -> [Edit] {
        var result: [Edit] = []
        var added: [Edit] = []
        for edit in edits {
            switch edit {
            case .remove: result.append(edit)
            case .add: added.append(edit)
            case .keep:
                result += added
                added.removeAll()
                result.append(edit)
            }
        }
        return result + added
    }
}
