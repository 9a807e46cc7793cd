/// One token of a text as the tagger sees it: a word, a number or a mark of punctuation.
package struct EntityToken: Sendable {
    /// How a token is written.
    package enum Form: UInt8, Sendable {
        /// In small letters, or in a script without cases.
        case small
        /// With a capital first and small letters after it.
        case capitalised
        /// In capitals only, two letters or more.
        case capitals
        /// One capital letter, with a full stop or without.
        case initial
        /// With capitals in other places.
        case mixed
        /// With digits and no letters.
        case number
        /// Without letters and digits.
        case mark
    }

    /// The byte at which it starts.
    package var start: Int32
    /// The byte after it.
    package var end: Int32
    /// The hash of its bytes.
    package var word: UInt64
    /// The hash of its bytes in small letters.
    package var folded: UInt64
    /// The hash of its shape: classes of characters, runs told once.
    package var shape: UInt64
    /// The hashes of its first one to four letters in small letters; those that it is too short for are 0.
    package var prefixes: SIMD4<UInt64>
    /// The hashes of its last one to four letters (or bytes), those of ASCII in small letters; those that it is too short for are 0.
    package var suffixes: SIMD4<UInt64>
    /// How it is written.
    package var form: Form
    /// The only byte of a one-byte token, or 0.
    package var single: UInt8

    /// Whether it has a capital letter where names have one.
    @inline(__always) package var isCapital: Bool {
        form == .capitalised || form == .capitals || form == .initial || form == .mixed
    }

    /// The token of a range of a text.
    /// - Parameter endsInLetters: Whether suffixes count letters; false for bytes, which differ beyond ASCII only.
    package init(_ bytes: UnsafeBufferPointer<UInt8>, start: Int, end: Int, endsInLetters: Bool) {
        self.start = Int32(clamping: start)
        self.end = Int32(clamping: end)
        var word = TextHash.start
        var folded = TextHash.start
        var shape = TextHash.start
        var capitals = 0
        var smalls = 0
        var digits = 0
        var opensWithCapital = false
        var lastClass: UInt8 = 0
        prefixes = .zero
        suffixes = .zero
        var index = start
        var place = 0
        while index < end {
            let byte = bytes[index]
            var kind: UInt8 = 0x2D
            var lowered = byte
            var length = 1
            if byte < 0x80 {
                if byte &- 0x61 < 26 {
                    kind = 0x78
                    smalls += 1
                } else if byte &- 0x41 < 26 {
                    kind = 0x58
                    lowered |= 0x20
                    if capitals + smalls + digits == 0 { opensWithCapital = true }
                    capitals += 1
                } else if byte &- 0x30 < 10 {
                    kind = 0x64
                    // Digits of one kind: years and sums are told apart by their length.
                    digits += 1
                } else {
                    kind = byte
                }
                word = TextHash.adding(byte, to: word)
                folded = TextHash.adding(lowered, to: folded)
            } else {
                let (scalar, count) = UTF8Scalar.decode(bytes, at: index)
                length = min(count, end - index)
                // The typographic apostrophe and hyphen are those of ASCII in most corpora.
                if scalar.value == 0x2019 || scalar.value == 0x2010 || scalar.value == 0x2011 {
                    kind = scalar.value == 0x2019 ? 0x27 : 0x2D
                    word = TextHash.adding(kind, to: word)
                    folded = TextHash.adding(kind, to: folded)
                } else {
                    let isUpper = UTF8Scalar.isWordPart(scalar) && scalar.properties.isUppercase
                    if isUpper {
                        kind = 0x58
                        if capitals + smalls + digits == 0 { opensWithCapital = true }
                        capitals += 1
                    } else if UTF8Scalar.isWordPart(scalar) {
                        kind = 0x78
                        smalls += 1
                    }
                    for offset in 0..<length { word = TextHash.adding(bytes[index + offset], to: word) }
                    if isUpper {
                        for byte in UTF8Scalar.lowered(scalar).utf8 { folded = TextHash.adding(byte, to: folded) }
                    } else {
                        for offset in 0..<length { folded = TextHash.adding(bytes[index + offset], to: folded) }
                    }
                }
            }
            if kind != lastClass {
                shape = TextHash.adding(kind, to: shape)
                lastClass = kind
            }
            index += length
            if place < 4 { prefixes[place] = folded }
            place += 1
        }
        var suffix = TextHash.start &+ 1
        var back = end - 1
        for length in 0..<4 where back >= start {
            // A letter beyond ASCII ends with its last byte: all of its bytes are one.
            while endsInLetters, back > start, bytes[back] & 0xC0 == 0x80 {
                suffix = TextHash.adding(bytes[back], to: suffix)
                back -= 1
            }
            let byte = bytes[back]
            suffix = TextHash.adding(byte &- 0x41 < 26 ? byte | 0x20 : byte, to: suffix)
            suffixes[length] = suffix
            back -= 1
        }
        self.word = word
        self.folded = folded
        self.shape = shape
        single = end - start == 1 ? bytes[start] : 0
        let letters = capitals + smalls
        form =
            letters == 0
            ? (digits > 0 ? .number : .mark)
            : capitals == 0
                ? .small
                : capitals == 1 && opensWithCapital
                    ? (smalls == 0 ? .initial : .capitalised) : smalls == 0 ? .capitals : .mixed
    }

    /// The hash of a word in small letters, as a token of it has.
    static func folded(_ word: some StringProtocol) -> UInt64 {
        Array(word.utf8).withUnsafeBufferPointer {
            EntityToken($0, start: 0, end: $0.count, endsInLetters: true).folded
        }
    }
}
