import ArgumentParser
import DeskProtocol
import Presentation

/// `wiredesk reread`: what is filed, read again by the present reader.
struct RereadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reread",
        abstract: "Read what is filed again, by the reader as it is now.",
        discussion: """
            Reads the kept originals of stored deliveries again and puts what comes out in the place of what was \
            there. Articles keep their ids, versions their numbers. Without a choice those are read that an older \
            reader has read. Works through the running desk, or by itself where none runs; only root and the desk's \
            user may.

            EXAMPLES
              sudo wiredesk reread                after an update of the reader
              sudo wiredesk reread --format html
              sudo wiredesk reread 2kq1v9n3r7ab
            """)

    @Argument(help: ArgumentHelp("Ids of articles.", valueName: "id"), completion: Completions.articles)
    var ids: [String] = []

    @Option(name: .long, help: ArgumentHelp("Everything with an article of this format.", valueName: "format"))
    var format: String?

    @Flag(name: .long, help: "Everything.")
    var all = false

    @OptionGroup var state: StateOptions

    func validate() throws {
        guard [!ids.isEmpty, format != nil, all].count(where: { $0 }) <= 1 else {
            throw ValidationError("choose one: ids, --format or --all")
        }
    }

    /// The articles by their whole ids.
    private func articles() throws -> [ControlRequest.Rereading] {
        let archive = try state.openArchive()
        return try ids.map { .article(try ArticleArgument.record($0, archive).id.description) }
    }

    func run() throws {
        try Failure.guarding {
            let configuration = try state.resolve()
            let choices: [ControlRequest.Rereading] =
                ids.isEmpty ? [all ? .all : format.map { .format($0) } ?? .outdated] : try articles()
            var sum = ControlReply.Reread()
            var failed = false
            let desk = configuration.reachableDesk
            defer { desk.end() }
            for choice in choices {
                var after: Int64 = 0
                while true {
                    let part: ControlReply.Reread
                    do {
                        guard case .reread(let reread) = try desk.ask(.reread(choice, after: after)) else {
                            throw Failure.noResult
                        }
                        part = reread
                    } catch let failure as ControlFailure {
                        StandardError.line("wiredesk: \(TerminalText.line(failure.description))")
                        failed = true
                        break
                    }
                    sum.deliveries += part.deliveries
                    sum.changed += part.changed
                    sum.unchanged += part.unchanged
                    sum.notFound += part.notFound
                    for failure in part.failures { StandardError.line("wiredesk: \(TerminalText.line(failure))") }
                    failed = failed || !part.failures.isEmpty
                    guard let last = part.last else { break }
                    after = last
                }
            }
            StandardOutput.line(
                "Read \(sum.deliveries) deliveries again: \(sum.changed) versions changed, \(sum.unchanged) are as they were"
                    + (sum.notFound > 0 ? ", \(sum.notFound) were not found again and stay" : "") + ".")
            if failed { throw ExitCode(ExitStatus.negative.rawValue) }
        }
    }
}
