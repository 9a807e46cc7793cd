/// One piece of a query's text.
enum QueryLexeme: Equatable {
    /// Typed text that is one word or one phrase.
    case text(String, isQuoted: Bool, isPrefix: Bool)
    case open, close, and, or, not, require
    case field(SearchField)
    case condition(ArticleCondition)
    case near([QueryLexeme], distance: Int)
}

/// Cuts a query's text into pieces; every text can be cut.
struct QueryLexer {
    private let scalars: [Unicode.Scalar]
    private var index = 0
    /// Whether `AND`, `OR` and `NOT` are ordinary words: when nothing else was typed.
    private let operatorsAreWords: Bool
    private(set) var lexemes: [QueryLexeme] = []
    /// What could not be taken as it may have been meant.
    private(set) var notes: [QueryNote] = []

    /// Marks that open a phrase and those that close it.
    private static let quotes: [Unicode.Scalar: Set<Unicode.Scalar>] = [
        "\"": ["\"", "”", "“"], "“": ["”", "“", "\""], "”": ["”", "\""], "„": ["“", "”", "\""], "‟": ["”", "“", "\""],
        "«": ["»"], "»": ["«", "»"], "‹": ["›"], "›": ["‹", "›"], "「": ["」"], "『": ["』"], "＂": ["＂"],
        "〝": ["〞", "〟"], "《": ["》"],
    ]
    /// Single marks, which are apostrophes unless they enclose words.
    private static let singleQuotes: [Unicode.Scalar: Set<Unicode.Scalar>] = [
        "'": ["'"], "‘": ["’", "‘"], "‚": ["‘", "’"],
    ]

    /// The pieces of a text, in order.
    static func read(_ text: String, operatorsAreWords: Bool) -> QueryLexer {
        var lexer = QueryLexer(Array(text.unicodeScalars), operatorsAreWords: operatorsAreWords)
        lexer.run()
        return lexer
    }

    private init(_ scalars: [Unicode.Scalar], operatorsAreWords: Bool) {
        self.scalars = scalars
        self.operatorsAreWords = operatorsAreWords
    }

    private mutating func run() {
        while index < scalars.count, lexemes.count < QueryLimits.lexemes {
            let scalar = scalars[index]
            if isSpace(scalar) {
                index += 1
            } else if scalar == "(" || scalar == "（" {
                index += 1
                lexemes.append(.open)
            } else if scalar == ")" || scalar == "）" {
                index += 1
                lexemes.append(.close)
            } else if let closers = Self.quotes[scalar] {
                readPhrase(closers)
            } else if let closers = Self.singleQuotes[scalar], let end = endOfSinglyQuoted(closers) {
                appendPhrase(upTo: end)
            } else if scalar == "-", startsOperand(at: index + 1) {
                index += 1
                lexemes.append(.not)
            } else if scalar == "+", startsOperand(at: index + 1), scalars[index + 1] != "+" {
                index += 1
                lexemes.append(.require)
            } else {
                readWord()
            }
        }
    }

    /// Reads a phrase up to its closing mark; without one, up to the end, as it is while someone types.
    private mutating func readPhrase(_ closers: Set<Unicode.Scalar>) {
        var end = index + 1
        while end < scalars.count, !closers.contains(scalars[end]) || isGershayim(at: end) { end += 1 }
        if end == scalars.count, index + 1 < end { notes.append(.quotationNotClosed) }
        appendPhrase(upTo: end)
    }

    /// Takes what stands between the mark at `index` and the one at `end` as a phrase.
    private mutating func appendPhrase(upTo end: Int) {
        let text = string(index + 1..<end)
        index = min(end + 1, scalars.count)
        lexemes.append(.text(text, isQuoted: true, isPrefix: readStar()))
    }

    /// Where the single quotation mark stands that closes the one at `index`; nil when that is an apostrophe.
    private func endOfSinglyQuoted(_ closers: Set<Unicode.Scalar>) -> Int? {
        guard index + 1 < scalars.count, !isSpace(scalars[index + 1]) else { return nil }
        return scalars.indices.dropFirst(index + 2).first { place in
            closers.contains(scalars[place]) && (place + 1 == scalars.count || endsWord(at: place + 1))
        }
    }

    private mutating func readStar() -> Bool {
        guard index < scalars.count, scalars[index] == "*" else { return false }
        index += 1
        return true
    }

    /// Reads up to a space, a parenthesis or a quotation mark.
    private mutating func readWord() {
        let start = index
        while index < scalars.count {
            let scalar = scalars[index]
            if scalar == ":", let field = SearchField(typed: string(start..<index)) {
                index += 1
                if hasOperand(after: index) { return lexemes.append(.field(field)) }
                notes.append(.fieldWithoutValue(string(start..<index - 1)))
                break
            }
            if scalar == ":", let field = ConditionField(typed: string(start..<index)),
                readCondition(field, from: start)
            {
                return
            }
            if endsWord(at: index) { break }
            index += 1
        }
        if index == start { index += 1 }
        let word = string(start..<index)
        if index < scalars.count, scalars[index] == "(" || scalars[index] == "（", word.lowercased() == "near" {
            readNear()
        } else {
            appendWord(word)
        }
    }

