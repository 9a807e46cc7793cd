import ArgumentParser
import ArticleQuery
import Export
import NewsModel
import Presentation

/// `wiredesk who`: what the archive knows of a person, organisation or place.
struct WhoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "who",
        abstract: "Tell of a person, organisation or place.",
        discussion: """
            Titles with their dates, articles, quotations, who is named in the same articles, outlets, and a bar for \
            each month. A part of the name is enough where only one name has it; else the candidates are listed. \
            Names count as one where the full names agree, in other spellings too, and where articles say what an \
            abbreviation stands for. --merge says that a name is another's; --split takes that back, or keeps a name \
            apart that was taken for another. Nothing is rewritten by either.

            EXAMPLES
              wiredesk who palti
              wiredesk who "Defense Ministry" --json | jq .named_with
              wiredesk who --merge "B. Gantz" "Benny Gantz"
              wiredesk who --split "B. Gantz"
            """)

    @Argument(help: ArgumentHelp("The name; with --merge the name and whose it is.", valueName: "name"))
    var names: [String]

    @Option(name: .long, help: "Only this kind: person, organization, place or other.")
    var kind: Entity.Kind?

    @Flag(name: .long, help: "Take the first name for one of the second's.")
    var merge = false

    @Flag(
        name: [.customLong("split"), .customLong("unmerge")],
        help: "Take a merge back, or keep the name apart from those that count as one with it.")
    var split = false

    @Flag(name: .long, help: "Count uncertain mentions and quotations too.")
    var all = false

    @Flag(name: .long, help: "One JSON object.")
    var json = false

    @OptionGroup var state: StateOptions

    func validate() throws {
        guard !merge || names.count == 2 else { throw ValidationError("--merge takes two names") }
        guard !merge || names[0].lowercased() != names[1].lowercased() else {
            throw ValidationError("--merge takes two different names")
        }
        guard !merge || !split else { throw ValidationError("--merge or --split, not both") }
    }

    func run() throws {
        try Failure.guarding {
            let archive = try state.openArchive()
            if merge { return try merge(names[0], into: names[1], archive) }
            let name = names.joined(separator: " ")
            if split { return try split(name, archive) }
            switch try archive.lookUp(name: name, kind: kind) {
            case .none: throw Failure.message("no article names \(TerminalText.line(name))", .negative)
            case .ambiguous(let names): show(candidates: names)
            case .found(let known):
                let profile = try archive.profile(of: known, includesUncertain: all)
                StandardOutput.item(isJSON: json, profile.json, ProfileText.text(profile))
            }
        }
    }

    private func show(candidates: [KnownName]) {
        if json {
            let list = JSONOutput.list(candidates.map { .object($0.members) })
            return StandardOutput.line(JSONOutput.object([("candidates", list)]).line)
        }
        StandardOutput.line("Several are named so; give more of the name:")
        for name in candidates {
            StandardOutput.line(
                "  \(name.kind.rawValue.rightPadded(13)) \("\(name.articles)".leftPadded(6)) articles  "
                    + TerminalText.line(name.name))
        }
    }

    private func merge(_ name: String, into target: String, _ archive: any ArticleArchive) throws {
        do {
            try state.ask(.correct(try NameMerging.merge(name, into: target, kind: kind, archive)))
        } catch NameMerging.Refusal.unclear {
            throw Failure.message(
                "\(TerminalText.line(target)) is none of the names, or several of them; give the full name, or --kind",
                .negative)
        }
    }

    private func split(_ name: String, _ archive: any ArticleArchive) throws {
        do {
            for correction in try NameMerging.split(name, kind: kind, archive) { try state.ask(.correct(correction)) }
        } catch NameMerging.Refusal.notJoined {
            throw Failure.message("\(TerminalText.line(name)) is not taken for another name", .negative)
        }
    }
}

extension Entity.Kind: ExpressibleByArgument {}
