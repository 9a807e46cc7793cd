import ArgumentParser
import Desk
import Foundation
import NewsModel
import Presentation
import ReaderHost
import Synchronization

/// `wiredesk read`: what the desk would make of files, without storing anything.
struct ReadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Read files and print their articles as JSON Lines, without storing anything.",
        discussion: """
            Each article is one JSON object on a line; a file that cannot be read gives a line with "error". The \
            lines come in the order of the files. Files are read in confined processes, as the desk does.

            EXAMPLES
              wiredesk read page.html | jq -r .body
              wiredesk read --jobs 4 saved/*.html > articles.jsonl
              wiredesk read --explain page.html | less
              curl -s https://example.org/ | wiredesk read -
            """)

    @Argument(help: ArgumentHelp("Files to read; - is the standard input.", valueName: "file"), completion: .file())
    var files: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp("Files to read at the same time. Default: the number of processors.", valueName: "n"))
    var jobs: Int?

    @Flag(
        name: .long,
        help: "Print for people, instead of JSON, why each block of a page was kept or dropped, and then what was read."
    )
    var explain = false

    @OptionGroup var state: StateOptions

    func validate() throws {
        guard !files.isEmpty else { throw ValidationError("name the files to read, or - for the standard input") }
        if let jobs {
            guard (1...256).contains(jobs) else { throw ValidationError("--jobs is a number from 1 to 256") }
        }
    }

    func run() throws {
        try Failure.guarding {
            guard let program = ReaderProgram.find() else {
                throw Failure.message(
                    "the program \(ReaderProgram.name) is not beside wiredesk; install it there", .inputOutput)
            }
            let configuration = try state.resolve()
            let reading = try BulkReading(
                program: program, limits: configuration.readerLimits,
                jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount, explains: explain)
            let hasFailed = Mutex(false)
            let inputs = RawArguments.names(of: files).map { name in
                name.bytes == [UInt8(ascii: "-")] ? BulkReading.Input.standardInput : .path(name)
            }
            let explain = explain
            reading.read(inputs) { line in
                if case .failure = line { hasFailed.withLock { $0 = true } }
                StandardOutput.line(explain ? line.text : line.json.line)
            }
            if hasFailed.withLock({ $0 }) { throw ExitCode(ExitStatus.negative.rawValue) }
        }
    }
}
