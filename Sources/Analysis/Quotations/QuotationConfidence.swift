import NewsModel

/// How likely a quotation is one and has the right speaker, by its pattern and by what is known of the speaker; docs/analysis.md has the counts.
enum QuotationConfidence {
    /// What commands show without `--all`.
    static let shown = 0.5

    static func of(
        _ candidate: QuotationCandidate, kind: Quotation.Kind, speaker: SpeakerResolver.Speaker,
        in words: [QuotationWord]
    ) -> Double {
        var confidence: Double =
            switch candidate.pattern {
            case .attached, .clauseAfterThat, .clauseBefore: 0.95
            case .mixed, .accordingTo: 0.92
            case .clauseAfterVerb: 0.88
            case .introduced: 0.85
            case .turn: 0.85
            case .labelled: 0.8
            // "accused him of "dismantling the country"": the marks tell that words are reported.
            case .directive: kind == .direct ? 0.8 : 0.45
            case .continuing: 0.7
            case .following: 0.45
            // Right more often than not, but what somebody thinks has not been said: hidden unless asked for.
            case .belief: 0.45
            case .bare: 0.4
            }
        if candidate.isOpen { confidence -= 0.1 }
        if candidate.isNegated { confidence -= 0.3 }
        if kind == .indirect, let cue = candidate.cue, words[cue].contains(where: { weak.contains($0.text) }) {
            confidence -= 0.45
        }
        // A quotation of nobody says little.
        guard speaker.name != nil || speaker.title != nil else { return min(confidence, 0.4) * 0.9 }
        return confidence * speaker.certainty
    }

    /// Verbs that report a judgement or an act as often as words.
    private static let weak: Set<String> = [
        "maintain", "maintains", "maintained", "believes", "believed", "feels", "felt", "fears", "feared", "estimates",
        "estimated", "projects", "projected",
        "indicates", "indicated", "shows", "showed", "reveals", "revealed", "demands", "demanded", "states", "reports",
        "posted", "posts", "calls", "reads", "believe", "maintain", "estimate",
        "demand", "project", "indicate", "show", "state", "post", "agreed", "agrees", "claimed", "acknowledges",
    ]
}
