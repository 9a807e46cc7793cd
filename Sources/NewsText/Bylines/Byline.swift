/// What a byline says: people apart from agencies and desks.
package struct Byline: Sendable, Equatable {
    /// Names of people in natural order, without labels, titles and addresses.
    package var names: [String] = []
    /// Agencies and desks, such as `Reuters` or `Staff and agencies`.
    package var agencies: [String] = []

    /// Whether it names nobody.
    package var isEmpty: Bool { names.isEmpty && agencies.isEmpty }
}
