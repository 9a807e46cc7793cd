import NewsModel

/// What the archive knows of a person, organisation or place.
public struct NameProfile: Sendable, Equatable {
    /// A title with which someone was quoted.
    public struct Title: Sendable, Equatable {
        /// The title or role as articles give it; nil where only the organisation is known.
        public var title: String?
        /// The organisation as articles give it.
        public var organization: String?
        /// When the first article with it was published, else delivered: milliseconds since 1970 UTC.
        public var first: Int64
        /// The last one likewise.
        public var last: Int64
        /// Quotations with it.
        public var quotations: Int

        package init(title: String?, organization: String?, first: Int64, last: Int64, quotations: Int) {
            self.title = title
            self.organization = organization
            self.first = first
            self.last = last
            self.quotations = quotations
        }
    }

    /// Someone or something that is named in the same articles.
    public struct Companion: Sendable, Equatable {
        /// What it is.
        public var kind: Entity.Kind
        /// Its name.
        public var name: String
        /// Articles that name both.
        public var articles: Int

        package init(kind: Entity.Kind, name: String, articles: Int) {
            self.kind = kind
            self.name = name
            self.articles = articles
        }
    }

    /// A number of articles under a name.
    public struct Count: Sendable, Equatable {
        /// The outlet, or the month as `2024-05`.
        public var name: String
        /// Articles.
        public var articles: Int

        package init(name: String, articles: Int) {
            self.name = name
            self.articles = articles
        }
    }

    /// A list is never longer than this; months are not cut.
    package static let largestList = 25

    /// Who or what it is.
    public var name: KnownName
    /// Articles whose current version names it.
    public var articles = 0
    /// Quotations of it in them.
    public var quotations = 0
    /// Titles, the earliest first.
    public var titles: [Title] = []
    /// Who is named with it, the most often named first.
    public var companions: [Companion] = []
    /// Outlets, the one with most articles first.
    public var outlets: [Count] = []
    /// Months with articles, by the published time, else that of the delivery, in UTC.
    public var months: [Count] = []

    package init(name: KnownName) { self.name = name }
}