    /// Reads the value behind the colon at `index`; false where none stands there, or one that means nothing, which is then text.
    private mutating func readCondition(_ field: ConditionField, from start: Int) -> Bool {
        var begin = index + 1
        guard begin < scalars.count, !isSpace(scalars[begin]) else {
            notes.append(.fieldWithoutValue(string(start..<index)))
            return false
        }
        var end = begin
        let closers = Self.quotes[scalars[begin]]
        if let closers {
            begin += 1
            end = begin
            while end < scalars.count, !closers.contains(scalars[end]) { end += 1 }
        } else {
            while end < scalars.count, !endsWord(at: end) { end += 1 }
        }
        guard begin < end else {
            notes.append(.fieldWithoutValue(string(start..<index)))
            return false
        }
        guard let condition = field.condition(string(begin..<end)) else {
            notes.append(.valueNotUnderstood(string(start..<end)))
            return false
        }
        index = min(end + (closers == nil ? 0 : 1), scalars.count)
        lexemes.append(.condition(condition))
        return true
    }

    private mutating func appendWord(_ word: String) {
        if !operatorsAreWords {
            switch word {
            case "AND", "&&": return lexemes.append(.and)
            case "OR", "||", "|": return lexemes.append(.or)
            case "NOT": return lexemes.append(.not)
            default: break
            }
        }
        noteUnknownField(in: word)
        let stars = word.reversed().prefix { $0 == "*" }.count
        lexemes.append(.text(String(word.dropLast(stars)), isQuoted: false, isPrefix: stars > 0))
    }

    /// Letters before a colon that look like the name of a field; addresses and times have something else.
    private mutating func noteUnknownField(in word: String) {
        guard let colon = word.firstIndex(of: ":"), case let name = word[..<colon],
            (3...12).contains(name.utf8.count), name.utf8.allSatisfy({ (0x61...0x7A).contains($0) }),
            let next = word[colon...].dropFirst().first, next.isLetter || next.isNumber,
            SearchField(typed: name) == nil, ConditionField(typed: name) == nil
        else { return }
        notes.append(.unknownField(String(name), meant: Self.fieldWords.nearest(to: String(name))))
    }

    private static let fieldWords = KnownWords(
        SearchField.all.flatMap(\.typedWords) + ConditionField.all.flatMap(\.typedWords))

    /// Reads `(a b "c d", 5)` up to the closing parenthesis or the end.
    private mutating func readNear() {
        let start = index + 1
        var end = start
        while end < scalars.count, scalars[end] != ")", scalars[end] != "）" { end += 1 }
        index = min(end + 1, scalars.count)
        var content = scalars[start..<end]
        var distance = QueryLimits.nearDistance
        if let comma = content.lastIndex(where: { $0 == "," || $0 == "，" }) {
            let digits = content[(comma + 1)...].filter { !isSpace($0) }
            if !digits.isEmpty, digits.allSatisfy(\.isASCIIDigit) {
                // More digits than a number holds are more than the limit.
                let number = Int(string(digits)) ?? QueryLimits.maximumNearDistance
                distance = min(number, QueryLimits.maximumNearDistance)
                content = content[..<comma]
            }
        }
        var inner = QueryLexer(Array(content.map { $0 == "(" || $0 == "（" ? " " : $0 }), operatorsAreWords: true)
        inner.run()
        let items = inner.lexemes.filter { if case .text = $0 { true } else { false } }
        lexemes.append(.near(items, distance: distance))
    }

    // MARK: - Characters

    private func string(_ range: Range<Int>) -> String { string(scalars[range]) }

    private func string(_ some: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: some)
        return String(view)
    }

    private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.value == 0
    }

    /// Whether a word that reaches `place` ends there.
    private func endsWord(at place: Int) -> Bool {
        let scalar = scalars[place]
        if isSpace(scalar) || "()（）".unicodeScalars.contains(scalar) { return true }
        return Self.quotes[scalar] != nil && !isGershayim(at: place)
    }

    /// Whether a mark stands between two Hebrew letters, where it marks an acronym and quotes nothing.
    private func isGershayim(at place: Int) -> Bool {
        guard place > 0, place + 1 < scalars.count, scalars[place] == "\"" || scalars[place] == "”" else {
            return false
        }
        let letters: ClosedRange<Unicode.Scalar> = "\u{5D0}"..."\u{5EA}"
        return letters.contains(scalars[place - 1]) && letters.contains(scalars[place + 1])
    }

    /// Whether a word, phrase or group begins at `place`, so that a minus before it excludes.
    private func startsOperand(at place: Int) -> Bool {
        guard place < scalars.count else { return false }
        let scalar = scalars[place]
        return !isSpace(scalar) && scalar != ")" && scalar != "）" && scalar != "-"
    }

    /// Whether anything but spaces and closing parentheses follows.
    private func hasOperand(after place: Int) -> Bool {
        guard let next = scalars[place...].first(where: { !isSpace($0) }) else { return false }
        return next != ")" && next != "）"
    }
}
