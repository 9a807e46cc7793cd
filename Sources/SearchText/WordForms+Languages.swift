extension WordForms {
    /// A language whose articles are fewer than one in so many of its script is left out.
    ///
    /// Each algorithm joins words of the other languages that have nothing to do with each other, so that a handful of
    /// articles must not change every search; and who searches that handful can name its language.
    public static let smallestShare = 50

    /// The languages whose inflected forms are worth trying in an archive: those with a real share of the articles in their
    /// script, and the only ones of their script however few their articles are.
    ///
    /// - Parameter counts: articles (all, or a fair sample) by ISO 639-1 code; 0 for a language that is there without being in
    ///   the sample.
    /// - Returns: the codes, sorted.
    public static func languages(ofArticles counts: [String: Int]) -> [String] {
        counts.keys.filter { code in
            guard let script = WordScript.allCases.first(where: { $0.stemmedLanguages.contains(code) }) else {
                // No algorithm: it joins nothing.
                return true
            }
            let total = script.stemmedLanguages.reduce(0) { $0 + (counts[$1] ?? 0) }
            return (counts[code] ?? 0) * smallestShare >= total
        }.sorted()
    }
}
