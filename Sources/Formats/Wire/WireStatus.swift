import NewsModel

/// The words by which wire formats say whether an item may be used.
enum WireStatus {
    /// The status for a value such as `stat:usable`, `canceled`, `Withheld` or `stat:canceled`; nil for any other.
    ///
    /// Follows the IPTC NewsCodes "Publishing Status" (usable, withheld, canceled) and NITF's `management-status`, which adds
    /// `embargoed`: usable from its time on.
    static func status(_ value: String?) -> WireFacts.PublicationStatus? {
        guard let value else { return nil }
        switch value.split(whereSeparator: { $0 == ":" || $0 == "/" }).last.map({ $0.lowercased() }) ?? "" {
        case "usable", "embargoed": return .usable
        case "withheld", "withhold": return .withheld
        case "canceled", "cancelled", "killed", "kill", "recalled", "annulled", "deleted": return .cancelled
        default: return nil
        }
    }
}
