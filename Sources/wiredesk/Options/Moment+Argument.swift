import ArgumentParser
import ArticleQuery

extension Moment: ExpressibleByArgument {
    /// A moment as it is typed.
    public init?(argument: String) { self.init(typed: argument) }
}
