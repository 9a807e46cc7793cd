/// Headlines of pages that tell no event: guides, lists, reviews. Two of them on one subject are no story, however alike they are.
enum EvergreenHeadline {
    /// Whether a headline is one, by the hashes of its words in small letters.
    static func isOne(_ words: [UInt64]) -> Bool {
        words.contains { single.contains($0) } || zip(words, words.dropFirst()).contains { double.contains([$0, $1]) }
    }

    private static func hash(_ word: Substring) -> UInt64 {
        TextHash.mixed(word.utf8.reduce(TextHash.start) { TextHash.adding($1, to: $0) })
    }

    private static let single = Set(
        """
        guide guides tips tricks best ideas review reviews trends resolutions explained benefits recipes recipe beginners tutorial faq checklist \
        tipps ratgeber anleitung rezept rezepte conseils recettes recette consejos recetas trucos guía consigli ricetta ricette dicas receita
        """.split(separator: " ").map(hash))

    private static let double = Set(
        [
            "how to", "what is", "top 5", "top 10", "ways to", "things to", "reasons to", "reasons why",
            "everything you", "so geht", "wie man",
            "comment faire", "cómo hacer",
        ].map { $0.split(separator: " ").map(hash) })
}
