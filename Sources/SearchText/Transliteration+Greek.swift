extension Transliteration {
    /// Words of Greek letters that a folded name of Latin letters may be: Iran as Ιράν, Mitsotakis as Μητσοτάκης.
    ///
    /// One Latin letter is several Greek ones, so that the words that occur decide: each letter is tried only where a word goes on so.
    /// - Parameter firstWord: the first folded word that begins with a prefix; nil where none does.
    package static func greekForms(of word: String, firstWord: (_ prefix: String) -> String?) -> [String] {
        guard word.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else { return [] }
        var found: [String] = []
        var steps = 0
        func go(_ rest: Substring, _ text: String) {
            guard steps < mostSteps, found.count < mostForms else { return }
            steps += 1
            if !text.isEmpty, firstWord(text) == nil { return }
            guard !rest.isEmpty else {
                for ending in endings where firstWord(text + ending) == text + ending && !found.contains(text + ending)
                {
                    found.append(text + ending)
                }
                return
            }
            for (latin, greek) in greekOfLatin where rest.hasPrefix(latin) {
                for letters in greek { go(rest.dropFirst(latin.count), text + letters) }
            }
        }
        go(word[...], "")
        return Array(found.prefix(mostForms))
    }

    /// Beginnings that are looked up at most, and words that are given.
    private static let (mostSteps, mostForms) = (400, 3)
    /// Endings of names.
    private static let endings = ["", "σ", "α", "η", "ου"]

    /// The longest groups first.
    private static let greekOfLatin: [(String, [String])] = [
        ("th", ["θ"]), ("ph", ["φ"]), ("ch", ["χ", "τσ"]), ("kh", ["χ"]), ("ps", ["ψ"]), ("ks", ["ξ"]), ("ou", ["ου"]),
        ("nd", ["ντ"]), ("mp", ["μπ"]), ("ai", ["αι"]), ("av", ["αυ"]), ("ev", ["ευ"]), ("sh", ["σ"]), ("tz", ["τζ"]),
        ("a", ["α"]), ("b", ["μπ", "β"]), ("c", ["κ", "σ"]), ("d", ["ντ", "δ"]), ("e", ["ε", "αι", "η"]),
        ("f", ["φ"]), ("g", ["γκ", "γ"]), ("h", ["χ", ""]), ("i", ["ι", "η", "ει", "υ", "οι"]), ("j", ["τζ"]),
        ("k", ["κ"]),
        ("l", ["λ"]), ("m", ["μ"]), ("n", ["ν"]), ("o", ["ο", "ω"]), ("p", ["π"]), ("q", ["κ"]), ("r", ["ρ"]),
        ("s", ["σ", "ζ"]), ("t", ["τ"]), ("u", ["ου", "υ"]), ("v", ["β"]), ("w", ["ου", "β"]), ("x", ["ξ"]),
        ("y", ["υ", "ι", "η"]),
        ("z", ["ζ"]),
    ]
}
