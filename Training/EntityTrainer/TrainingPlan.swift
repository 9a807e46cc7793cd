import Analysis

/// What a model learns from, how long, and how large it becomes.
struct TrainingPlan {
    /// Corpora whose terms do not allow a model that is shipped to be trained on them, or whose terms are not known.
    var excluded: Set<String>
    /// Corpora whose documents count for more or less than 1.
    var weights: [String: Float]
    /// Lists of names beside those for English.
    var lists: [(list: EntityGazetteer.List, file: String)]
    /// Runs whose weights are averaged, and those of the models that calibrate.
    var runs: Int
    var calibrationRuns: Int
    /// Parts out of five that are left out in turn to learn how often names are right.
    var calibrationFolds: Int
    /// Features that were seen less often teach nothing.
    var leastOccurrences: Int32
    /// Places of the gazetteer, and buckets of the table of weights.
    var places: Int
    var buckets: Int

    /// The model for English: below one mebibyte. News counts for more; the other corpora are encyclopaedic.
    static let english = TrainingPlan(
        excluded: ["gmb"], weights: ["gum-news": 2, "re3d": 2], lists: [], runs: 8, calibrationRuns: 8,
        calibrationFolds: 5,
        leastOccurrences: 2,
        places: 168_000,
        buckets: 11_300)

    /// The one model for all other languages. Newspapers of the nineteenth century count for less, and corpora with one kind of text.
    static let otherLanguages = TrainingPlan(
        excluded: ["gmb", "wikiann"],
        weights: ["europeana": 0.3, "newseye": 0.5, "lener-br": 0.3, "mobie": 0.5, "wikiner": 0.7],
        lists: [
            (.country, "countries-other"), (.town, "towns-other"), (.givenName, "given-names-other"),
            (.surname, "surnames-other"),
        ],
        runs: 4, calibrationRuns: 1, calibrationFolds: 1, leastOccurrences: 2, places: 228_000, buckets: 80_000)

    /// A plan by its name on the command line.
    static func named(_ name: String) -> TrainingPlan? {
        switch name {
        case "english": english
        case "other": otherLanguages
        default: nil
        }
    }
}
