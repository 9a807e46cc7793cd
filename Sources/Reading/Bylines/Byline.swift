/// What a byline says: people apart from agencies and desks.
struct Byline: Sendable, Equatable {
    /// Names of people in natural order, without labels, titles and addresses.
    var names: [String] = []
    /// Agencies and desks, such as `Reuters` or `Staff and agencies`.
    var agencies: [String] = []

    /// Whether it names nobody.
    var isEmpty: Bool { names.isEmpty && agencies.isEmpty }
}
