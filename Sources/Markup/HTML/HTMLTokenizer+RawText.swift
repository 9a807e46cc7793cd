import Bytes

extension HTMLTokenizer {
    /// Takes the text of an element in which tags mean nothing, up to its own end tag.
    mutating func rawContent(of start: HTMLStartTag) {
        guard !consumer.isInForeignContent else { return }
        switch start.tag {
        case .script:
            emitRaw(to: endOfScript(from: position))
        case .style, .xmp, .iframe, .noembed, .noframes:
            emitRaw(to: endOfRawText(named: start.name, from: position))
        case .title, .textarea:
            let end = endOfRawText(named: start.name, from: position)
            if end > position { emitText(from: position, to: end) }
            position = end
        case .plaintext:
            emitRaw(to: count)
        default:
            break
        }
    }

    private mutating func emitRaw(to end: Int) {
        if end > position { consumer.text(ByteSlice(from: position, to: end)) }
        position = end
    }

    /// The position of the `</name` that ends the element, or the end of the page.
    private func endOfRawText(named name: ByteSlice, from start: Int) -> Int {
        var candidate = find(UInt8(ascii: "<"), from: start)
        while candidate < count {
            if isEndTag(at: candidate, named: name) { return candidate }
            candidate = find(UInt8(ascii: "<"), from: candidate + 1)
        }
        return count
    }

    private func isEndTag(at position: Int, named name: ByteSlice) -> Bool {
        let nameStart = position + 2
        let end = nameStart + Int(name.length)
        guard end < count, base[position + 1] == UInt8(ascii: "/") else { return false }
        for offset in 0..<Int(name.length)
        where ASCII.lowered(base[nameStart + offset]) != ASCII.lowered(base[Int(name.start) + offset]) {
            return false
        }
        let after = base[end]
        return ASCII.isSpace(after) || after == UInt8(ascii: "/") || after == UInt8(ascii: ">")
    }

    /// The end of a script, with the escaped states of section 13.2.5.18 and on: after `<!--`, a `<script` inside must be
    /// closed before `</script>` counts, until `-->`.
    private func endOfScript(from start: Int) -> Int {
        var position = start
        var isEscaped = false
        var isDoublyEscaped = false
        while position < count {
            position =
                isEscaped ? findAngleOrDash(from: position) : find(UInt8(ascii: "<"), from: position)
            guard position < count else { return count }
            if base[position] == UInt8(ascii: "-") {
                if matches("-->", at: position) {
                    isEscaped = false
                    isDoublyEscaped = false
                }
            } else if !isDoublyEscaped, isScriptTag("</script", at: position) {
                return position
            } else if isDoublyEscaped, isScriptTag("</script", at: position) {
                isDoublyEscaped = false
            } else if isEscaped, isScriptTag("<script", at: position) {
                isDoublyEscaped = true
            } else if !isEscaped, matches("<!--", at: position) {
                isEscaped = true
                // `<!-->` ends at once: its dashes are looked at again.
                position += 1
            }
            position += 1
        }
        return count
    }

    private func findAngleOrDash(from start: Int) -> Int {
        var position = start
        while position < count, base[position] != UInt8(ascii: "<"), base[position] != UInt8(ascii: "-") {
            position += 1
        }
        return position
    }

    private func isScriptTag(_ name: StaticString, at position: Int) -> Bool {
        let end = position + name.utf8CodeUnitCount
        guard end < count, matchesIgnoringCase(name, at: position) else { return false }
        return ASCII.isSpace(base[end]) || base[end] == UInt8(ascii: "/") || base[end] == UInt8(ascii: ">")
    }
}
