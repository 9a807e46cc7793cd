/// Undoes the soft line breaks of format=flowed (RFC 3676): a line that ends with a space goes on in the next.
enum FlowedText {
    /// The text with each paragraph on one line.
    ///
    /// - Parameter deletesSpace: whether the space before a soft break was put there for the break alone (DelSp=yes).
    static func unfolded(_ text: [UInt8], deletesSpace: Bool) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(text.count)
        var openDepth: Int?
        var start = 0
        while start < text.count {
            let feed = text[start...].firstIndex(of: 0x0A) ?? text.count
            var line = text[start..<feed]
            if line.last == 0x0D { line = line.dropLast() }
            start = feed + 1
            let depth = line.prefix { $0 == UInt8(ascii: ">") }.count
            var content = line.dropFirst(depth)
            // Space-stuffing (section 4.4).
            if content.first == 0x20 { content = content.dropFirst() }
            let isSignature = content.elementsEqual([0x2D, 0x2D, 0x20])
            if openDepth != depth || isSignature {
                if openDepth != nil { out.append(0x0A) }
                if depth > 0 {
                    out.append(contentsOf: repeatElement(UInt8(ascii: ">"), count: depth))
                    out.append(0x20)
                }
            }
            let isFlowing = content.last == 0x20 && !isSignature
            if isFlowing, deletesSpace { content = content.dropLast() }
            out.append(contentsOf: content)
            openDepth = isFlowing ? depth : nil
            if !isFlowing { out.append(0x0A) }
        }
        return out
    }
}
