import SearchText
import Testing

/// Which languages' forms a search tries.
struct StemmedLanguagesTests {
    struct Case: Sendable {
        var name: String
        var counts: [String: Int]
        var languages: [String]
    }

    @Test(arguments: [
        Case(name: "nothing", counts: [:], languages: []),
        Case(name: "all with a real share", counts: ["en": 900, "de": 100], languages: ["de", "en"]),
        Case(name: "just enough", counts: ["en": 98, "de": 2], languages: ["de", "en"]),
        Case(name: "too few beside the others", counts: ["en": 99, "de": 1], languages: ["en"]),
        Case(name: "few, but alone in its script", counts: ["en": 999, "ru": 1], languages: ["en", "ru"]),
        Case(name: "not in the sample, alone in its script", counts: ["en": 999, "el": 0], languages: ["el", "en"]),
        Case(name: "not in the sample beside another", counts: ["en": 999, "fr": 0], languages: ["en"]),
        Case(name: "one without an algorithm", counts: ["en": 999, "zh": 1], languages: ["en", "zh"]),
    ])
    func languages_AreThoseWithARealShareOfTheirScript(_ table: Case) {
        #expect(WordForms.languages(ofArticles: table.counts) == table.languages, "\(table.name)")
    }
}
