/// The numbers of the page extractor in one place.
///
/// Calibrated on 1,194 pages with annotated bodies (four sets: news of two kinds, long blogs, press in five scripts;
/// `Benchmarks/ReaderBenchmark` prints predictions to score). Each was moved both ways alone and then with the others; where
/// its line gives a range, the mean body F1 of the sets stays within 0.001 in it. Text is weighed in letters; see
/// `TextWeight`.
enum PageThresholds {
    // MARK: What is text

    /// Letters a block needs to count as running text (15 to 25).
    static let runningText: Int32 = 25
    /// Letters from which a block without the end of a sentence counts as running text too (60 to 120).
    static let longText: Int32 = 100
    /// Letters below which a line of a body that is no sentence is a scrap (6 to 12).
    static let scrap: Int32 = 6
    /// The share of linked letters from which a block counts as links, not text (0.4 to 0.5).
    static let linkDensity = 0.5

    // MARK: What marks are believed

    /// The share of a page's running text from which a part cannot be what a class calls it (0.4 to 0.6).
    static let voidingShare = 0.55
    /// The same for comments, which do outgrow articles, and for whole parts of a page that lack its headline.
    static let voidingShareOfParts = 0.9
    /// The share of a container's running text from which a mark inside of it is not believed (0.3 to 0.5).
    static let credibleShare = 0.4
    /// The same for comments, related texts and hidden ones.
    static let credibleShareOfParts = 0.5

    /// Letters of running text in sight from which a page has an article without what is hidden.
    static let briefLetters: Int32 = 150

    // MARK: Which element holds the body

    /// What a level of the tree costs the score that a block gives to the elements around it (0.6 to 0.7; at 0.55 long
    /// bodies are cut to their longest part, at 0.8 related texts come in).
    static let levelDecay = 0.65
    /// What a list item or a table counts beside a paragraph (0.3 to 0.5).
    static let listGain = 0.4
    /// What an element gains by being called the article's body (1.4 to 1.7).
    static let bodyFactor = 1.7
    /// Elements of one page above which being called the body means nothing: the name of a kind of text, not of the body.
    static let mostBodies = 4
    /// What an `article` element gains (1.15 to 1.3).
    static let articleFactor = 1.15
    /// What a `main` element gains.
    static let mainFactor = 1.05
    /// Letters above which a block under a linked heading is no teaser.
    static let longestTeaser: Int32 = 400
    /// What a teaser's text counts when the body's element is chosen (0.2 to 0.5).
    static let teaserFactor = 0.2
    /// What a block that is marked as a byline counts.
    static let bylineFactor = 0.3

    // MARK: What is joined to it

    /// The share of the container's text that a sibling of the same class needs to be joined.
    static let siblingShareOfSameClass = 0.05
    /// The share that any other sibling needs (0.1 to 0.4).
    static let siblingShare = 0.2

    // MARK: When another strategy is tried

    /// Letters below which a body is implausible and the next strategy is tried (250 to 400).
    static let shortBody = 400
    /// Letters below which a page has no text to speak of.
    static let noText = 20
    /// Letters that linked data's body needs to be used.
    static let linkedBodyLetters = 250
}
