import Bytes
import Markup

extension PageScan {
    /// The text of a block in UTF-8, white space folded (in preformatted text and tables, lines kept).
    func text(of block: PageBlock) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(Int(block.letters) + Int(block.letters) / 3 + 8)
        var index = Int(block.first)
        var space = false
        let wantsLines = block.kind == .preformatted
        while index < Int(block.end) {
            let node = tree.nodes[index]
            if node.tag == .textNode {
                if !(marks[index].contains(.hidden) && !block.marks.contains(.hidden)) {
                    append(tree.bytes(node.slice), wantsLines, &space, &out)
                }
            } else if skipped.contains(node.tag), node.tag != .template {
                index = Int(node.end)
                continue
            } else if node.tag == .br {
                if wantsLines { out.append(10) } else { space = true }
            } else if block.kind == .table {
                if node.tag == .tr, !out.isEmpty {
                    out.append(10)
                    space = false
                } else if HTMLTag.cells.contains(node.tag), let last = out.last, last != 10 {
                    out.append(9)
                    space = false
                } else if node.tag.isBlock {
                    space = true
                }
            }
            index += 1
        }
        while let last = out.last, ASCII.isSpace(last) { out.removeLast() }
        return out
    }

    private func append(
        _ bytes: UnsafeBufferPointer<UInt8>, _ wantsLines: Bool, _ space: inout Bool, _ out: inout [UInt8]
    ) {
        if wantsLines {
            out.append(contentsOf: bytes)
            return
        }
        var start = 0
        var position = 0
        let count = bytes.count
        while position < count {
            if !ASCII.isSpace(bytes[position]) {
                position += 1
                continue
            }
            if position > start {
                word(UnsafeBufferPointer(rebasing: bytes[start..<position]), &space, &out)
            }
            space = true
            position += 1
            start = position
        }
        if count > start { word(UnsafeBufferPointer(rebasing: bytes[start..<count]), &space, &out) }
    }

    private func word(_ bytes: UnsafeBufferPointer<UInt8>, _ space: inout Bool, _ out: inout [UInt8]) {
        if space, let last = out.last, last != 10, last != 9 { out.append(32) }
        space = false
        out.append(contentsOf: bytes)
    }

    /// The text of a block.
    func string(of block: PageBlock) -> String { String(decoding: text(of: block), as: UTF8.self) }
}
