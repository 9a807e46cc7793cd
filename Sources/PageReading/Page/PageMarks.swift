/// What the tags, classes and roles around a stretch of a page say about it.
struct PageMarks: OptionSet {
    let rawValue: UInt32

    static let hidden = PageMarks(rawValue: 1 << 0)
    static let navigation = PageMarks(rawValue: 1 << 1)
    static let footer = PageMarks(rawValue: 1 << 2)
    static let sidebar = PageMarks(rawValue: 1 << 3)
    static let comments = PageMarks(rawValue: 1 << 4)
    static let related = PageMarks(rawValue: 1 << 5)
    static let share = PageMarks(rawValue: 1 << 6)
    static let promo = PageMarks(rawValue: 1 << 7)
    static let form = PageMarks(rawValue: 1 << 8)
    static let byline = PageMarks(rawValue: 1 << 9)
    static let biography = PageMarks(rawValue: 1 << 10)
    static let tags = PageMarks(rawValue: 1 << 11)
    static let caption = PageMarks(rawValue: 1 << 12)
    static let embed = PageMarks(rawValue: 1 << 13)
    static let gallery = PageMarks(rawValue: 1 << 14)
    static let pullQuote = PageMarks(rawValue: 1 << 15)
    static let body = PageMarks(rawValue: 1 << 16)
    static let deck = PageMarks(rawValue: 1 << 17)
    static let article = PageMarks(rawValue: 1 << 18)
    static let main = PageMarks(rawValue: 1 << 19)
    static let header = PageMarks(rawValue: 1 << 20)
    static let headline = PageMarks(rawValue: 1 << 21)
    static let link = PageMarks(rawValue: 1 << 22)
    static let quotation = PageMarks(rawValue: 1 << 23)
    static let list = PageMarks(rawValue: 1 << 24)
    static let table = PageMarks(rawValue: 1 << 25)
    static let preformatted = PageMarks(rawValue: 1 << 26)
    static let time = PageMarks(rawValue: 1 << 27)
    static let figure = PageMarks(rawValue: 1 << 28)
    static let disclaimer = PageMarks(rawValue: 1 << 29)
    static let author = PageMarks(rawValue: 1 << 30)
    /// A word of hiding is among the classes; the whole class decides (`PageSurvey`). No element carries it.
    static let maybeHidden = PageMarks(rawValue: 1 << 31)

    /// Marks of text that is not the article's.
    static let unwanted: PageMarks = [
        .hidden, .navigation, .footer, .sidebar, .comments, .related, .share, .promo, .form, .biography, .tags, .embed,
        .gallery, .disclaimer,
    ]
    /// Marks that a large part of the page does not deserve, whatever its class says.
    static let voidable: PageMarks = unwanted.union([.byline, .caption, .deck, .pullQuote, .header, .headline, .time])
    /// Marks that are not handed down to what is inside.
    static let ownOnly: PageMarks = [.body, .main, .article]
}
