import Bytes

/// Cuts a page into tags, text and comments, as section 13.2.5 of the HTML standard has it.
///
/// It works on the decoded page in place: the text of a character reference never takes more bytes than the reference, so
/// resolved text is written over its source and every event is a slice of one buffer. Each byte is looked at a bounded
/// number of times, whatever the bytes are. Scripting counts as off, so that the content of `noscript` is parsed.
package struct HTMLTokenizer<Consumer: HTMLEventConsumer> {
    /// What takes the events.
    package var consumer: Consumer

    package let base: UnsafeMutablePointer<UInt8>
    package let count: Int
    package let limits: HTMLLimits
    package var position = 0
    package var attributes: [HTMLAttribute] = []

    /// A tokenizer over a page in UTF-8; the buffer is written to and must outlive the tokenizer.
    package init(_ page: UnsafeMutableBufferPointer<UInt8>, limits: HTMLLimits, consumer: Consumer) {
        // An empty buffer may have no address; any will do, since nothing is read from it.
        base = page.baseAddress ?? UnsafeMutablePointer(bitPattern: 1).unsafelyUnwrapped
        count = page.count
        self.limits = limits
        self.consumer = consumer
        attributes.reserveCapacity(32)
    }

    /// Sends the whole page to the consumer.
    package mutating func run() {
        while position < count, consumer.wantsMore {
            if base[position] == UInt8(ascii: "<"), markup() { continue }
            text()
        }
    }

    /// The run of text that starts here; its first byte may be a `<` that opens no markup.
    private mutating func text() {
        let start = position
        position = find(UInt8(ascii: "<"), from: position + 1)
        emitText(from: start, to: position)
    }

    /// True when markup began here and was taken.
    private mutating func markup() -> Bool {
        guard position + 1 < count else { return false }
        let next = base[position + 1]
        if ASCII.isLetter(next) {
            startTag()
            return true
        }
        switch next {
        case UInt8(ascii: "/"):
            return endTagOrBogusComment()
        case UInt8(ascii: "!"):
            declaration()
            return true
        case UInt8(ascii: "?"):
            bogusComment(from: position + 1)
            return true
        default:
            return false
        }
    }

    private mutating func endTagOrBogusComment() -> Bool {
        guard position + 2 < count else { return false }
        let next = base[position + 2]
        if ASCII.isLetter(next) {
            endTag()
        } else if next == UInt8(ascii: ">") {
            position += 3
        } else {
            bogusComment(from: position + 2)
        }
        return true
    }

    /// `<!--`, `<!DOCTYPE` or `<![CDATA[`.
    private mutating func declaration() {
        if matches("<!--", at: position) {
            comment()
        } else if consumer.isInForeignContent, matches("<![CDATA[", at: position) {
            let start = position + 9
            var end = find(UInt8(ascii: "]"), from: start)
            while end < count, !matches("]]>", at: end) { end = find(UInt8(ascii: "]"), from: end + 1) }
            position = min(count, end + 3)
            consumer.text(ByteSlice(from: start, to: end))
        } else if matchesIgnoringCase("<!doctype", at: position) {
            position = min(count, find(UInt8(ascii: ">"), from: position) + 1)
        } else {
            bogusComment(from: position + 2)
        }
    }

    /// `<!-- ... -->`, also ended by `--!>`, by the end of the page, or at once (`<!-->`).
    private mutating func comment() {
        let start = position + 4
        if start < count, base[start] == UInt8(ascii: ">") {
            position = start + 1
            return
        }
        if matches("->", at: start) {
            position = start + 2
            return
        }
        var dash = find(UInt8(ascii: "-"), from: start)
        while dash < count {
            if dash + 1 < count, base[dash + 1] == UInt8(ascii: "-") {
                var end = dash + 2
                while end < count, base[end] == UInt8(ascii: "-") { end += 1 }
                let bang = end < count && base[end] == UInt8(ascii: "!")
                if bang { end += 1 }
                if end < count, base[end] == UInt8(ascii: ">") {
                    consumer.comment(ByteSlice(from: start, to: dash))
                    position = end + 1
                    return
                }
                dash = find(UInt8(ascii: "-"), from: end)
            } else {
                dash = find(UInt8(ascii: "-"), from: dash + 1)
            }
        }
        consumer.comment(ByteSlice(from: start, to: count))
        position = count
    }

    private mutating func bogusComment(from start: Int) {
        let end = find(UInt8(ascii: ">"), from: start)
        consumer.comment(ByteSlice(from: start, to: end))
        position = min(count, end + 1)
    }

    // MARK: Scanning

    /// The position of the next such byte, or the end of the page.
    @inline(__always)
    package func find(_ byte: UInt8, from start: Int) -> Int {
        var position = start
        let pattern = 0x0101_0101_0101_0101 &* UInt64(byte)
        // Eight bytes at once: a zero byte in the difference is a hit ("Bit Twiddling Hacks", determine if a word has a zero byte).
        while position &+ 8 <= count {
            let word = UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self) ^ pattern
            let hit = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
            if hit != 0 { return position &+ hit.trailingZeroBitCount / 8 }
            position &+= 8
        }
        while position < count, base[position] != byte { position &+= 1 }
        return min(position, count)
    }

    /// True when exactly these bytes stand there.
    package func matches(_ expected: StaticString, at start: Int) -> Bool {
        guard start + expected.utf8CodeUnitCount <= count else { return false }
        for offset in 0..<expected.utf8CodeUnitCount where base[start + offset] != expected.utf8Start[offset] {
            return false
        }
        return true
    }

    /// True when these bytes (given in lower case) stand there in any case.
    func matchesIgnoringCase(_ expected: StaticString, at start: Int) -> Bool {
        guard start + expected.utf8CodeUnitCount <= count else { return false }
        for offset in 0..<expected.utf8CodeUnitCount
        where ASCII.lowered(base[start + offset]) != expected.utf8Start[offset] {
            return false
        }
        return true
    }

    package func bytes(_ slice: ByteSlice) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: base + Int(slice.start), count: Int(slice.length))
    }
}
