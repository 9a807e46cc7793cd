/// The bounds within which a file is read; every one exists so that no file can cost more than its share.
package struct ReadingLimits: Sendable, Hashable {
    /// The largest file that is read whole, in bytes. Default: 64 MiB, some four hundred times a long saved page.
    package var maximumBytes: Int
    /// The most paragraphs an article may have. Default: 200,000, far beyond any book; a file of a hundred thousand
    /// one-line paragraphs is still read.
    package var maximumParagraphs: Int
    /// The most members (files of containers, records, messages, entries) of one file, in all its containers together.
    /// Default: 2,000,000, as many as the desk takes of one delivery.
    package var maximumMembers: Int
    /// The most containers within one another. Default: 6; a WARC in a gzip file in a zip file in a mail is 4.
    package var maximumDepth: Int
    /// The most bytes that may come out of the compressed parts of one file. Default: 64 GiB, a web archive of a day.
    package var maximumUnpackedBytes: Int
    /// The most that a stream may have been packed. Default: 200; text packs 3 to 20 times, deflate cannot pass 1,032.
    package var maximumRatio: Int
    /// The most members of one file that are listed as failed; of the rest only the number is told. Default: 20,000, more than
    /// anybody looks through.
    package var maximumListedFailures: Int

    /// Limits; the defaults are given at each property.
    package init(
        maximumBytes: Int = 64 << 20, maximumParagraphs: Int = 200_000, maximumMembers: Int = 2_000_000,
        maximumDepth: Int = 6, maximumUnpackedBytes: Int = 64 << 30, maximumRatio: Int = 200,
        maximumListedFailures: Int = 20_000
    ) {
        self.maximumBytes = maximumBytes
        self.maximumParagraphs = maximumParagraphs
        self.maximumMembers = maximumMembers
        self.maximumDepth = maximumDepth
        self.maximumUnpackedBytes = maximumUnpackedBytes
        self.maximumRatio = maximumRatio
        self.maximumListedFailures = maximumListedFailures
    }

    /// The default of every limit.
    package static let `default` = ReadingLimits()

    /// Bytes looked at to decide on format, binary content and UTF-16 without a mark; a page's declarations and any
    /// signature stand within them.
    package static let sniffedBytes = 64 << 10
    /// Bytes that may come out of a stream before its ratio counts: a small file of one repeated line packs very well.
    static let ratioFreeBytes = 16 << 20
    /// Bytes given to the language detector at first: some 250 words.
    package static let languageFirstBytes = 1536
    /// Bytes that may come out of all streams of a file before their ratio to the file's size counts.
    static let unpackedFreeBytes = 256 << 20
    /// Bytes given to the language detector: its answer does not change beyond some kilobytes, its cost does.
    package static let languageSampleBytes = 16 << 10
    /// Bytes of a line or element that may be a byline; longer ones are prose.
    package static let bylineBytes = 600
    /// Bytes of a text that may be a date as a whole; longer ones are prose with a date in it.
    package static let dateBytes = 300
    /// Bytes within which a date is looked for in prose.
    package static let dateSearchBytes = 16 << 10
    /// Bytes of an article's text; a book is some 2 MiB. The desk's stream takes no more.
    package static let bodyBytes = 32 << 20
    /// Bytes of any other text of an article, such as a headline or an address; the desk's stream takes four times that.
    package static let textBytes = 16 << 10
    /// Authors of one article; a report of a large project names some hundred.
    package static let mostAuthors = 1_000
    /// Keywords of one article.
    package static let mostKeywords = 1_000
    /// Subject codes of one article; the richest items have some hundred.
    package static let mostSubjects = 1_000
    /// Links of one article; 64 MB of Markdown can hold millions.
    package static let mostLinks = 10_000
}
