import NewsModel

/// Whether a version of an article may be used, as its provider says.
struct Standing: Sendable, Hashable {
    /// As stored; nil counts as usable.
    var status: String?
    var embargo: String?
    /// The provider's version.
    var version: String?

    init(status: String?, embargo: String?, version: String?) {
        self.status = status
        self.embargo = embargo
        self.version = version
    }

    init(_ wire: WireFacts) {
        self.init(status: wire.publicationStatus?.rawValue, embargo: wire.embargo?.description, version: wire.version)
    }

    /// Whether it must not be used at all.
    var isWithdrawn: Bool {
        status == WireFacts.PublicationStatus.cancelled.rawValue
            || status == WireFacts.PublicationStatus.withheld.rawValue
    }

    /// Whether the same use of both is allowed.
    func isSameUse(as other: Standing) -> Bool {
        isWithdrawn == other.isWithdrawn && (!isWithdrawn || status == other.status) && embargo == other.embargo
    }
}
