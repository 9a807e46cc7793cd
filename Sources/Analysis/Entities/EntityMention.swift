/// One mention of a name in an article, without title and possessive.
struct EntityMention {
    /// The bytes of the name, in the body and the headline behind it.
    var range: Range<Int>
    /// The hashes of its words in small letters, marks left out.
    var words: [UInt64]
    /// The first letters of its capitalised words, in capitals.
    var initials: [UInt8]
    /// The letters of an acronym; empty for other names.
    var letters: [UInt8]
    /// The index of its kind in `EntityTag.kinds`.
    var kind: Int
    /// How sure the tagger is.
    var confidence: Double
    /// Whether it stands in the headline.
    var isInHeadline: Bool
    /// Whether it is one word in capitals, such as `NATO`.
    var isAcronym: Bool
    /// Whether it stands in brackets right behind another token.
    var isInBrackets: Bool

    /// Words before a person's name that do not belong to it.
    private static let titles = folded(
        """
        mr mr. mrs mrs. ms ms. dr dr. prof prof. professor president minister prime secretary senator sen rep gov governor general gen
        colonel col captain capt lieutenant lt major sergeant sgt admiral judge justice chancellor ambassador mayor sir lord lady king
        queen prince princess pope the .
        """)
    /// Offices that are nobody's name: what stands before them within a mention ("Israeli Defense") does not belong to the name either.
    private static let offices = folded(
        "president minister secretary senator chancellor ambassador governor spokesman spokeswoman chairman premier")
    /// Words before an office that are still taken for a part of it: "Former Deputy Foreign".
    private static let longestOffice = 4

    private static func folded(_ words: String) -> Set<UInt64> {
        Set(words.split(whereSeparator: \.isWhitespace).map { EntityToken.folded($0) })
    }

    /// A mention of the tagger; nil where nothing is left of it.
    init?(
        _ mention: EntityTagger.Mention, in text: EntityText, of bytes: UnsafeBufferPointer<UInt8>, bodyEnd: Int
    ) {
        var tokens = mention.tokens
        let isPerson = EntityTag.kinds[mention.kind].kind == .person
        if isPerson,
            let office = tokens.dropLast().prefix(Self.longestOffice).last(where: {
                Self.offices.contains(text.tokens[$0].folded)
            })
        {
            tokens.removeFirst(office - tokens.lowerBound + 1)
        }
        while let first = tokens.first {
            let token = text.tokens[first]
            guard token.form == .mark || (isPerson && tokens.count > 1 && Self.titles.contains(token.folded)) else {
                break
            }
            tokens.removeFirst()
        }
        while let last = tokens.last {
            let token = text.tokens[last]
            // A possessive is a token that opens with an apostrophe.
            guard (token.form == .mark && token.single != 0x2E) || Self.opensWithApostrophe(token, bytes) else { break }
            tokens.removeLast()
        }
        guard let first = tokens.first, let last = tokens.last else { return nil }
        range = Int(text.tokens[first].start)..<Int(text.tokens[last].end)
        guard range.count <= EntityFinder.longestName else { return nil }
        words = tokens.filter { text.tokens[$0].form != .mark }.map { text.tokens[$0].folded }
        guard tokens.contains(where: { text.tokens[$0].isCapital }) else { return nil }
        initials = tokens.filter { text.tokens[$0].isCapital }.map { bytes[Int(text.tokens[$0].start)] & 0xDF }
        kind = mention.kind
        confidence = Double(mention.confidence)
        isInHeadline = range.lowerBound >= bodyEnd
        isAcronym = tokens.count == 1 && text.tokens[first].form == .capitals
        letters = isAcronym ? bytes[range].map { $0 } : []
        isInBrackets = first > 0 && text.tokens[first - 1].single == 0x28
    }

    private static func opensWithApostrophe(_ token: EntityToken, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(token.start)
        return bytes[start] == 0x27 || (bytes[start] == 0xE2 && token.end - token.start > 3 && bytes[start + 2] == 0x99)
    }
}
