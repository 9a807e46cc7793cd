import NewsModel

/// Why bytes could not be read as an article: a stable code to match and a sentence for a person.
package struct ReadingFailure: Error, Sendable, Hashable {
    /// The stable reason, such as `.empty` or `.unknownFormat`.
    package var code: ReasonCode
    /// What was tried, why it failed and, where there is something to do, what to do.
    package var message: String

    /// A failure with its reason.
    package init(_ code: ReasonCode, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The same as `init(_:_:)`, with labels.
    package init(code: ReasonCode, message: String) {
        self.init(code, message)
    }
}
