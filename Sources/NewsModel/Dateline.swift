/// The line that opens wire copy, such as `RABAT, Nov. 24 (Reuters) -`.
public struct Dateline: Sendable, Hashable {
    /// The line as it stands, without the dash that ends it.
    public var text: String
    /// The place, or nil.
    public var place: String?
    /// The day, or nil.
    public var date: NewsTime?
    /// The agency, or nil.
    public var agency: String?

    /// A dateline.
    public init(text: String, place: String? = nil, date: NewsTime? = nil, agency: String? = nil) {
        self.text = text
        self.place = place
        self.date = date
        self.agency = agency
    }
}
