/// Someone or something that an article names: all mentions that were taken to be the same, under the fullest form of the name.
public struct Entity: Sendable, Hashable {
    /// What is named, by the layers of common annotated corpora.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A person.
        case person
        /// An organisation: government bodies, companies, parties, teams, outlets.
        case organization
        /// A place: countries, cities, regions, waters, buildings.
        case place
        /// Other names: events, works, laws, nationalities, products.
        case other
    }

    /// What is named.
    public var kind: Kind
    /// The fullest form of the name in the article, without title and possessive, such as `Zohar Palti`.
    public var name: String
    /// Where it is named in the body, in order and without overlap; empty when only the headline names it.
    public var mentions: [CodePointRange]
    /// True when the headline names it.
    public var isInHeadline: Bool
    /// How sure the extractor is of kind and boundaries, 0 to 1.
    public var confidence: Double

    /// An entity.
    public init(
        kind: Kind, name: String, mentions: [CodePointRange], isInHeadline: Bool = false, confidence: Double
    ) {
        self.kind = kind
        self.name = name
        self.mentions = mentions
        self.isInHeadline = isInHeadline
        self.confidence = confidence
    }
}
