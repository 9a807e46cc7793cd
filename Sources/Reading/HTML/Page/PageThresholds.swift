/// The numbers of the page extractor in one place.
///
/// Calibrated on pages with annotated truth (`Benchmarks/ReaderBenchmark` prints predictions to score): each was moved both
/// ways and stands in the middle of a range in which the result does not change, unless its line says otherwise. Text is
/// weighed in letters; see `TextWeight`.
enum PageThresholds {
    /// Letters a block needs to count as running text.
    static let runningText: Int32 = 25
    /// Letters from which a block without the end of a sentence counts as running text too.
    static let longText: Int32 = 80
    /// The share of linked letters from which a block counts as links, not text.
    static let linkDensity = 0.5
    /// The share of a page's running text from which a part cannot be what a class calls it.
    static let voidingShare = 0.5
    /// The same for comments, which do outgrow articles, and for whole parts of a page that lack its headline.
    static let voidingShareOfParts = 0.9
    /// The share of a container's running text from which a mark inside of it is not believed.
    static let credibleShare = 0.4
    /// What a level of the tree costs the score that a block gives to the elements around it.
    static let levelDecay = 0.7
    /// Letters above which a block under a linked heading is no teaser.
    static let longestTeaser: Int32 = 400
    /// What a teaser's text counts when the body's element is chosen.
    static let teaserFactor = 0.2
    /// Letters below which a body is implausible and the next strategy is tried.
    static let shortBody = 250
    /// Letters below which a page has no text to speak of.
    static let noText = 20
    /// The share of linked data's body that must be found on the page to trust it.
    static let linkedBodyCoverage = 0.7
    /// Letters that linked data's body needs to be used.
    static let linkedBodyLetters = 250
}
