/// How often a field is right, by the kind of evidence that won. Written by `Scripts/calibration --write`, measured on the tuning part of the
/// pages with annotated truth (docs/quality.md).
enum EvidenceConfidence {
    /// The share of a field's values that are right where evidence of this kind won; that of all kinds for one that was not measured.
    static func share(_ field: FieldEvidence.Field, _ kind: String) -> Double {
        let table = shares[field.rawValue] ?? [:]
        return table[kind] ?? table["any"] ?? 0.5
    }
}
