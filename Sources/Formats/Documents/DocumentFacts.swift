import Bytes
import Markup
import NewsModel

/// What a document says of itself in its properties.
struct DocumentFacts {
    var title: String?
    var author: String?
    var keywords: [String] = []
    var language: String?

    /// Reads the Dublin Core elements among properties, which office documents and books have in common.
    mutating func take(_ properties: XMLElement) {
        title = title ?? properties.descendant("title", in: .dublinCore)?.line
        author =
            author
            ?? properties.descendants.lazy.filter { $0.is("creator", in: .dublinCore) }.compactMap(\.line).first {
                !Self.isProgram($0)
            }
        language = language ?? properties.descendant("language", in: .dublinCore)?.line
        for name in ["keyword", "keywords"] {
            for element in properties.descendants.lazy.filter({ $0.is(name) }).prefix(ReadingLimits.mostKeywords) {
                let words = element.line?.split { $0 == "," || $0 == ";" } ?? []
                keywords += words.map { $0.trimmingWhitespace() }.filter { !$0.isEmpty }
            }
        }
    }

    /// Whether the author that a document names is the program that made it, or nobody.
    private static func isProgram(_ author: String) -> Bool {
        let name = author.lowercased()
        return name.hasPrefix("calibre")
            || ["unknown", "python-docx", "administrator", "microsoft office user", "user"].contains(name)
    }
}
