/// One thing that is wrong with a configuration file.
public struct ConfigurationProblem: Sendable, Hashable, CustomStringConvertible {
    /// The file, as it was named.
    public var file: String
    /// The line, from 1; nil where the whole file is meant.
    public var line: Int?
    /// The column in Unicode code points, from 1; nil where the whole file is meant.
    public var column: Int?
    /// What is wrong and what would be right.
    public var message: String

    /// A problem at a place of a file.
    public init(file: String, line: Int? = nil, column: Int? = nil, message: String) {
        self.file = file
        self.line = line
        self.column = column
        self.message = message
    }

    /// `file:line:column: message`, the form that editors understand.
    public var description: String {
        ([file] + [line, column].compactMap { $0 }.map(String.init)).joined(separator: ":") + ": " + message
    }
}
