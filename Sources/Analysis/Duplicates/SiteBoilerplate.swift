/// Learns which paragraphs a site puts around its articles: those that come again under articles that begin differently.
///
/// Three differing beginnings make a notice. A paragraph that copies and updates of one article share is not taken for a notice, since they begin alike. The memory is
/// a table of fixed size in which new paragraphs replace old ones.
public struct SiteBoilerplate: Sendable {
    /// Places of the table: the latest paragraphs of some thousands of articles.
    private static let places = 1 << 16
    /// Paragraphs of one article that are looked at, from either end.
    private static let mostParagraphs = 40
    /// Words of the beginning of an article that tell it from others.
    private static let beginningWords = 12
    private static let beginningBytes = 256

    private struct Place: Sendable {
        var paragraph: UInt64 = 0
        var first: UInt32 = 0
        var second: UInt32 = 0
        var isNotice = false
    }

    private var table = [Place](repeating: Place(), count: places)

    /// A memory without any paragraph.
    public init() {}

    /// Remembers the paragraphs of an article and tells which of them are notices of its site.
    /// - Parameters:
    ///   - body: The text; paragraphs are apart by an empty line.
    ///   - site: The number of the outlet; nil where it is unknown, which counts as one site.
    /// - Returns: Ranges of bytes, in order.
    public mutating func notices(in body: String, site: Int64?) -> [Range<Int>] {
        var body = body
        return body.withUTF8 { notices(in: $0, site: site ?? -1) }
    }

    private mutating func notices(in bytes: UnsafeBufferPointer<UInt8>, site: Int64) -> [Range<Int>] {
        let paragraphs = Self.paragraphs(bytes)
        // The first words are near the first byte.
        let head = UnsafeBufferPointer(rebasing: bytes[..<min(bytes.count, Self.beginningBytes)])
        let beginning = Self.hash(Tokenizer.tokens(of: head).prefix(Self.beginningWords))
        let lead = UInt32(truncatingIfNeeded: beginning >> 32) | 1
        var notices: [Range<Int>] = []
        for (number, range) in paragraphs.enumerated() {
            // The beginning itself is what tells articles apart.
            if number == 0 { continue }
            if number >= Self.mostParagraphs, number < paragraphs.count - Self.mostParagraphs { continue }
            let tokens = Tokenizer.tokens(of: UnsafeBufferPointer(rebasing: bytes[range]))
            guard tokens.count >= 3 else { continue }
            let paragraph = TextHash.joined(Self.hash(tokens[...]), UInt64(bitPattern: site))
            if isNotice(paragraph, lead) { notices.append(range) }
        }
        return notices
    }

    private mutating func isNotice(_ paragraph: UInt64, _ lead: UInt32) -> Bool {
        let place = Int(truncatingIfNeeded: paragraph) & (Self.places - 1)
        guard table[place].paragraph == paragraph else {
            table[place] = Place(paragraph: paragraph, first: lead)
            return false
        }
        if table[place].isNotice || table[place].first == lead || table[place].second == lead {
            return table[place].isNotice
        }
        if table[place].second == 0 { table[place].second = lead } else { table[place].isNotice = true }
        return table[place].isNotice
    }

    private static func hash(_ tokens: ArraySlice<Token>) -> UInt64 {
        tokens.reduce(TextHash.start) { TextHash.joined($0, $1.hash) }
    }

    /// The paragraphs, apart by empty lines.
    private static func paragraphs(_ bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var paragraphs: [Range<Int>] = []
        var start = 0
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x0A, index + 1 < bytes.count, bytes[index + 1] == 0x0A {
                if index > start { paragraphs.append(start..<index) }
                while index < bytes.count, bytes[index] == 0x0A { index += 1 }
                start = index
            } else {
                index += 1
            }
        }
        if bytes.count > start { paragraphs.append(start..<bytes.count) }
        return paragraphs
    }
}
