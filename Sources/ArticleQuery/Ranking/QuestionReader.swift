import SearchText

/// Makes of the plain words of a query what articles are ranked by: small words go, and each other word gets the forms, spellings and
/// names that mean it.
package struct QuestionReader {
    /// Ways in which one word may stand; more cost time and bring little.
    static let mostAlternatives = 24
    /// Words that rank; the rest of a longer question is left out, the first ones that are commonest.
    package static let mostWords = 32
    /// A word that so many articles have, or fewer, is hardly known.
    private static let fewArticles = 2

    private let vocabulary: Vocabulary?
    private let forms: (String) -> [String]
    private let occurs: (String) -> Bool
    private let isPhrase: ([String]) -> Bool
    private let isOfLanguage: (_ typed: String, _ word: String) -> Bool
    private let slips: SlipFinder?
    private let isExact: Bool
    private let constants: RankingConstants

    /// - Parameters:
    ///   - vocabulary: the words of the archive; nil where no list of them was made yet.
    ///   - isExact: true to take each word as it stands.
    ///   - forms: the inflected forms of a folded word that occur in the archive.
    ///   - occurs: whether a folded word occurs, also where the list does not know it yet.
    ///   - isPhrase: whether folded words stand side by side somewhere.
    ///   - isOfLanguage: whether a word of the archive may be of the language of one that was typed.
    ///   - constants: what each way to write a word counts.
    package init(
        vocabulary: Vocabulary?, isExact: Bool, forms: @escaping (String) -> [String],
        occurs: @escaping (String) -> Bool, isPhrase: @escaping ([String]) -> Bool = { _ in false },
        isOfLanguage: @escaping (_ typed: String, _ word: String) -> Bool = { _, _ in true },
        constants: RankingConstants = .standard
    ) {
        self.vocabulary = vocabulary
        self.isExact = isExact
        self.constants = constants
        self.forms = forms
        self.occurs = occurs
        self.isPhrase = isPhrase
        self.isOfLanguage = isOfLanguage
        slips = vocabulary.map { SlipFinder($0, forms: forms, occurs: occurs) }
    }

    /// The words of a query that rank, and behind them the time that it names.
    package func words(of query: SearchQuery) -> [RankedWord] {
        let terms = Self.meaningful(query.scoredTerms.flatMap(Self.units))
        var words = terms.map { word($0) }
        if !isExact { joinNeighbours(&words) }
        var known: [RankedWord] = []
        for word in words
        where !known.contains(where: {
            $0.alternatives.first == word.alternatives.first && $0.fields == word.fields
        }) {
            known.append(word)
        }
        let time = timeWord(of: query)
        let room = Self.mostWords - (time == nil ? 0 : 1)
        if known.count > room {
            let limit = known.map(\.articles).sorted()[room - 1]
            known = Array(known.filter { $0.articles <= limit }.prefix(room))
        }
        return known + [time].compactMap(\.self)
    }

    /// The time that a query names, as its words stand in texts; nil for none.
    private func timeWord(of query: SearchQuery) -> RankedWord? {
        // A lone year is still a word of the question.
        guard let time = query.time, let phrase = time.phrase, !query.looksForItsTime else { return nil }
        var word = RankedWord(
            typed: time.typed,
            alternatives: [RankedWord.Alternative(phrase: phrase, weight: 1, reason: .typed)], articles: 0,
            isUnit: false)
        word.articles = articles(with: phrase)
        word.isTime = true
        word.share = constants.timeInText
        return word
    }

    // MARK: Words

    /// A run of a script without spaces as its pairs, each of which ranks by itself; other terms as they are.
    private static func units(_ scored: SearchQuery.ScoredTerm) -> [SearchQuery.ScoredTerm] {
        let term = scored.term
        guard term.isRanked, let phrase = term.phrases.first, phrase.tokens.count > 1,
            phrase.tokens.contains(where: \.isDividedScript)
        else { return [scored] }
        return phrase.tokens.enumerated().map { index, token in
            let isLast = index == phrase.tokens.count - 1
            var unit = QueryTerm(
                phrases: [TokenPhrase(tokens: [token], isPrefix: isLast && phrase.isPrefix)], inflected: nil)
            unit.typed = token
            unit.isRanked = true
            return SearchQuery.ScoredTerm(term: unit, fields: [], isAlternative: false)
        }
    }

    /// The words without those that ask and join, unless there are no others. What stands in capitals among small letters is a name.
    private static func meaningful(_ terms: [SearchQuery.ScoredTerm]) -> [SearchQuery.ScoredTerm] {
        let small = SmallWords(among: terms.map(\.term))
        let kept = terms.filter { !small.contain($0.term) }
        return kept.contains(where: \.term.isRanked) ? kept : terms
    }

    private func word(_ scored: SearchQuery.ScoredTerm) -> RankedWord {
        var word = word(scored.term)
        word.isAlternative = scored.isAlternative
        word.fields = scored.fields
        if let field = scored.fields.first?.typedWords.first, scored.fields.count == 1 {
            word.typed = "\(field):\(word.typed)"
        }
        return word
    }

    private func word(_ term: QueryTerm) -> RankedWord {
        let own = term.phrases.map { RankedWord.Alternative(phrase: $0, weight: 1, reason: .typed) }
        let isUnit = term.phrases.first.map { $0.tokens.count == 1 && $0.tokens[0].isDividedScript } ?? false
        var word = RankedWord(typed: term.typed, alternatives: own, articles: 0, isUnit: isUnit)
        word.articles = own.map { articles(with: $0.phrase) }.max() ?? 0
        word.articlesAsTyped = word.articles
        word.isDemanded = !term.isRanked
        guard !isExact, let single = term.inflected else { return estimated(word) }
        // A word with letters that English does not have is no English word, whatever other rules make of it.
        let inflected = forms(single).filter { word.articles > 0 || isOfLanguage(term.typed, $0) }
        add(inflected, constants.inflected, .inflected, to: &word)
        // What is demanded is what was typed and its forms, and what was meant by a slip.
        guard term.isRanked else {
            addNeighbours(of: single, hasForms: !inflected.isEmpty, to: &word)
            return estimated(word)
        }
        add(SpellingVariants.variants(of: single).filter(isKnown), constants.variant, .variant, to: &word)
        if let vocabulary {
            addParts(of: single, vocabulary, to: &word)
            addPlaces(of: single, isName: term.typed.first?.isUppercase == true, vocabulary, to: &word)
            addNeighbours(of: single, hasForms: !inflected.isEmpty, to: &word)
            if term.typed.first?.isUppercase == true { addOtherScript(of: single, vocabulary, to: &word) }
        }
        return estimated(word)
    }

    private func add(
        _ terms: [String], _ weight: Double, _ reason: RankedWord.Reason, to word: inout RankedWord
    ) {
        for term in terms where word.alternatives.count < Self.mostAlternatives && SearchFold.isToken(term) {
            let phrase = TokenPhrase(tokens: [term])
            guard !word.alternatives.contains(where: { $0.phrase == phrase }) else { continue }
            word.alternatives.append(RankedWord.Alternative(phrase: phrase, weight: weight, reason: reason))
        }
    }

    /// The number of articles of a word that does not occur as it was typed is that of what means it.
    private func estimated(_ word: RankedWord) -> RankedWord {
        guard word.articles == 0 else { return word }
        var word = word
        word.articles = word.alternatives.map { articles(with: $0.phrase) }.reduce(0, +)
        return word
    }

    private func isKnown(_ term: String) -> Bool { (vocabulary?.articles(with: term) ?? 0) > 0 || occurs(term) }

    private func articles(with phrase: TokenPhrase) -> Int {
        guard let vocabulary else { return 0 }
        if phrase.isPrefix, let last = phrase.tokens.last {
            return vocabulary.terms(withPrefix: last, limit: 64).map(\.articles).reduce(0, +)
        }
        return phrase.tokens.map { vocabulary.articles(with: $0) }.min() ?? 0
    }

    // MARK: Compounds

    /// Letters that German and the Nordic languages put between the parts of a compound.
    private static let linking = ["", "s", "n", "en", "es", "er"]
    /// Fewer letters are no part of a compound.
    private static let shortestPart = 3
    /// Letters of a word that may be written with a hyphen; longer ones are compounds.
    private static let longestHyphenated = 12
    /// A part must be a word of so many articles.
    private static let articlesOfPart = 2

    /// A long word that is hardly known as the words that it is made of.
    private func addParts(of single: String, _ vocabulary: Vocabulary, to word: inout RankedWord) {
        let letters = Array(single)
        if addHyphenated(letters, vocabulary, to: &word) { return }
        guard letters.count >= 2 * Self.shortestPart, word.articles <= Self.fewArticles, letters.allSatisfy(\.isLetter)
        else {
            return
        }
        var best: (parts: [String], articles: Int)?
        for place in Self.shortestPart...(letters.count - Self.shortestPart) {
            let last = String(letters[place...])
            let ofLast = vocabulary.articles(with: last)
            guard ofLast >= Self.articlesOfPart else { continue }
            let head = String(letters[..<place])
            for link in Self.linking where head.hasSuffix(link) && head.count - link.count >= Self.shortestPart {
                let first = String(head.dropLast(link.count))
                let least = min(ofLast, vocabulary.articles(with: first))
                if least >= Self.articlesOfPart, least > best?.articles ?? 0, isPhrase([first, last]) {
                    best = ([first, last], least)
                }
            }
        }
        if let best {
            word.alternatives.append(
                RankedWord.Alternative(
                    phrase: TokenPhrase(tokens: best.parts), weight: constants.compound, reason: .compound))
        }
    }

    /// A word that the archive does not have as the two that it is written in there: wifi as Wi-Fi.
    private func addHyphenated(_ letters: [Character], _ vocabulary: Vocabulary, to word: inout RankedWord) -> Bool {
        guard word.articles == 0, (4...Self.longestHyphenated).contains(letters.count) else { return false }
        for place in 2...(letters.count - 2) {
            let parts = [String(letters[..<place]), String(letters[place...])]
            guard parts.allSatisfy({ vocabulary.articles(with: $0) > 0 && !FunctionWords.contain($0) }), isPhrase(parts)
            else { continue }
            word.alternatives.append(
                RankedWord.Alternative(
                    phrase: TokenPhrase(tokens: parts), weight: constants.variant, reason: .compound))
            return true
        }
        return false
    }

    /// Two words that stand side by side in the question as the compound that they may be one of.
    private func joinNeighbours(_ words: inout [RankedWord]) {
        guard let vocabulary, words.count > 1 else { return }
        for index in words.indices.dropLast() {
            guard words[index].fields.isEmpty, words[index + 1].fields.isEmpty,
                let left = words[index].alternatives.first?.phrase,
                let right = words[index + 1].alternatives.first?.phrase,
                left.tokens.count == 1, right.tokens.count == 1, !left.isPrefix, !words[index].isUnit,
                !words[index + 1].isUnit, !words[index].isDemanded, !words[index + 1].isDemanded,
                left.tokens[0].count + right.tokens[0].count >= 2 * Self.shortestPart
            else { continue }
            var compounds: [String] = []
            for link in Self.linking {
                let joined = left.tokens[0] + link + right.tokens[0]
                // Its own forms stand beside it.
                compounds += vocabulary.terms(withPrefix: joined, limit: 16).map(\.term).filter {
                    $0.count <= joined.count + 3
                }
            }
            add(Array(compounds.prefix(6)), constants.compound, .compound, to: &words[index])
            add(Array(compounds.prefix(6)), constants.compound, .compound, to: &words[index + 1])
        }
    }

    // MARK: Places

    /// Letters that the endings of an adjective have at most.
    private static let adjectiveEnding = 3

    /// A place for the adjective that is made of it, and the adjective for the place.
    private func addPlaces(of single: String, isName: Bool, _ vocabulary: Vocabulary, to word: inout RankedWord) {
        let candidates = PlaceAdjectives.candidates(of: single, isName: isName)
        let words = candidates.words.filter { vocabulary.articles(with: $0) > 0 }
        add(words, constants.place, .place, to: &word)
        for prefix in candidates.prefixes {
            let begun = vocabulary.terms(withPrefix: prefix, limit: Self.mostAlternatives).map(\.term)
            add(
                begun.filter { $0.count <= prefix.count + Self.adjectiveEnding }, constants.place, .place,
                to: &word)
        }
        for each in words.prefix(2) { add(Array(forms(each).prefix(4)), constants.place, .place, to: &word) }
    }

    // MARK: Slips and scripts

    /// The neighbours of a word that the archive does not know, or that is rare beside one that is much commoner.
    private func addNeighbours(of single: String, hasForms: Bool, to word: inout RankedWord) {
        // What is written in two words somewhere is no slip.
        guard !word.alternatives.contains(where: { $0.reason == .compound }) else { return }
        for meant in slips?.meant(by: single, articles: word.articles, hasForms: hasForms) ?? []
        where isOfLanguage(word.typed, meant.term) {
            let weight =
                meant.isInPlace
                ? constants.neighbour - constants.neighbourStep * Double(meant.cost - 1) : constants.commonerNeighbour
            add([meant.term], weight, .neighbour, to: &word)
            if meant.isInPlace {
                add(Array(forms(meant.term).prefix(6)), weight * constants.inflected, .inflected, to: &word)
            }
        }
    }

    /// The same name in another alphabet, as the archive spells it.
    private func addOtherScript(of single: String, _ vocabulary: Vocabulary, to word: inout RankedWord) {
        guard single.count >= 4 else { return }
        for form in Transliteration.forms(of: single) {
            // The spelling of a short name leaves no room for another one: Путин is no путь.
            let near =
                isKnown(form)
                ? [form]
                : vocabulary.neighbours(of: form, mostCost: form.count < 7 ? 0 : 2, limit: 4).map(\.term).filter {
                    $0.first?.isASCII == form.first?.isASCII
                }
            addOtherScript(near, to: &word)
        }
        addOtherScript(
            Transliteration.greekForms(of: single) { vocabulary.terms(withPrefix: $0, limit: 1).first?.term }, to: &word
        )
    }

    private func addOtherScript(_ near: [String], to word: inout RankedWord) {
        add(Array(near.prefix(3)), constants.otherScript, .otherScript, to: &word)
        for name in near.prefix(1) {
            add(Array(forms(name).prefix(4)), constants.otherScript, .otherScript, to: &word)
        }
    }
}
