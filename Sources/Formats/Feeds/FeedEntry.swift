import NewsModel

/// What one entry of a feed says, whatever the feed's format; `FeedArticle` makes an article of it.
struct FeedEntry {
    /// A text as the feed carries it.
    struct Text {
        enum Form { case plain, html }
        var form: Form
        var bytes: [UInt8]

        /// Whether there is anything but white space.
        var isBlank: Bool { bytes.allSatisfy { $0 <= 0x20 } }
    }

    var title: Text?
    /// The whole text, where the feed has an element of its own for it.
    var content: Text?
    /// The description, which may be a summary or the whole text.
    var summary: Text?
    /// Whether the feed says that the whole text is elsewhere.
    var hasContentElsewhere = false
    var url: String?
    /// What links in the texts are relative to; nil for the entry's own address.
    var base: String?
    /// The feed's identifier of the entry, for entries without an address.
    var identifier: String?
    /// Bylines or names as they stand.
    var authors: [String] = []
    var published: String?
    var modified: String?
    var keywords: [String] = []
    var section: String?
    var language: String?
    /// The publication that the entry was taken from, where the feed collects others.
    var source: String?
    var rights: String?
    var image: LeadImage?
}
