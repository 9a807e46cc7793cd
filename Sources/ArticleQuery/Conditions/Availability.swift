/// Which articles count, by what their providers say of their use.
public enum Availability: Sendable, Hashable {
    /// All, withdrawn and embargoed ones too.
    case all
    /// All that are not withdrawn.
    case notWithdrawn
    /// Those that may be published at a time in milliseconds since 1970 UTC: neither withdrawn nor under an embargo that is not over.
    case publishable(at: Int64)
    /// Only those that their provider has withdrawn.
    case withdrawn
    /// Only those that another source than the one that sent them has withdrawn, of which no person has decided yet.
    case disputed
    /// Only those whose embargo is not over at a time in milliseconds since 1970 UTC.
    case embargoed(at: Int64)
}
