/// A configuration that is not taken, with everything that is wrong with it.
public struct ConfigurationError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The problems in the order of the file; at least one.
    public var problems: [ConfigurationProblem]

    /// An error of problems in any order.
    public init(problems: [ConfigurationProblem]) {
        self.problems = problems.sorted { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) }
    }

    /// One line a problem.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
