import NewsModel

/// How often quotations of a pattern were right on the development data of two annotated sets; docs/analysis.md has the counts.
enum QuotationConfidence {
    static func of(_ candidate: QuotationCandidate, kind: Quotation.Kind, hasSpeaker: Bool) -> Double {
        var confidence: Double =
            switch candidate.pattern {
            case .attached, .clauseAfterThat, .clauseBefore: 0.9
            case .mixed, .introduced, .accordingTo, .clauseAfterVerb: 0.85
            case .turn, .labelled: 0.8
            case .directive: 0.7
            case .following: 0.5
            // Right more often than not, but what somebody thinks has not been said: hidden unless asked for.
            case .belief: 0.45
            case .bare: 0.4
            }
        if kind == .mixed, candidate.pattern != .labelled { confidence += 0.05 }
        if candidate.isOpen { confidence -= 0.15 }
        if candidate.isNegated { confidence -= 0.2 }
        if candidate.source != nil, !hasSpeaker, candidate.pattern != .turn { confidence -= 0.05 }
        return confidence
    }
}
