/// The bounds of the reader stream, held by both ends; what passes them is a broken answer.
public enum StreamLimits {
    /// The version of the stream's form; both ends must agree.
    public static let version: UInt16 = 7
    /// Bytes of one frame's payload: an article of 16 MiB of text with its paragraphs, links and annotations fits several times.
    public static let frameBytes = 64 << 20
    /// Bytes of a PDF inside of another file: the desk holds it in memory while it is converted.
    public static let conversionBytes = 32 << 20
    /// PDF files of one delivery that are converted; a desk may get a year of releases in one archive.
    public static let conversions = 100_000
    /// Bytes of one article's body; a book is some 2 MiB.
    public static let bodyBytes = 32 << 20
    /// Bytes of any other text, such as a headline: more is no headline.
    public static let textBytes = 64 << 10
    /// Entries of any list of an article (paragraphs, links, annotations, mentions): beyond it is a broken or hostile file.
    public static let listEntries = 1 << 20
    /// Bytes of a file's name in a request (PATH_MAX).
    public static let nameBytes = 4096
    /// Articles of one delivery; their paths are remembered while it is read.
    public static let articles = 2_000_000
    /// Bytes of all member paths of one delivery, which the desk remembers to tell the members apart.
    public static let memberPathBytes = 64 << 20
    /// Members of one delivery that could not be read.
    public static let memberErrors = 100_000
    /// Bytes of a member's path: several names of PATH_MAX, one in the other.
    public static let memberPath = 16 << 10
}
