/// Why a delivery was rejected.
public struct Rejection: Error, Sendable, Hashable {
    /// Where it happened.
    public var stage: Stage
    /// The stable reason.
    public var code: ReasonCode
    /// The reason for a person to read: what was tried, why it failed, what to do.
    public var message: String

    /// A rejection.
    public init(stage: Stage, code: ReasonCode, message: String) {
        self.stage = stage
        self.code = code
        self.message = message
    }
}
