/// One thing that `wiredesk check` has looked at.
public struct CheckFinding: Sendable, Hashable {
    /// How it stands.
    public enum Verdict: String, Sendable, CaseIterable {
        /// As it should be.
        case fine
        /// It works, but not as well as it could, or not for long.
        case warning
        /// It does not work.
        case wrong
        /// It could not be looked at, or was not asked for.
        case unchecked = "not_checked"
    }

    /// What was looked at, such as `inbox` or `full-text index`.
    public var subject: String
    /// How it stands.
    public var verdict: Verdict
    /// What was found, on which path.
    public var detail: String
    /// What to do about it, a command where there is one; nil where nothing is to be done.
    public var remedy: String?

    /// A finding.
    public init(_ subject: String, _ verdict: Verdict, _ detail: String, remedy: String? = nil) {
        self.subject = subject
        self.verdict = verdict
        self.detail = detail
        self.remedy = remedy
    }
}
