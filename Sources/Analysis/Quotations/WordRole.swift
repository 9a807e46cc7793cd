/// What a word may do around a quotation; one word may do several things.
struct WordRole: OptionSet, Sendable {
    let rawValue: UInt32

    /// A form of a verb that reports words: `said`, `warns`, `adding`.
    static let reports = WordRole(rawValue: 1 << 0)
    /// A reporting verb that may stand before its subject: `said Gantz`.
    static let inverts = WordRole(rawValue: 1 << 1)
    /// A reporting verb after which a clause may follow without `that`.
    static let takesBareClause = WordRole(rawValue: 1 << 2)
    /// A verb of belief or knowledge, which reports only with a clause after it.
    static let believes = WordRole(rawValue: 1 << 3)
    /// A reporting verb with a hearer as its object: `told reporters`.
    static let addresses = WordRole(rawValue: 1 << 4)
    /// A verb that names what it quotes: `called it "a disgrace"`.
    static let labels = WordRole(rawValue: 1 << 5)
    /// The `-ing` form of a reporting verb.
    static let isGerund = WordRole(rawValue: 1 << 6)
    /// A pronoun that may be a subject.
    static let subjectPronoun = WordRole(rawValue: 1 << 7)
    /// An article, possessive or demonstrative before a noun.
    static let determiner = WordRole(rawValue: 1 << 8)
    /// A preposition.
    static let preposition = WordRole(rawValue: 1 << 9)
    /// A conjunction or subordinator: a clause begins there.
    static let conjunction = WordRole(rawValue: 1 << 10)
    /// An auxiliary or modal verb.
    static let auxiliary = WordRole(rawValue: 1 << 11)
    /// An adverb that stands between a subject and its verb.
    static let adverb = WordRole(rawValue: 1 << 12)
    /// An office, profession or rank: `minister`, `spokesman`.
    static let office = WordRole(rawValue: 1 << 13)
    /// A courtesy title: `Mr`, `Dr`.
    static let courtesy = WordRole(rawValue: 1 << 14)
    /// A day or a word of time.
    static let time = WordRole(rawValue: 1 << 15)
    /// Where words are uttered: `statement`, `interview`.
    static let occasion = WordRole(rawValue: 1 << 16)
    /// A word between the parts of a name: `van`, `bin`.
    static let nameParticle = WordRole(rawValue: 1 << 17)
    /// Names or calls a man.
    static let male = WordRole(rawValue: 1 << 18)
    /// Names or calls a woman.
    static let female = WordRole(rawValue: 1 << 19)
    /// An abbreviation that ends in a full stop without ending a sentence.
    static let abbreviation = WordRole(rawValue: 1 << 20)
    /// A noun of speech that takes a clause: `claim`, `warning`.
    static let speechNoun = WordRole(rawValue: 1 << 21)
    /// A person or body that may speak without a name: `police`, `company`.
    static let body = WordRole(rawValue: 1 << 22)
    /// The base form, which needs a plural subject or an auxiliary.
    static let isBase = WordRole(rawValue: 1 << 23)
    /// A label that is a name as often: a film called "…".
    static let names = WordRole(rawValue: 1 << 24)
    /// A reporting verb with an infinitive: `urged them to leave`.
    static let directs = WordRole(rawValue: 1 << 25)

    /// What the parts of a person's name may be.
    static let ofNames: WordRole = [.office, .body, .courtesy, .nameParticle, .male, .female, .abbreviation]
}
