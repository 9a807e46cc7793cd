import ArgumentParser
import NewsModel
import Presentation

/// `wiredesk correct`: what a person knows better than the page.
struct CorrectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct",
        abstract: "Correct a field of an article.",
        discussion: """
            What was extracted stays; the correction wins wherever the article is shown, listed, found and exported, \
            also after it was read again, rebuilt, or a new version came. Fields: headline, deck, byline, authors, \
            outlet, published, modified, language, section, keywords, url. Several authors and keywords are separated by \
            `;`.

            EXAMPLES
              wiredesk correct 7tep headline "Harbour bridge opens in May"
              wiredesk correct 7tep authors "Ann Lee; Bo Ost"
              wiredesk correct 7tep headline --undo
              wiredesk correct --list
            """)

    @Argument(help: ArgumentHelp("The article's id.", valueName: "id"), completion: Completions.articles)
    var id: String?

    @Argument(help: ArgumentHelp("The field.", valueName: "field"))
    var field: CorrectableField?

    @Argument(help: ArgumentHelp("What it is.", valueName: "value"))
    var value: String?

    @Flag(name: .long, help: "Take the correction of the field back.")
    var undo = false

    @Flag(name: .long, help: "List corrections, tags and notes, of one article or of all.")
    var list = false

    @Flag(name: .long, help: "With --list: one JSON object a line.")
    var json = false

    @OptionGroup var state: StateOptions

    func validate() throws {
        if list { return }
        guard id != nil, field != nil, (value == nil) == undo else {
            throw ValidationError("name an article, a field and a value, or --undo in place of the value")
        }
    }

    func run() throws {
        try Failure.guarding {
            let archive = try state.openArchive()
            let record = try id.map { try ArticleArgument.record($0, archive) }
            if list { return try show(try archive.corrections(of: record?.id)) }
            guard let record, let field else { return }
            if let value, let problem = field.problem(with: value) {
                throw Failure.message("\(field.rawValue): \(problem)", .usage)
            }
            try state.ask(
                .correct(
                    Correction(
                        kind: .field, article: record.id.description, field: field.rawValue, value: value,
                        isUndone: undo)))
        }
    }

    private func show(_ corrections: [Correction]) throws {
        for each in corrections {
            StandardOutput.item(isJSON: json, each.json, CorrectionText.line(each, withID: true))
        }
        if corrections.isEmpty { throw ExitCode(ExitStatus.negative.rawValue) }
    }
}

/// `wiredesk tag`: words that people put on articles.
struct TagCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tag",
        abstract: "Give an article tags.",
        discussion: """
            A search finds them with tag: before the word.

            EXAMPLES
              wiredesk tag 7tep elections "to check"
              wiredesk search tag:elections
              wiredesk tag 7tep elections --remove
            """)

    @Argument(help: ArgumentHelp("The article's id.", valueName: "id"), completion: Completions.articles)
    var id: String

    @Argument(help: ArgumentHelp("A tag.", valueName: "tag"))
    var tags: [String]

    @Flag(name: .long, help: "Take the tags away.")
    var remove = false

    @OptionGroup var state: StateOptions

    func run() throws {
        try Failure.guarding {
            let archive = try state.openArchive()
            let record = try ArticleArgument.record(id, archive)
            for tag in tags {
                try state.ask(
                    .correct(Correction(kind: .tag, article: record.id.description, value: tag, isUndone: remove)))
            }
        }
    }
}

/// `wiredesk note`: words of people about an article.
struct NoteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "note",
        abstract: "Write a note about an article.",
        discussion: """
            EXAMPLES
              wiredesk note 7tep "The ministry has another figure in its table."
              wiredesk note 7tep --undo
            """)

    @Argument(help: ArgumentHelp("The article's id.", valueName: "id"), completion: Completions.articles)
    var id: String

    @Argument(help: ArgumentHelp("The note.", valueName: "text"))
    var text: String?

    @Flag(name: .long, help: "Take the last note back.")
    var undo = false

    @OptionGroup var state: StateOptions

    func validate() throws {
        guard (text == nil) == undo else { throw ValidationError("write a note, or --undo in place of it") }
    }

    func run() throws {
        try Failure.guarding {
            let archive = try state.openArchive()
            let record = try ArticleArgument.record(id, archive)
            try state.ask(
                .correct(Correction(kind: .note, article: record.id.description, value: text, isUndone: undo)))
        }
    }
}

extension CorrectableField: ExpressibleByArgument {}
