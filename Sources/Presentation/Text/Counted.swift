/// A number with what it counts: `1 article`, `2 articles`.
package enum Counted {
    /// The number and the noun, in the plural where the number wants it.
    ///
    /// - Parameter plural: the plural of a noun that does not get an `s` alone.
    package static func text(_ count: Int, _ noun: String, plural: String? = nil) -> String {
        count == 1 ? "1 \(noun)" : "\(count) \(plural ?? noun + "s")"
    }
}
