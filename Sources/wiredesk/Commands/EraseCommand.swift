import ArgumentParser
import ArticleQuery
import NewsModel

/// `wiredesk erase`: an article removed for good.
struct EraseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: "Remove an article for good.",
        discussion: """
            No byte of the article is left in database, index, log and originals, nor in backups made afterwards, \
            and a hash of its text keeps it from being filed again. The whole database is rewritten for it, which \
            takes some seconds a gigabyte and its size once more on the disk; the desk files nothing meanwhile. \
            There is no way back. Only root and the desk's user may.

            EXAMPLES
              sudo wiredesk erase 2kq1v9n3r7ab --yes
            """)

    @Argument(help: ArgumentHelp("The article's id.", valueName: "id"), completion: Completions.articles)
    var id: String

    @Flag(name: .long, help: "Do it.")
    var yes = false

    @Flag(
        name: .long,
        help:
            "Where its original holds other articles too: leave those, each with an original of its own in ninjs."
    )
    var leaveOthers = false

    @OptionGroup var state: StateOptions

    func run() throws {
        try Failure.guarding {
            let configuration = try state.resolve()
            guard yes else {
                throw Failure.message("this cannot be undone; show the article first, then erase it with --yes", .usage)
            }
            let article = try article()
            let desk = configuration.reachableDesk
            defer { desk.end() }
            guard case .erased(let erased) = try desk.ask(.erase(article: article, leavesNeighbours: leaveOthers))
            else {
                throw Failure.noResult
            }
            StandardOutput.line(
                "Erased \(article): \(erased.versions) versions, \(erased.originals.count) originals.")
            if !erased.neighbours.isEmpty {
                StandardOutput.line("With an original of their own now: \(erased.neighbours.joined(separator: " "))")
            }
            for copy in erased.olderCopies {
                StandardError.line(
                    "note: \(copy) in \(configuration.state) is an older copy of the database and may hold the article still; remove it"
                )
            }
        }
    }

    /// The whole id. One that no article has goes to the desk as it is: the erasure may have been interrupted after the rows were gone,
    /// and only the desk can end it.
    private func article() throws -> String {
        let archive = try state.openArchive()
        if let whole = ArticleID(id), case .none = try archive.article(id) { return whole.description }
        return try ArticleArgument.record(id, archive).id.description
    }
}
