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

    /// How the provider's numbers of two versions stand to each other; nil where one is no number.
    func order(to other: Standing) -> TimeOrder? {
        guard let number = version.flatMap({ Int($0) }), let otherNumber = other.version.flatMap({ Int($0) }) else {
            return nil
        }
        return number == otherNumber ? .same : number < otherNumber ? .earlier : .later
    }

    /// Whether the same use of both is allowed.
    func isSameUse(as other: Standing) -> Bool {
        isWithdrawn == other.isWithdrawn && (!isWithdrawn || status == other.status) && embargo == other.embargo
    }
}
