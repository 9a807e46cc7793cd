import NewsModel
import SeededNumbers

/// Articles of synthetic words: headline, byline, outlet, date and some paragraphs, of lengths as a newspaper's are, each about a few
/// names that come again.
struct SyntheticArticles {
    private let vocabulary: SyntheticVocabulary
    private let outlets: [String]
    private let authors: [String]
    private let words: ClosedRange<Int>
    /// Names that an article is about.
    private static let names = 12
    /// Ten years up to the end of 2025.
    private static let years = 2016...2025

    /// - Parameter words: the words that an article has; its length is drawn from them.
    init(_ vocabulary: SyntheticVocabulary, words: ClosedRange<Int>) {
        self.vocabulary = vocabulary
        self.words = words
        var random = SeededGenerator(seed: 77)
        func name(_ count: Int) -> String {
            (0..<count).map { _ in Self.capitalised(vocabulary.word(&random)) }.joined(separator: " ")
        }
        outlets = (0..<300).map { "The \(name(1)) \($0 % 2 == 0 ? "Courier" : "Post") \($0)" }
        authors = (0..<5_000).map { _ in name(2) }
    }

    /// The article of a number; the same number gives the same article.
    func article(_ number: Int) -> Article {
        var random = SeededGenerator(seed: UInt64(number) &* 0x2545_F491_4F6C_DD1D &+ 9)
        var article = Article(format: "text")
        let count = words.lowerBound + Int(random.next() % UInt64(words.count))
        var body: [UInt8] = []
        var paragraphs: [Paragraph] = []
        var written = 0
        var cast: [[UInt8]] = []
        while written < count {
            if !body.isEmpty { body += [0x0A, 0x0A] }
            let start = body.count
            for _ in 0..<3 {
                let length = 8 + Int(random.next() % 20)
                for position in 0..<length {
                    if position > 0 || body.count > start { body.append(0x20) }
                    var word = vocabulary.word(&random)
                    if SyntheticVocabulary.isName(word) {
                        if cast.count < Self.names {
                            cast.append(word)
                        } else {
                            word = cast[Int(random.next() % UInt64(Self.names))]
                        }
                    }
                    body += position > 0 ? word : [word[0] & ~0x20] + word.dropFirst()
                }
                body.append(0x2E)
                written += length
            }
            paragraphs.append(Paragraph(kind: .paragraph, range: CodePointRange(start: start, end: body.count)))
        }
        article.body = String(decoding: body, as: UTF8.self)
        article.paragraphs = paragraphs
        article.headline =
            Self.capitalised(vocabulary.word(&random))
            + (0..<7).map { _ in " " + String(decoding: vocabulary.word(&random), as: UTF8.self) }.joined()
        article.outlet = outlets[Int(random.next() % UInt64(outlets.count))]
        article.authors = [authors[Int(random.next() % UInt64(authors.count))]]
        article.language = random.next() % 10 == 0 ? "de" : "en"
        let year = Self.years.lowerBound + Int(random.next() % UInt64(Self.years.count))
        article.published = NewsTime(
            "\(year)-\(Self.two(1 + random.next() % 12))-\(Self.two(1 + random.next() % 28))T\(Self.two(random.next() % 24)):00:00Z"
        )
        article.wordCount = written
        article.confidence = 0.9
        return article
    }

    private static func two(_ number: UInt64) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func capitalised(_ word: [UInt8]) -> String {
        String(decoding: [word[0] & ~0x20] + word.dropFirst(), as: UTF8.self)
    }
}
