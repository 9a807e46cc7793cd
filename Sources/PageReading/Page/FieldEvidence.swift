/// What a field of an article was taken from, and how sure that makes it.
struct FieldEvidence {
    /// The fields whose confidence is measured apart.
    enum Field: String {
        case body, headline, authors, outlet, date
    }

    let field: Field
    /// The kind of evidence that won, in words, such as "linked data"; the tables know it by them.
    let kind: String

    /// How often the field is right where this kind of evidence wins, 0 to 1 (`EvidenceConfidence`).
    var confidence: Double { EvidenceConfidence.share(field, kind) }

    /// Whether the field is shown: what is wrong as often as right is unknown.
    var isSure: Bool { confidence >= Self.limit }

    /// The confidence below which an outlet, authors or a date are not shown.
    private static let limit = 0.4

    /// One line for people, which `Scripts/calibration` reads too.
    func line(_ value: String) -> String {
        "\(field.rawValue): \(value) — from \(kind), \(Int((confidence * 100).rounded())) % sure"
            + (isSure ? "" : ", too little to show")
    }
}
