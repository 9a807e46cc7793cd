/// Numbers with separators.
///
/// While such a number is open its separators are written as they came (`.`, `,`, and `_` for spaces and apostrophes
/// between groups); `finishNumber` decides what they meant.
extension FoldMachine {
    /// Writes a separator between two digits; always joins for the moment.
    mutating func joinNumber(_ separator: UInt8) -> Bool {
        if numberAt < 0 {
            var start = count
            while start > tokenStart, isASCIIDigit(out[start - 1]) { start -= 1 }
            numberAt = start
        }
        append(separator)
        return true
    }

    /// Rewrites the digits and separators since `numberAt`: groups of three are joined, one decimal sign becomes a full
    /// stop, anything else separates.
    mutating func finishNumber() {
        let start = numberAt
        numberAt = -1
        var separators = 0
        var lastSeparator = start
        for index in start..<count where !isASCIIDigit(out[index]) {
            separators += 1
            lastSeparator = index
        }
        if areGroups(start..<count) {
            removeSeparators(from: start, upTo: count)
        } else if out[lastSeparator] != 0x5F, separators == 1 || isGroupedDecimal(start, lastSeparator) {
            let decimals = count - lastSeparator
            removeSeparators(from: start, upTo: lastSeparator)
            out[count - decimals] = 0x2E
        } else {
            for index in start..<count where !isASCIIDigit(out[index]) {
                out[index] = .space
                tokenStart = index + 1
            }
        }
    }

    /// Whether the number is grouped up to its last separator, which is another sign: `1,234.56`.
    private func isGroupedDecimal(_ start: Int, _ lastSeparator: Int) -> Bool {
        guard areGroups(start..<lastSeparator) else { return false }
        return !(start..<lastSeparator).contains { out[$0] == out[lastSeparator] }
    }

    /// Whether digits stand in groups of three behind one to three digits that do not begin with 0, one sign between.
    private func areGroups(_ range: Range<Int>) -> Bool {
        guard out[range.lowerBound] != 0x30 else { return false }
        var group = 0
        var sign: UInt8?
        for index in range {
            if isASCIIDigit(out[index]) {
                group += 1
                continue
            }
            let isFirst = sign == nil
            guard isFirst ? group <= 3 : group == 3, isFirst || sign == out[index] else { return false }
            sign = out[index]
            group = 0
        }
        return sign != nil && group == 3
    }

    /// Closes the gaps between `start` and `end` of the output and moves the rest up.
    private mutating func removeSeparators(from start: Int, upTo end: Int) {
        var place = start
        for index in start..<count where index >= end || isASCIIDigit(out[index]) {
            out[place] = out[index]
            place += 1
        }
        count = place
    }
}
