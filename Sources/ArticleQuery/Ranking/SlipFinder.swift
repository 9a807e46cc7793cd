import SearchText

/// Finds what may have been meant by a word that is misspelled, among the words of the archive.
package struct SlipFinder {
    /// A word that may have been meant.
    package struct Meant: Equatable {
        /// The word.
        package var term: String
        /// How far it is, in halves of a letter.
        package var cost: Int
        /// Whether it stands in place of a word that no article has, and not only beside one.
        package var isInPlace: Bool
    }

    /// Words that stand in place of one that no article has.
    private static let mostNeighbours = 3
    /// A word that so many articles have, or fewer, may be a slip that others made too.
    private static let fewArticles = 2
    /// What was meant must be in so many times as many articles, where hands do such a slip often (two letters in the wrong order, a letter
    /// doubled or single), and where they do not.
    private static let (commonerByHabit, commoner) = (5, 20)
    /// Shorter words are too near to too many others.
    private static let shortest = 4
    /// A word of so many letters may lack two of them, where what is left begins as it should.
    private static let (lettersOfLong, sharedOfLong, costOfLong) = (7, 4, 4)

    private let vocabulary: Vocabulary
    private let forms: (String) -> [String]
    private let occurs: (String) -> Bool

    /// - Parameters:
    ///   - vocabulary: the words of the archive.
    ///   - forms: the inflected forms of a folded word that occur in the archive.
    ///   - occurs: whether a folded word occurs, also where the list does not know it yet.
    package init(
        _ vocabulary: Vocabulary, forms: @escaping (String) -> [String], occurs: @escaping (String) -> Bool
    ) {
        (self.vocabulary, self.forms, self.occurs) = (vocabulary, forms, occurs)
    }

    /// What may have been meant by a word; empty for a word that is known well.
    ///
    /// - Parameters:
    ///   - word: a folded word.
    ///   - articles: how many articles have it.
    ///   - hasForms: whether the archive has other forms of it, so that it is a word.
    package func meant(by word: String, articles: Int, hasForms: Bool) -> [Meant] {
        let letters = word.unicodeScalars.count
        let isUnknown = articles == 0 && !hasForms && !occurs(word)
        guard letters >= Self.shortest, isUnknown || articles <= Self.fewArticles else { return [] }
        let most = Vocabulary.mostCost(letters: letters)
        let near = neighbours(of: word, mostCost: isUnknown ? most : min(most, 2))
        if isUnknown {
            let found = near.isEmpty ? longer(than: word) : near
            return found.filter { $0.cost <= (found.first?.cost ?? 0) + 1 }.prefix(Self.mostNeighbours).map {
                Meant(term: $0.term, cost: $0.cost, isInPlace: true)
            }
        }
        return near.filter { neighbour in
            let times = neighbour.cost == 1 && !hasForms ? Self.commonerByHabit : Self.commoner
            return neighbour.articles >= times * max(1, articles)
        }
        .prefix(1).map { Meant(term: $0.term, cost: $0.cost, isInPlace: false) }
    }

    /// What may have been meant by a word that no article has in any form, with the forms of that; empty for other words.
    package func inPlace(of word: String) -> [String] {
        let articles = vocabulary.articles(with: word)
        guard articles == 0 else { return [] }
        return meant(by: word, articles: 0, hasForms: !forms(word).isEmpty).filter(\.isInPlace).flatMap {
            [$0.term] + forms($0.term).prefix(6)
        }
    }

    /// The words nearest to one that are long enough and name something.
    private func neighbours(of word: String, mostCost: Int) -> [Vocabulary.Neighbour] {
        let letters = word.unicodeScalars.count
        return vocabulary.neighbours(of: word, mostCost: mostCost, limit: 16).filter { neighbour in
            let length = neighbour.term.unicodeScalars.count
            guard length >= Self.shortest, !FunctionWords.contain(neighbour.term) else { return false }
            // In a word of four letters another letter makes another word.
            return letters > Self.shortest || length != letters || neighbour.cost < 2
        }
    }

    /// Words that a long word may lack letters of.
    private func longer(than word: String) -> [Vocabulary.Neighbour] {
        guard word.unicodeScalars.count >= Self.lettersOfLong else { return [] }
        let beginning = String(word.prefix(Self.sharedOfLong))
        return vocabulary.neighbours(of: word, mostCost: Self.costOfLong, limit: 16, beginning: beginning).filter {
            $0.term.count > word.count && $0.term.last == word.last
        }
    }
}
