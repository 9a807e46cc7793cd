import SearchText

/// From what was typed to what the index holds.
extension QueryTerm {
    /// Particles that follow a Korean noun of one syllable; longer nouns are found by prefix.
    private static let koreanParticles = [
        "은", "는", "이", "가", "을", "를", "의", "에", "에서", "에게", "와", "과", "로", "으로", "도", "만", "까지", "부터", "이나", "나",
        "보다", "처럼", "이라", "라고", "이다", "입니다",
    ]

    /// The term for a stretch of typed text; nil when it holds no word.
    ///
    /// - Parameters:
    ///   - text: the text without its quotation marks and star.
    ///   - isQuoted: a phrase is taken as it stands: no inflected forms, no other divisions.
    ///   - isPrefix: a star followed.
    init?(typed text: String, isQuoted: Bool, isPrefix: Bool) {
        let text = isQuoted ? text : Self.withoutScheme(text)
        guard let typed = TokenPhrase(typed: text, isPrefix: isPrefix) else { return nil }
        phrases = [typed]
        self.typed = Self.withoutSentenceMarks(text)
        if let spelled = Self.spellingOutUmlauts(text) {
            add(TokenPhrase(typed: spelled, isPrefix: isPrefix))
        }
        guard !isQuoted, !typed.isPrefix else { return }
        if let first = typed.tokens.first, typed.tokens.count == 1 {
            if first.unicodeScalars.count == 1, first.isHangul {
                for particle in Self.koreanParticles { add(TokenPhrase(tokens: [first + particle])) }
            } else {
                add(Self.dividingDigits(first))
                inflected = first.unicodeScalars.contains { $0.isASCIIDigit } ? nil : first
            }
        } else if text.unicodeScalars.contains(where: \.isHyphen), typed.tokens.count <= 4 {
            add(TokenPhrase(tokens: [typed.tokens.joined()]))
        }
    }

    private mutating func add(_ phrase: TokenPhrase?) {
        if let phrase, !phrases.contains(phrase) { phrases.append(phrase) }
    }

    /// A word without the marks that end a sentence or a part of one.
    private static func withoutSentenceMarks(_ text: String) -> String {
        var text = Substring(text)
        while text.count > 1, let last = text.last, "?!.,;:…？！。，".contains(last) { text.removeLast() }
        return String(text)
    }

    /// An address as it is written in text: `https://www.example.org/a` as `example.org/a`.
    private static func withoutScheme(_ text: String) -> String {
        guard let scheme = ["https://", "http://"].first(where: { text.lowercased().hasPrefix($0) }) else {
            return text
        }
        let address = text.dropFirst(scheme.count)
        return String(address.lowercased().hasPrefix("www.") ? address.dropFirst(4) : address)
    }

    /// `Müller` as `Mueller`, `Århus` as `Aarhus`: spellings that folding does not join; nil when there is nothing to do.
    private static func spellingOutUmlauts(_ text: String) -> String? {
        var spelled = String.UnicodeScalarView()
        var changed = false
        for scalar in text.unicodeScalars {
            let letters: String? =
                switch scalar {
                case "ä", "Ä": "ae"
                case "ö", "Ö", "ø", "Ø": "oe"
                case "ü", "Ü": "ue"
                case "å", "Å": "aa"
                case "\u{308}":
                    switch spelled.last {
                    case "a", "A", "o", "O", "u", "U": "e"
                    default: nil
                    }
                default: nil
                }
            changed = changed || letters != nil
            spelled.append(contentsOf: letters?.unicodeScalars ?? String.UnicodeScalarView([scalar]))
        }
        return changed ? String(spelled) : nil
    }

    /// `covid19` as `covid 19`, `10km` as `10 km`: a word with one border between letters and digits, divided there.
    private static func dividingDigits(_ token: String) -> TokenPhrase? {
        let scalars = Array(token.unicodeScalars)
        func isNumeric(_ scalar: Unicode.Scalar) -> Bool { scalar.isASCIIDigit || scalar == "." }
        let borders = scalars.indices.dropFirst().filter { isNumeric(scalars[$0]) != isNumeric(scalars[$0 - 1]) }
        guard borders.count == 1, let border = borders.first else { return nil }
        let parts = [scalars[..<border], scalars[border...]]
        return TokenPhrase(tokens: parts.map { String(String.UnicodeScalarView($0)) })
    }
}

extension TokenPhrase {
    /// The phrase for typed text; nil when it holds no word.
    init?(typed text: String, isPrefix: Bool) {
        var text = text
        let (tokens, divided) = text.withUTF8 { utf8 in
            let folded = SearchFold.tokens(utf8)
            let strings = folded.tokens.map { String(decoding: folded.bytes(of: $0), as: UTF8.self) }
            return (strings, folded.tokens)
        }
        guard var last = tokens.indices.last else { return nil }
        self.init(tokens: tokens, isPrefix: isPrefix)
        if divided[last].isUnit {
            // The unit that ends a run stands alone in the index only there; the pair before it says all.
            let isCovered =
                last > 0 && divided[last - 1].isUnit
                && divided[last - 1].source.upperBound == divided[last].source.upperBound
            if isCovered {
                self.tokens.removeLast()
                last -= 1
            }
            self.isPrefix = !isCovered
        } else if tokens[last].isHangul {
            // A particle may follow.
            self.isPrefix = isPrefix || tokens[last].unicodeScalars.count > 1
        }
        if self.tokens.count > QueryLimits.phraseTokens {
            self.tokens.removeSubrange(QueryLimits.phraseTokens...)
            self.isPrefix = false
        }
    }

    /// Whether the last token is too short for a prefix search that ends in time.
    var isPrefixTooShort: Bool {
        guard isPrefix, let last = tokens.last, let first = last.unicodeScalars.first else { return false }
        return last.unicodeScalars.count < QueryLimits.prefixLetters
            && (first.properties.isAlphabetic || first.isASCIIDigit)
            && !last.isHangul && !last.isDividedScript
    }
}

extension Unicode.Scalar {
    /// Whether the scalar is one of `0` to `9`.
    var isASCIIDigit: Bool { self >= "0" && self <= "9" }

    /// Whether the scalar is a hyphen that may join a compound.
    var isHyphen: Bool { self == "-" || self == "\u{2010}" || self == "\u{2011}" }
}
