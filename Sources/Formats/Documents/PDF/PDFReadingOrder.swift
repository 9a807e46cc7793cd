/// Puts the blocks of a page into the order in which a reader takes them: columns from left to right, what spans them where it stands.
///
/// A recursive cut after Nagy and Seth, "Hierarchical Representation of Optically Scanned Documents" (1984), with one change: what crosses
/// the gap between columns, such as a headline or a caption, parts what stands above it from what stands below.
struct PDFReadingOrder {
    /// More blocks than these on one page are a table or a map; they stay as they are.
    private static let mostBlocks = 200
    /// Cuts within one another: columns in columns, and what crosses them.
    private static let deepestCut = 24
    /// Places between which columns are looked for on a page: every eight points of a sheet of letter paper.
    private static let mostPlaces = 80
    /// Points that part two columns at least.
    private static let narrowestGap = 4.0

    private struct Block {
        var lines: [PDFLayout.Line]
        var left: Double
        var right: Double
        var top: Double
        var bottom: Double
    }

    /// The lines, page by page in reading order.
    static func ordered(_ lines: [PDFLayout.Line]) -> [PDFLayout.Line] {
        var result: [PDFLayout.Line] = []
        result.reserveCapacity(lines.count)
        var start = 0
        while start < lines.count {
            var end = start
            while end < lines.count, lines[end].page == lines[start].page { end += 1 }
            let blocks = blocks(of: lines[start..<end])
            result += (blocks.count > mostBlocks ? blocks : ordered(blocks)).flatMap(\.lines)
            start = end
        }
        return result
    }

    private static func blocks(of lines: ArraySlice<PDFLayout.Line>) -> [Block] {
        var blocks: [Block] = []
        for line in lines {
            if let last = blocks.last, last.lines[0].block == line.block {
                blocks[blocks.count - 1] = Block(
                    lines: last.lines + [line], left: min(last.left, line.left), right: max(last.right, line.right),
                    top: min(last.top, line.top), bottom: max(last.bottom, line.bottom))
            } else {
                blocks.append(
                    Block(lines: [line], left: line.left, right: line.right, top: line.top, bottom: line.bottom))
            }
        }
        return blocks
    }

    private static func ordered(_ blocks: [Block], depth: Int = 0) -> [Block] {
        guard blocks.count > 1, depth < deepestCut, let gap = gap(in: blocks) else {
            return blocks.sorted { $0.top != $1.top ? $0.top < $1.top : $0.left < $1.left }
        }
        let crossing = blocks.filter { $0.left < gap && $0.right > gap }.sorted { $0.top < $1.top }
        guard let first = crossing.first else {
            return ordered(blocks.filter { $0.right <= gap }, depth: depth + 1)
                + ordered(blocks.filter { $0.right > gap }, depth: depth + 1)
        }
        let rest = blocks.filter { $0.right <= gap || $0.left >= gap }
        // What overlaps with it in height stands beside it.
        let above = rest.filter { $0.bottom <= first.top + 1 || $0.top < first.top - 1 }
        let below = rest.filter { !($0.bottom <= first.top + 1 || $0.top < first.top - 1) } + crossing.dropFirst()
        return ordered(above, depth: depth + 1) + [first] + ordered(below, depth: depth + 1)
    }

    /// Where columns part: a place that fewest blocks cross, with blocks beside one another on both sides of it; nil for one column.
    private static func gap(in blocks: [Block]) -> Double? {
        var best: (place: Double, crossing: Int)?
        for edge in places(of: blocks) {
            let next = blocks.lazy.map(\.left).filter { $0 >= edge + narrowestGap }.min()
            guard let next else { continue }
            let place = (edge + next) / 2
            let left = blocks.filter { $0.right <= place }
            let right = blocks.filter { $0.left >= place }
            let crossing = blocks.count - left.count - right.count
            guard crossing < best?.crossing ?? .max, crossing * 2 <= blocks.count, areBeside(left, right) else {
                continue
            }
            best = (place, crossing)
        }
        return best?.place
    }

    /// The right edges of blocks, those that stand together as one.
    private static func places(of blocks: [Block]) -> [Double] {
        var places: [Double] = []
        for edge in blocks.map(\.right).sorted() where edge - (places.last ?? -.infinity) >= 2 * narrowestGap {
            places.append(edge)
        }
        return Array(places.prefix(mostPlaces))
    }

    /// Whether some block on the left has one on the right beside it.
    private static func areBeside(_ left: [Block], _ right: [Block]) -> Bool {
        let right = right.sorted { $0.top < $1.top }
        var next = 0
        var lowest = -Double.infinity
        // From top to bottom: the lowest end of those on the right that begin above the end of one on the left.
        for one in left.sorted(by: { $0.bottom < $1.bottom }) {
            let slack = (one.bottom - one.top) * 0.1
            while next < right.count, right[next].top < one.bottom - slack {
                lowest = max(lowest, right[next].bottom)
                next += 1
            }
            if lowest > one.top + slack { return true }
        }
        return false
    }
}
