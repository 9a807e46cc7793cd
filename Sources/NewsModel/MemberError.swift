/// A member of a container that could not be read; the rest of the delivery goes on.
public struct MemberError: Sendable, Hashable {
    /// The way from the file to the member.
    public var path: String
    /// Why it was not read.
    public var code: ReasonCode
    /// The reason for a person to read.
    public var message: String

    /// A member's error.
    public init(path: String, code: ReasonCode, message: String) {
        self.path = path
        self.code = code
        self.message = message
    }
}
