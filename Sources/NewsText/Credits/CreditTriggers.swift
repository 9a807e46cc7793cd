/// A look over a paragraph's bytes whether it can hold a credit at all.
///
/// Most paragraphs cannot, and to cut them into words takes longer than this. Whatever `CreditFinder` finds has one of a few
/// words (a verb of its clauses, the first words of its phrases at the start or behind a sign), or ends in a word or three behind
/// a sign, as "(Reuters)" does. Where a text holds letters beyond ASCII the answer is always yes.
enum CreditTriggers {
    /// Whether a paragraph may hold a credit; the bytes are well-formed UTF-8.
    static func mayHold(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var scan = Scan()
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case 0x20, 0x0A, 0x09:
                if scan.endWord() { return true }
            case 0x30...0x39, 0x61...0x7A:
                scan.add(byte, isLower: byte >= 0x61)
            case 0x41...0x5A:
                scan.add(byte | 0x20, isLower: false)
            case 0x00..<0x80:
                let joins = byte == 0x27 || byte == 0x2D || byte == 0x2E || byte == 0x26 || byte == 0x2F
                if joins, scan.isInWord, isAlphanumeric(bytes, index + 1) {
                    scan.join(byte)
                } else if scan.endWord() || scan.sign(byte) {
                    return true
                }
            case 0xC2:
                // The no-break space, guillemets, the middle dot and the section sign; others are letters, numbers or ©.
                guard index + 1 < bytes.count, [0xA0, 0xA7, 0xAB, 0xB7, 0xBB].contains(bytes[index + 1]),
                    !scan.endWord(), !scan.sign(0)
                else { return true }
                index += 1
            case 0xE2:
                guard index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return true }
                // The typographic apostrophe within a word, and dashes.
                if bytes[index + 2] == 0x99, scan.isInWord, isAlphanumeric(bytes, index + 3) {
                    scan.join(0x27)
                } else if scan.endWord() || scan.sign(bytes[index + 2] == 0x93 || bytes[index + 2] == 0x94 ? 0x2D : 0) {
                    return true
                }
                index += 2
            default:
                return true
            }
            index += 1
        }
        return scan.endWord() || scan.endsBehindASign
    }

    private static func isAlphanumeric(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        guard index < bytes.count else { return false }
        let byte = bytes[index]
        return (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }

    /// Words and signs as they pass.
    private struct Scan {
        private let words = Words.all
        private var hash = Words.start
        private var isFirst = true
        private var isBehindSign = false
        private var isCapital = false
        private var isJoined = false
        /// The hash of the word before, where it may begin a phrase of several words.
        private var opened: UInt64?
        private var wordsSinceSign = 4
        private var wordCount = 0
        private(set) var isInWord = false

        /// The longest signature: three words.
        private static let longestSignature = 3

        var endsBehindASign: Bool { wordsSinceSign <= Self.longestSignature || wordCount <= Self.longestSignature }

        @inline(__always)
        mutating func add(_ lowered: UInt8, isLower: Bool) {
            if !isInWord {
                isInWord = true
                hash = Words.start
                isCapital = !isLower
                isJoined = false
            }
            hash = Words.step(hash, lowered)
        }

        @inline(__always)
        mutating func join(_ byte: UInt8) {
            isJoined = true
            hash = Words.step(hash, byte)
        }

        /// Ends the word at hand, if there is one; true where it can belong to a credit.
        @inline(__always)
        mutating func endWord() -> Bool {
            guard isInWord else { return false }
            isInWord = false
            wordCount += 1
            wordsSinceSign += 1
            defer { (isFirst, isBehindSign) = (false, false) }
            let before = opened
            opened = nil
            if let before, words.pairs.contains(Words.pair(before, hash)) { return true }
            guard words.mayHold(hash) else { return false }
            if words.anywhere.contains(hash) || (isFirst && words.first.contains(hash)) { return true }
            // `d'Abord` and `al-Hashimi` count as capitalised too.
            if isFirst || (isBehindSign && (isCapital || isJoined)) {
                if words.openers.contains(hash) { return true }
                opened = hash
            }
            return false
        }

        /// Takes a sign, 0 for one of no meaning here; true where it can belong to a credit.
        @inline(__always)
        mutating func sign(_ byte: UInt8) -> Bool {
            isBehindSign = true
            if byte == 0x28 || byte == 0x2D || byte == 0x2F || byte == 0x5B { wordsSinceSign = 0 }
            defer { opened = nil }
            guard let opened else { return false }
            return words.pairs.contains(Words.pair(opened, Words.step(Words.start, byte)))
        }
    }

    /// Hashes of the words that tell (FNV-1a, 64 bits).
    private struct Words {
        /// Words that tell wherever they stand: verbs of clauses, and those of rights and contributions.
        var anywhere: Set<UInt64> = []
        /// Words that tell at the start of a paragraph.
        var first: Set<UInt64> = []
        /// Words that are a phrase alone, at the start or behind a sign.
        var openers: Set<UInt64> = []
        /// Two words that begin a phrase.
        var pairs: Set<UInt64> = []
        /// One bit for some of the bits of each word that any of this begins with.
        private var bits = [UInt64](repeating: 0, count: 64)

        static let start: UInt64 = 0xCBF2_9CE4_8422_2325
        static let all = Words()

        private init() {
            for word in Array(CreditPhrases.verbs) + ["contributed", "copyright", "c"] { note(word, in: \.anywhere) }
            for phrase in CreditLineWords.introductions {
                note(String(phrase.prefix { $0 != " " }), in: \.first)
            }
            note("from", in: \.first)
            for phrase in CreditPhrases.all { note(phrase) }
        }

        private mutating func note(_ word: String, in set: WritableKeyPath<Words, Set<UInt64>>) {
            let hash = Self.hash(word)
            self[keyPath: set].insert(hash)
            noteBit(hash)
        }

        private mutating func noteBit(_ hash: UInt64) { bits[Int(hash >> 58)] |= 1 << (hash >> 52 & 63) }

        private mutating func note(_ phrase: CreditPhrases.Phrase) {
            for (place, opener) in phrase.words.enumerated() {
                let rest = phrase.words[(place + 1)...]
                for word in opener.alternatives {
                    let hash = Self.hash(word)
                    noteBit(hash)
                    if rest.allSatisfy(\.isOptional) { openers.insert(hash) }
                    for next in rest {
                        for second in next.alternatives { pairs.insert(Self.pair(hash, Self.hash(second))) }
                        if !next.isOptional { break }
                    }
                }
                if !opener.isOptional { break }
            }
        }

        /// Whether a word may be one that something begins with; wrong in one of some tens.
        @inline(__always) func mayHold(_ hash: UInt64) -> Bool { bits[Int(hash >> 58)] >> (hash >> 52 & 63) & 1 != 0 }

        @inline(__always) static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
            (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        }

        @inline(__always) static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 { first &* 31 &+ second }

        static func hash(_ word: String) -> UInt64 { word.utf8.reduce(start) { step($0, $1) } }
    }
}
