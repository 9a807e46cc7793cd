/// How long an archive keeps what; everything for ever unless it says otherwise.
public struct RetentionPolicy: Sendable, Hashable {
    /// How long one kind of thing is kept.
    public enum Term: Sendable, Hashable {
        /// It is never removed.
        case never
        /// It may be removed when it is this old.
        case after(Duration)
    }

    /// The terms of a collection; nil is what the collection around it has.
    public struct Terms: Sendable, Hashable {
        /// Kept originals, by the last delivery of their bytes.
        public var originals: Term?
        /// Articles with all their versions, by the last delivery that brought them.
        public var articles: Term?
        /// Deliveries that no article is of: rejected ones, duplicates, and those whose articles are gone.
        public var deliveries: Term?

        /// Terms; what is not given is as in the collection around.
        public init(originals: Term? = nil, articles: Term? = nil, deliveries: Term? = nil) {
            self.originals = originals
            self.articles = articles
            self.deliveries = deliveries
        }

        /// Nothing is ever removed.
        public static let forEver = Terms(originals: .never, articles: .never, deliveries: .never)
    }

    /// The terms of collections that have none of their own; for ever.
    public var general: Terms
    /// The terms of collections and of all collections in them; none.
    public var collections: [String: Terms]

    /// A policy; nothing is ever removed unless given.
    public init(general: Terms = .forEver, collections: [String: Terms] = [:]) {
        self.general = general
        self.collections = collections
    }

    /// Whether nothing is ever removed.
    public var keepsEverything: Bool {
        ([general] + collections.values).allSatisfy { terms in
            [terms.originals, terms.articles, terms.deliveries].allSatisfy { $0 == nil || $0 == .never }
        }
    }

    /// Whether an article that came last with a delivery of a collection at a moment, in milliseconds since 1970, is past its term.
    public func isPastTerm(articleOf collection: String, received: Int64, now: Int64) -> Bool {
        guard let limit = terms(of: collection).articles?.limit(at: now) else { return false }
        return received < limit
    }

    /// The terms of a collection: its own, then those of the collections around it, then the general ones.
    func terms(of collection: String) -> Terms {
        var found = Terms()
        var name = collection[...]
        while !name.isEmpty {
            if let own = collections[String(name)] { found.fill(from: own) }
            name = name.lastIndex(of: "/").map { name[..<$0] } ?? ""
        }
        found.fill(from: general)
        return found
    }
}

extension RetentionPolicy.Terms {
    fileprivate mutating func fill(from outer: Self) {
        originals = originals ?? outer.originals
        articles = articles ?? outer.articles
        deliveries = deliveries ?? outer.deliveries
    }
}

extension RetentionPolicy.Term {
    /// What came in before this moment, in milliseconds since 1970, is past the term; nil for never.
    func limit(at now: Int64) -> Int64? {
        guard case .after(let age) = self else { return nil }
        return now - age.components.seconds * 1000 - age.components.attoseconds / 1_000_000_000_000_000
    }
}
