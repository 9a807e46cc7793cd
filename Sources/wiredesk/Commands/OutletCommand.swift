import ArgumentParser
import ArticleQuery
import Desk
import NewsModel
import Presentation

/// `wiredesk outlet`: one name for each outlet.
struct OutletCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outlet",
        abstract: "List outlets, merge those that are one, and give them their names.",
        discussion: """
            Pages of one outlet give it several names, or none. What was extracted stays; the name that is given \
            here is shown, listed, found, counted and exported in its place, also for articles that come later, and \
            after reread and rebuild. What a person corrected of a single article counts before it.

            EXAMPLES
              wiredesk outlet list
              wiredesk outlet merge "Harbour Courier" "The Harbour Courier"
              wiredesk outlet name courier.example "The Harbour Courier"
              wiredesk outlet merge --undo "Harbour Courier"
            """,
        subcommands: [List.self, Merge.self, Name.self], defaultSubcommand: List.self)

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List the outlets, that with the most articles first.")

        @Flag(name: .long, help: "One JSON object a line.")
        var json = false

        @OptionGroup var state: StateOptions

        func run() throws {
            try Failure.guarding {
                let outlets = try state.openArchive().outlets()
                for outlet in outlets { StandardOutput.item(isJSON: json, outlet.json, OutletText.text(outlet)) }
                if outlets.isEmpty { throw ExitCode(ExitStatus.negative.rawValue) }
            }
        }
    }

    struct Merge: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "merge",
            abstract: "Take outlets for one.",
            discussion: "A part of a name is enough where only one outlet has it.")

        @Argument(
            help: ArgumentHelp("Names of outlets; the last one is what they are all shown as.", valueName: "name"),
            completion: Completions.outlets)
        var names: [String]

        @Flag(name: .long, help: "Take the merges of these names back.")
        var undo = false

        @OptionGroup var state: StateOptions

        func validate() throws {
            guard undo || names.count > 1 else {
                throw ValidationError("name at least two outlets; the last one is what the others are shown as")
            }
        }

        func run() throws {
            try Failure.guarding {
                if undo { return try OutletCommand.takeBack(names, isHost: false, state) }
                let outlets = try state.openArchive().outlets()
                guard let target = names.last else { return }
                let into = try OutletCommand.outlet(target, outlets).name
                for name in names.dropLast() {
                    let outlet = try OutletCommand.outlet(name, outlets).name
                    guard outlet != into else { continue }
                    try state.ask(.correct(Correction(kind: .outlet, value: outlet, into: into)))
                }
            }
        }
    }

    struct Name: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "name",
            abstract: "Give an outlet, or all articles of a host, a name.",
            discussion: "A host, such as courier.example, stands for itself and www. before it.")

        @Argument(
            help: ArgumentHelp("An outlet, or the host of articles' addresses.", valueName: "outlet"),
            completion: Completions.outlets)
        var outlet: String

        @Argument(help: ArgumentHelp("Its name.", valueName: "name"))
        var name: String?

        @Flag(name: .long, help: "Take the name back.")
        var undo = false

        @OptionGroup var state: StateOptions

        func validate() throws {
            guard (name == nil) == undo else { throw ValidationError("give a name, or --undo in place of it") }
        }

        func run() throws {
            try Failure.guarding {
                let isHost = OutletCommand.isHost(outlet)
                guard let name else { return try OutletCommand.takeBack([outlet], isHost: isHost, state) }
                let named =
                    isHost ? outlet : try OutletCommand.outlet(outlet, try state.openArchive().outlets()).name
                try state.ask(
                    .correct(
                        Correction(
                            kind: .outlet, field: isHost ? Correction.hostField : nil, value: named, into: name)))
            }
        }
    }

    /// Takes back what names or hosts are shown as.
    fileprivate static func takeBack(_ names: [String], isHost: Bool, _ state: StateOptions) throws {
        for name in names {
            let field = isHost ? Correction.hostField : nil
            try state.ask(.correct(Correction(kind: .outlet, field: field, value: name, isUndone: true)))
        }
    }

    /// Whether a word is the host of addresses: labels of letters, digits and hyphens with dots between them, the last one of letters.
    fileprivate static func isHost(_ word: String) -> Bool {
        let labels = word.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) }
        guard labels.count > 1, let last = labels.last, last.count > 1, last.allSatisfy(isLetter) else { return false }
        return labels.allSatisfy { label in
            !label.isEmpty && label.allSatisfy { isLetter($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") }
        }
    }

    /// The outlet that a typed name means: one of that name in any case, or the only one that has it as a part, also in its other names.
    fileprivate static func outlet(_ typed: String, _ outlets: [OutletRecord]) throws -> OutletRecord {
        let folded = typed.lowercased()
        func names(_ outlet: OutletRecord) -> [String] {
            [outlet.name.lowercased()] + outlet.otherNames.map { $0.name.lowercased() }
        }
        if let exact = outlets.first(where: { $0.name == typed })
            ?? outlets.first(where: { $0.name.lowercased() == folded })
        {
            return exact
        }
        let parts = outlets.filter { outlet in names(outlet).contains { $0.contains(folded) } }
        if parts.count == 1 { return parts[0] }
        if parts.isEmpty {
            let meant = NearestWord.find(to: folded, among: outlets.map { $0.name.lowercased() })
                .flatMap { near in outlets.first { $0.name.lowercased() == near } }
            throw Failure.message(
                "there is no outlet \(TerminalText.line(typed))"
                    + (meant.map { "; did you mean \(TerminalText.line($0.name))?" } ?? "")
                    + " wiredesk outlet list shows them", .negative)
        }
        throw Failure.message(
            "several outlets have \(TerminalText.line(typed)) in their names; give more of the name: "
                + parts.prefix(10).map { TerminalText.line($0.name) }.joined(separator: ", "), .negative)
    }
}
