import NewsModel

/// A word before a colon that limits a query by something other than words of the index: one record each.
public struct ConditionField: Sendable {
    /// The words that mean it before a colon, in lower case.
    public let typedWords: [String]
    /// What it does, as one line of a help text.
    public let help: String
    /// The condition that a value stands for; nil for a value that is none.
    let condition: @Sendable (String) -> ArticleCondition?

    private init(_ typedWords: [String], help: String, condition: @escaping @Sendable (String) -> ArticleCondition?) {
        self.typedWords = typedWords
        self.help = help
        self.condition = condition
    }

    /// All of them.
    public static let all = [
        ConditionField(["story"], help: "articles of a story, by its id or a beginning of it") { value in
            let isID =
                value.utf8.count <= ArticleID.length && value.lowercased().utf8.allSatisfy(ArticleID.alphabet.contains)
            return isID ? .story(value.lowercased()) : nil
        },
        ConditionField(["since"], help: "published, else delivered, since then") { value in
            Moment(typed: value).map { .since($0.first) }
        },
        ConditionField(["until"], help: "published, else delivered, until then, that day included") { value in
            Moment(typed: value).map { .until($0.last) }
        },
        ConditionField(["date"], help: "published, else delivered, on that day") { value in
            Moment(typed: value).map { .all([.since($0.first), .until($0.last)]) }
        },
        ConditionField(["language", "lang"], help: "in this language, such as en or English") { value in
            LanguageCode(typed: value).map { .language($0.text) }
        },
        ConditionField(["collection", "folder"], help: "filed in this collection") { .collection($0) },
    ]

    /// The field that a word before a colon means, whatever its case; nil for a word that means none.
    init?(typed word: some StringProtocol) {
        let word = word.lowercased()
        guard let field = Self.all.first(where: { $0.typedWords.contains(word) }) else { return nil }
        self = field
    }
}
