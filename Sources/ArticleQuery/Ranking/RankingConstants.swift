/// The numbers by which a search ranks, all in one place. They were chosen by hand with the development questions in view; docs/search.md
/// has what they reach.
package struct RankingConstants: Sendable {
    /// Those that searches use.
    package static let standard = RankingConstants()

    /// How quickly further occurrences of a word count less, and how much a long text is held against it (BM25; Robertson and Zaragoza,
    /// The Probabilistic Relevance Framework, 2009).
    package var saturation = 1.2
    /// How much the length of a text counts, 0 to 1.
    package var lengthNormalization = 0.75
    /// What another form of a word counts, where the word as typed counts 1.
    package var inflected = 0.45
    /// What the spelling of another country, or a number in digits for one in words, counts.
    package var variant = 0.9
    /// What a compound counts for its parts, and the parts for their compound.
    package var compound = 0.8
    /// What the adjective of a place counts for it, and the place for the adjective.
    package var place = 0.4
    /// What a word that is spelled a slip away counts, and less for each half letter more.
    package var neighbour = 0.7
    /// What it counts less for each half of a letter beyond the first.
    package var neighbourStep = 0.1
    /// What the neighbour of a word counts that the archive has, but hardly ever.
    package var commonerNeighbour = 0.4
    /// What a name in another alphabet counts.
    package var otherScript = 0.4
    /// What two neighbouring words of the question count that stand side by side in the text, as a part of the rarer one's weight;
    /// less the further apart they stand, and less in the other order.
    package var proximity = 0.5
    /// What counts besides where every word is answered, as a part of the weight of all, beyond what puts such an article before all others.
    package var complete = 0.3
    /// What an article of the time that the question names counts more, as a part of its score.
    package var asOfTime = 0.15
    /// What the words of that time count in a text, where other words count 1.
    package var timeInText = 0.3
    /// Hits that score less than this part of the best one are left out.
    package var leastShare = 0.2

    /// What an article that answers every word gains, as a part of the weight of all: more than the others can bring together (a word at most
    /// `saturation + 1` times its weight, and two side by side `proximity` of it), so that all words come before most.
    package var everyWord: Double { complete + (saturation + 1 + proximity) * (1 + asOfTime) }
}
