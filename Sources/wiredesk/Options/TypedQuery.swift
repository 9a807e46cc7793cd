import ArgumentParser
import ArticleQuery
import Desk
import Glibc
import Presentation

/// A query as it stands among the arguments of a command.
enum TypedQuery {
    /// The words of a query as one text.
    static func text(_ words: [String]) -> String {
        words.map { word in
            var word = word[...]
            while word.first == mark, word.dropFirst().first == "-" { word.removeFirst() }
            return String(word)
        }.joined(separator: " ")
    }

    /// Says what a query does that is answered without notes of its own.
    static func tell(
        _ query: String?, _ filter: ArticleFilter, isExact: Bool, for use: QueryUse = .list,
        _ archive: any ArticleArchive
    ) throws {
        guard let query else { return }
        for note in try archive.notes(query, filter, isExact: isExact, for: use) {
            StandardError.line("note: \(TerminalText.line(note.description))")
        }
    }

    // MARK: Words that begin with a minus

    /// What keeps the parser from taking `-storm` for options: a blank means nothing in a query.
    private static let mark: Character = " "

    /// The commands that take a query, with the options of one letter that they have besides -h.
    private static let commands: [String: (command: any ParsableCommand.Type, letters: Set<String>)] = [
        "search": (SearchCommand.self, []), "list": (ListCommand.self, []), "export": (ExportCommand.self, ["-o"]),
        "alert": (AlertCommand.Add.self, []), "watch": (AlertCommand.Add.self, []), "quotes": (QuotesCommand.self, []),
    ]

    /// Arguments in which a word of a query that begins with one minus is no option: it excludes.
    ///
    /// Ends with a message where the word behind the minus is the name of an option.
    static func withExclusions(_ arguments: [String]) -> [String] {
        guard let first = arguments.first, let (command, letters) = commands[first] else { return arguments }
        let end = arguments.firstIndex(of: "--") ?? arguments.count
        return arguments.enumerated().map { index, argument in
            let name = argument.dropFirst()
            guard index > 0, index < end, argument.hasPrefix("-"), let next = name.first, next != "-", argument != "-h",
                !letters.contains(String(argument.prefix(2))),
                takesQuery(first, arguments, index)
            else { return argument }
            if optionNames(of: command).contains(String(name)) { sayWhichIsMeant(String(name)) }
            return String(mark) + argument
        }
    }

    /// Whether an argument may be a word of a query, by the command and what stands before it.
    private static func takesQuery(_ command: String, _ arguments: [String], _ index: Int) -> Bool {
        switch command {
        case "quotes": arguments[index - 1] == "--about"
        case "alert", "watch": index > 1 && arguments[1] == "add"
        default: true
        }
    }

    private static func optionNames(of command: any ParsableCommand.Type) -> Set<String> {
        let help = Wiredesk.helpMessage(for: command)
        return Set(
            help.split(whereSeparator: { $0.isWhitespace || $0 == "," }).filter { $0.hasPrefix("--") }.map {
                String($0.dropFirst(2))
            })
    }

    private static func sayWhichIsMeant(_ name: String) -> Never {
        StandardError.line(
            "wiredesk: -\(TerminalText.line(name)) is unclear; did you mean --\(TerminalText.line(name))? "
                + "To exclude the word, type NOT \(TerminalText.line(name))")
        Glibc.exit(ExitStatus.usage.rawValue)
    }
}
