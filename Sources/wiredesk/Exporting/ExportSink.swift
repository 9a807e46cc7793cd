import ArticleQuery
import Presentation

/// Where the articles of an export go, one after the other.
protocol ExportSink: AnyObject {
    /// How many versions were taken.
    var count: Int { get }
    /// What a person should know of what was written.
    var notes: [String] { get }
    /// How the command ends when a part could not be written and the rest was; nil when all is well.
    var failure: ExitStatus? { get }
    /// Writes one version.
    func take(_ version: FiledVersion) throws
    /// Makes the whole complete; called only when something was taken.
    func finish() throws
}

extension ExportSink {
    var notes: [String] { [] }
    var failure: ExitStatus? { nil }
}
