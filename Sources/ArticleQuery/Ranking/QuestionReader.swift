import SearchText

/// Makes of the plain words of a query what articles are ranked by: small words go, and each other word gets the forms, spellings and
/// names that mean it.
package struct QuestionReader {
    /// Ways in which one word may stand; more cost time and bring little.
    private static let mostAlternatives = 24
    /// Words that rank; the rest of a longer question is left out, the first ones that are commonest.
    package static let mostWords = 32
    /// Neighbours of a word that is not known.
    private static let mostNeighbours = 3
    /// A word that so many articles have, or fewer, may be a slip that others made too.
    private static let fewArticles = 2
    /// Its neighbour must be so many times as frequent.
    private static let commoner = 20

    private let vocabulary: Vocabulary?
    private let forms: (String) -> [String]
    private let occurs: (String) -> Bool
    private let isExact: Bool
    private let constants: RankingConstants

    /// - Parameters:
    ///   - vocabulary: the words of the archive; nil where no list of them was made yet.
    ///   - isExact: true to take each word as it stands.
    ///   - forms: the inflected forms of a folded word that occur in the archive.
    ///   - occurs: whether a folded word occurs, also where the list does not know it yet.
    ///   - constants: what each way to write a word counts.
    package init(
        vocabulary: Vocabulary?, isExact: Bool, forms: @escaping (String) -> [String],
        occurs: @escaping (String) -> Bool, constants: RankingConstants = .standard
    ) {
        self.vocabulary = vocabulary
        self.isExact = isExact
        self.constants = constants
        self.forms = forms
        self.occurs = occurs
    }

    /// The words of a query that rank.
    package func words(of query: SearchQuery) -> [RankedWord] {
        let terms = Self.meaningful(query.scoredTerms.flatMap(Self.units))
        var words = terms.map { word($0) }
        if !isExact { joinNeighbours(&words) }
        var known: [RankedWord] = []
        for word in words where !known.contains(where: { $0.alternatives.first == word.alternatives.first }) {
            known.append(word)
        }
        guard known.count > Self.mostWords else { return known }
        let limit = known.map(\.articles).sorted()[Self.mostWords - 1]
        return Array(known.filter { $0.articles <= limit }.prefix(Self.mostWords))
    }

    // MARK: Words

    /// A run of a script without spaces as its pairs, each of which ranks by itself; other terms as they are.
    private static func units(_ term: QueryTerm) -> [QueryTerm] {
        guard term.isRanked, let phrase = term.phrases.first, phrase.tokens.count > 1,
            phrase.tokens.contains(where: \.isDividedScript)
        else { return [term] }
        return phrase.tokens.enumerated().map { index, token in
            let isLast = index == phrase.tokens.count - 1
            var unit = QueryTerm(
                phrases: [TokenPhrase(tokens: [token], isPrefix: isLast && phrase.isPrefix)], inflected: nil)
            unit.typed = token
            unit.isRanked = true
            return unit
        }
    }

    /// The words without those that ask and join, unless there are no others. What stands in capitals among small letters is a name.
    private static func meaningful(_ terms: [QueryTerm]) -> [QueryTerm] {
        let isShouted = terms.allSatisfy { $0.typed == $0.typed.uppercased() }
        let kept = terms.filter { term in
            guard term.isRanked, let phrase = term.phrases.first, phrase.tokens.count == 1,
                !phrase.isPrefix || phrase.tokens[0].isDividedScript
            else { return true }
            let token = phrase.tokens[0]
            if FunctionWords.containUnit(token) { return false }
            let isName =
                !isShouted && term.typed.count > 1 && term.typed == term.typed.uppercased()
                && term.typed != term.typed.lowercased()
            return isName || !FunctionWords.contain(token)
        }
        return kept.contains(where: \.isRanked) ? kept : terms
    }

    private func word(_ term: QueryTerm) -> RankedWord {
        let own = term.phrases.map { RankedWord.Alternative(phrase: $0, weight: 1, reason: .typed) }
        let isUnit = term.phrases.first.map { $0.tokens.count == 1 && $0.tokens[0].isDividedScript } ?? false
        var word = RankedWord(typed: term.typed, alternatives: own, articles: 0, isUnit: isUnit)
        word.articles = own.map { articles(with: $0.phrase) }.max() ?? 0
        word.isDemanded = !term.isRanked
        guard !isExact, let single = term.inflected else { return estimated(word) }
        let inflected = forms(single)
        add(inflected, constants.inflected, .inflected, to: &word)
        // What is demanded is what was typed and its forms, nothing that is assumed.
        guard term.isRanked else { return estimated(word) }
        add(SpellingVariants.variants(of: single).filter(isKnown), constants.variant, .variant, to: &word)
        if let vocabulary {
            addParts(of: single, vocabulary, to: &word)
            addPlaces(of: single, isName: term.typed.first?.isUppercase == true, vocabulary, to: &word)
            addNeighbours(of: single, hasForms: !inflected.isEmpty, vocabulary, to: &word)
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
    /// A part must be a word of so many articles.
    private static let articlesOfPart = 2

    /// A long word that is hardly known as the words that it is made of.
    private func addParts(of single: String, _ vocabulary: Vocabulary, to word: inout RankedWord) {
        let letters = Array(single)
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
                if least >= Self.articlesOfPart, least > best?.articles ?? 0 { best = ([first, last], least) }
            }
        }
        if let best {
            word.alternatives.append(
                RankedWord.Alternative(
                    phrase: TokenPhrase(tokens: best.parts), weight: constants.compound, reason: .compound))
        }
    }

    /// Two words that stand side by side in the question as the compound that they may be one of.
    private func joinNeighbours(_ words: inout [RankedWord]) {
        guard let vocabulary, words.count > 1 else { return }
        for index in words.indices.dropLast() {
            guard let left = words[index].alternatives.first?.phrase,
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
    private func addNeighbours(
        of single: String, hasForms: Bool, _ vocabulary: Vocabulary, to word: inout RankedWord
    ) {
        let isUnknown = word.articles == 0 && !hasForms && !occurs(single)
        guard isUnknown || word.articles <= Self.fewArticles else { return }
        let most = Vocabulary.mostCost(letters: single.unicodeScalars.count)
        let near = vocabulary.neighbours(of: single, mostCost: isUnknown ? most : min(most, 2), limit: 16)
        guard let nearest = near.first else { return }
        for neighbour in near.filter({
            isUnknown ? $0.cost <= nearest.cost + 1 : $0.articles >= Self.commoner * max(1, word.articles)
        })
        .prefix(isUnknown ? Self.mostNeighbours : 1) {
            let weight =
                isUnknown
                ? constants.neighbour - constants.neighbourStep * Double(neighbour.cost - 1)
                : constants.commonerNeighbour
            add([neighbour.term], weight, .neighbour, to: &word)
            if isUnknown {
                add(Array(forms(neighbour.term).prefix(6)), weight * constants.inflected, .inflected, to: &word)
            }
        }
    }

    /// The same name in another alphabet, as the archive spells it.
    private func addOtherScript(of single: String, _ vocabulary: Vocabulary, to word: inout RankedWord) {
        guard single.count >= 4 else { return }
        for form in Transliteration.forms(of: single) {
            let near =
                (isKnown(form) ? [form] : [])
                + vocabulary.neighbours(of: form, mostCost: 2, limit: 4).filter {
                    $0.term.first?.isASCII == form.first?.isASCII
                }
                .map(\.term)
            add(Array(near.prefix(3)), constants.otherScript, .otherScript, to: &word)
            for name in near.prefix(1) {
                add(Array(forms(name).prefix(4)), constants.otherScript, .otherScript, to: &word)
            }
        }
    }
}
