import NewsModel

/// How often quotations of a pattern were right on development data.
enum QuotationConfidence {
    static func of(_ draft: QuotationDraft, kind: Quotation.Kind, hasSpeaker: Bool) -> Double {
        var confidence: Double =
            switch draft.pattern {
            case .attached: 0.9
            case .turn: 0.85
            case .mixed, .introduced, .accordingTo: 0.75
            case .clauseAfterThat, .clauseBefore: 0.7
            case .clauseAfterVerb: 0.65
            case .following: 0.5
            case .labelled: 0.55
            case .belief, .directive: 0.45
            case .bare: 0.4
            }
        if kind == .mixed, draft.pattern != .labelled { confidence += 0.05 }
        if draft.isOpen { confidence -= 0.15 }
        if draft.isNegated { confidence -= 0.2 }
        if draft.source != nil, !hasSpeaker, draft.pattern != .turn { confidence -= 0.05 }
        return confidence
    }
}
