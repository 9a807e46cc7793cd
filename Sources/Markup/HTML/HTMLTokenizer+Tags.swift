import Bytes

extension HTMLTokenizer {
    /// The start tag at the position, and what follows it where its element holds no markup.
    package mutating func startTag() {
        let nameStart = position + 1
        position = endOfName(from: nameStart)
        let name = ByteSlice(from: nameStart, to: position)
        let tag = HTMLTag.named(bytes(name))
        attributes.removeAll(keepingCapacity: true)
        guard let isSelfClosing = readAttributes() else { return }
        let start = HTMLStartTag(tag: tag, name: name, isSelfClosing: isSelfClosing)
        attributes.withUnsafeBufferPointer { consumer.startTag(start, attributes: $0) }
        rawContent(of: start)
    }

    /// The end tag at the position; what stands in it besides the name is dropped.
    package mutating func endTag() {
        let nameStart = position + 2
        position = endOfName(from: nameStart)
        let name = ByteSlice(from: nameStart, to: position)
        attributes.removeAll(keepingCapacity: true)
        guard readAttributes() != nil else { return }
        consumer.endTag(HTMLTag.named(bytes(name)), name: name)
    }

    private func endOfName(from start: Int) -> Int {
        var end = start
        while end < count {
            let byte = base[end]
            if ASCII.isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") { break }
            end += 1
        }
        return end
    }

    /// Reads up to and with `>`: true for `/>`, nil when the page ends first (such a tag is no tag).
    private mutating func readAttributes() -> Bool? {
        while true {
            skipSpace()
            guard position < count else { return nil }
            let byte = base[position]
            if byte == UInt8(ascii: ">") {
                position += 1
                return false
            }
            if byte == UInt8(ascii: "/") {
                position += 1
                if position < count, base[position] == UInt8(ascii: ">") {
                    position += 1
                    return true
                }
                continue
            }
            readAttribute()
        }
    }

    private mutating func skipSpace() {
        while position < count, ASCII.isSpace(base[position]) { position += 1 }
    }

    private mutating func readAttribute() {
        let nameStart = position
        // A `=` in the first place belongs to the name.
        position += 1
        while position < count {
            let byte = base[position]
            if ASCII.isSpace(byte) || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">")
                || byte == UInt8(ascii: "/")
            {
                break
            }
            position += 1
        }
        let name = ByteSlice(from: nameStart, to: position)
        skipSpace()
        var value = ByteSlice.empty
        if position < count, base[position] == UInt8(ascii: "=") {
            position += 1
            skipSpace()
            value = readValue()
        }
        guard attributes.count < limits.attributesOfTag else { return }
        let known = HTMLAttributeName.named(bytes(name))
        guard known != .unknown else { return }
        attributes.append(
            HTMLAttribute(name: known, value: resolved(from: Int(value.start), to: value.end, inAttribute: true)))
    }

    private mutating func readValue() -> ByteSlice {
        guard position < count else { return .empty }
        let quote = base[position]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let start = position + 1
            let end = find(quote, from: start)
            position = min(count, end + 1)
            return ByteSlice(from: start, to: end)
        }
        let start = position
        while position < count, !ASCII.isSpace(base[position]), base[position] != UInt8(ascii: ">") { position += 1 }
        return ByteSlice(from: start, to: position)
    }
}
