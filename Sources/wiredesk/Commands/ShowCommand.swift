import Archive
import ArgumentParser
import ArticleQuery
import Export
import Glibc
import LinuxSystem
import NewsModel
import Presentation

/// `wiredesk show`: one article with its story, or a kept original.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show an article, its versions and the deliveries that brought it.",
        discussion: """
            The id may be shortened as far as it is unique. --original writes the exact bytes of the file that \
            brought the version (or, with --delivery, of that delivery) to the standard output. --diff tells what \
            differs between each version and the one before it, or between --version N and the one before it.

            EXAMPLES
              wiredesk show 7tepsvhc9cfk
              wiredesk show 7tep --json | jq .versions
              wiredesk show 7tep --diff
              wiredesk show 7tep --original > page.html
              wiredesk show --delivery 17 --original > rejected-file
            """)

    @Argument(
        help: ArgumentHelp("The article's id, as lists show it.", valueName: "id"), completion: Completions.articles)
    var id: String?

    @Option(name: .long, help: ArgumentHelp("A version by its number; the current one by default.", valueName: "n"))
    var version: Int?

    @Option(name: .long, help: ArgumentHelp("A delivery by its number, in place of an article.", valueName: "n"))
    var delivery: Int64?

    @Flag(name: .long, help: "Write the original's bytes.")
    var original = false

    @Flag(name: .long, help: "What differs between the versions.")
    var diff = false

    @Flag(name: .long, help: "Uncertain names and quotations too.")
    var all = false

    @Flag(name: .long, help: "One JSON object.")
    var json = false

    @OptionGroup var state: StateOptions

    func validate() throws {
        guard (id == nil) != (delivery == nil) else { throw ValidationError("name an article's id, or --delivery N") }
        guard !diff || (delivery == nil && !original) else {
            throw ValidationError("--diff goes with an article's id, without --delivery and --original")
        }
    }

    func run() throws {
        try Failure.guarding {
            let archive = try state.openArchive()
            if let delivery { return try show(delivery: delivery, archive) }
            guard let id else { return }
            try show(try ArticleArgument.record(id, archive), archive)
        }
    }

    private func show(delivery number: Int64, _ archive: any ArticleArchive) throws {
        guard let delivery = try archive.delivery(number) else {
            throw Failure.message("there is no delivery \(number)", .negative)
        }
        if original { return try writeOriginal(delivery) }
        if json { return StandardOutput.line(delivery.json.line) }
        StandardOutput.line("delivery \(delivery.id), \(LocalTime.minute(milliseconds: delivery.received))")
        StandardOutput.line("file      \(delivery.path.display) from \(TerminalText.line(delivery.inbox))")
        StandardOutput.line("outcome   \(delivery.outcome?.rawValue ?? "unfinished")")
        if let code = delivery.code {
            StandardOutput.line("reason    \(code): \(TerminalText.line(delivery.message ?? ""))")
        }
        for error in try archive.memberErrors(ofDelivery: number) {
            StandardOutput.line(
                "member    \(TerminalText.line(error.path)): \(error.code): \(TerminalText.line(error.message))")
        }
        if let original = delivery.original {
            StandardOutput.line("original  \(try state.resolve().state)/\(original)")
        }
    }

    private func show(_ record: ArticleRecord, _ archive: any ArticleArchive) throws {
        let shown = version.map { number in record.versions.first { $0.number == number } } ?? record.current
        guard let shown else {
            throw Failure.message("\(record.id) has no version \(version.map(String.init) ?? "")", .negative)
        }
        if original {
            guard let delivery = try archive.delivery(shown.delivery) else {
                throw Failure.message("the delivery \(shown.delivery) is missing", .inputOutput)
            }
            return try writeOriginal(delivery)
        }
        if diff { return try showDifferences(record) }
        let reuse = try archive.textReuse(of: record.id)
        let version = all ? shown : shown.certain
        if json { return StandardOutput.line(record.json(version, reuse).line) }
        StandardOutput.text(ArticleText.text(record, version, reuse))
    }

    private func showDifferences(_ record: ArticleRecord) throws {
        let pairs = zip(record.versions, record.versions.dropFirst()).filter { _, new in
            version == nil || new.number == version
        }
        guard !pairs.isEmpty else {
            let which = version.map { "version \($0) is the first one" } ?? "there is only one version"
            throw Failure.message("\(record.id): \(which), nothing to compare", .negative)
        }
        let differences = pairs.map { VersionDifference(from: $0, to: $1) }
        if json {
            StandardOutput.line(
                JSONOutput.object([
                    ("id", .text(record.id.description)), ("differences", .list(differences.map(\.json))),
                ]).line)
        } else {
            for ((old, new), difference) in zip(pairs, differences) {
                for line in DifferenceText.lines(difference, old, new) { StandardOutput.text(line) }
            }
        }
    }

    private func writeOriginal(_ delivery: DeliveryRecord) throws {
        guard let digest = delivery.sha256 else {
            throw Failure.message("delivery \(delivery.id) has no kept original", .negative)
        }
        _ = try state.originals().read(digest, into: STDOUT_FILENO)
    }
}
