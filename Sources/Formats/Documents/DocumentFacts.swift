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
        author = author ?? properties.descendant("creator", in: .dublinCore)?.line
        language = language ?? properties.descendant("language", in: .dublinCore)?.line
        for name in ["keyword", "keywords"] {
            for element in properties.descendants.lazy.filter({ $0.is(name) }).prefix(ReadingLimits.mostKeywords) {
                let words = element.line?.split { $0 == "," || $0 == ";" } ?? []
                keywords += words.map { $0.trimmingWhitespace() }.filter { !$0.isEmpty }
            }
        }
    }
}
