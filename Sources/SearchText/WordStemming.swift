/// An algorithm that gives the inflected forms of a word the same stem.
protocol WordStemming: AnyObject {
    /// The stem of a folded word; nil when it has none.
    func stem(_ word: String) -> String?
}
