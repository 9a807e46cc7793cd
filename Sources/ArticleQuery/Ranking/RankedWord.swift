import Glibc
import SearchText

/// A word of a question that ranks articles, with everything that is taken to mean it.
package struct RankedWord: Sendable, Equatable {
    /// Why a phrase is looked for.
    package enum Reason: String, Sendable, Equatable {
        /// It is the word as it was typed, or a spelling that means the same.
        case typed
        /// It is another form of it.
        case inflected
        /// It is the spelling of another country, or the number in digits or words.
        case variant
        /// It is the compound of its parts, or the parts of the compound.
        case compound
        /// It is the adjective of the place, or the place of the adjective.
        case place
        /// It is a slip away.
        case neighbour
        /// It is the same name in another alphabet.
        case otherScript
    }

    /// One way in which the word may stand in an article.
    package struct Alternative: Sendable, Equatable {
        /// The tokens.
        package var phrase: TokenPhrase
        /// What it counts, where the word as typed counts 1.
        package var weight: Double
        /// Why it is looked for.
        package var reason: Reason
    }

    /// The word as it was typed.
    package var typed: String
    /// What means it, the word itself first.
    package var alternatives: [Alternative]
    /// In how many articles the word as typed occurs, or, where in none, what means it: an estimate.
    package var articles: Int
    /// Whether it is a pair or a single character of a script without spaces.
    package var isUnit: Bool
    /// In how many articles the word as typed occurs: an estimate, 0 for none.
    package var articlesAsTyped = 0
    /// Whether an article must have it, so that it only ranks those that do.
    package var isDemanded = false
    /// Whether it is one of several of which one is enough.
    package var isAlternative = false
    /// Where it must stand; empty for anywhere.
    package var fields: Set<SearchField> = []
    /// Whether it is the time that the question names: a text that says it gains, and none lacks it.
    package var isTime = false
    /// What it counts beside the others.
    package var share = 1.0

    /// What was looked for in place of a word that the archive does not have, or beside one that it hardly has; empty for others.
    package var assumed: [String] {
        guard !isTime else { return [] }
        return alternatives.filter { alternative in
            switch alternative.reason {
            case .typed: false
            case .neighbour, .otherScript: true
            case .inflected, .variant, .compound, .place: articlesAsTyped == 0
            }
        }.map { $0.phrase.tokens.joined(separator: " ") }
    }

    /// Whether each article that is found has one of the alternatives: the word is demanded, and nothing that was left out stands for it.
    package var isOfEveryArticle: Bool {
        isDemanded && !isAlternative && fields.isEmpty && alternatives.count < QuestionReader.mostAlternatives
    }

    /// How much it counts that an article has the word: the rarer, the more (the idf of BM25, which is never negative).
    package func weight(ofArticles total: Int) -> Double {
        share * RankedWord.weight(articles: articles, of: total)
    }

    static func weight(articles: Int, of total: Int) -> Double {
        let (found, all) = (Double(max(0, min(articles, total))), Double(max(1, total)))
        return log(1 + (all - found + 0.5) / (found + 0.5))
    }
}
