import Bytes
import Markup
import NewsModel

extension Format {
    /// NewsML 1.0 to 1.2 of the IPTC.
    static let newsML1 = Format(
        name: "newsml-1.2", mediaTypes: ["application/xml"], endings: [],
        form: .file(.root, NewsML1Format.recognises, .whole(NewsML1Format.read)))
}

/// Recognises and reads `Format.newsML1`.
enum NewsML1Format {
    static func recognises(_ sample: FormatSample) -> Bool { sample.xmlRoot?.name == "newsml" }

    static func read(_ bytes: UnsafeBufferPointer<UInt8>, in context: ReadingContext) throws {
        let root = try XMLElement.document(bytes, declared: context.hint.charset)
        let items = root.all("NewsItem")
        guard items.count > 1 else {
            guard let item = items.first else {
                throw ReadingFailure(.noText, "The NewsML document holds no news item.")
            }
            return try context.article(NewsML1Reader.item(item).article(limits: context.limits))
        }
        for (place, item) in items.enumerated() {
            let member = "#\(place + 1)"
            let article: Article
            do throws(ReadingFailure) {
                article = try NewsML1Reader.item(item).article(limits: context.limits)
            } catch {
                try context.memberFailed(error, member: member)
                continue
            }
            try context.article(article, member: member)
        }
    }
}
