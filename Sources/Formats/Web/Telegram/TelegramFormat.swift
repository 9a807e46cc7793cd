import Bytes
import Markup
import NewsModel
import NewsText

extension Format {
    /// The history of a chat or channel as Telegram's desktop program exports it in HTML: each message with words is an article.
    static let telegram = Format(
        name: "telegram", mediaTypes: [], endings: [],
        form: .file(.marks, TelegramFormat.recognises, .whole(TelegramFormat.read)))
}

/// Recognises and reads `Format.telegram`.
enum TelegramFormat {
    static func recognises(_ sample: FormatSample) -> Bool {
        sample.text.first == UInt8(ascii: "<") && sample.opens(with: "<!doctype html") && sample.holds("_name\">")
            && sample.holds("class=\"message default") && sample.holds("from_name") && sample.holds("date details")
    }

    static func read(_ bytes: UnsafeBufferPointer<UInt8>, in context: ReadingContext) throws {
        var page = try TextDecoder.decode(bytes, declared: HTMLCharsetDeclaration.find(bytes)).utf8
        let articles = try page.withUnsafeMutableBufferPointer {
            (page) throws(ReadingFailure) -> [(member: String, article: Article)] in
            try Self.articles(of: HTMLTree(page))
        }
        guard !articles.isEmpty else { throw ReadingFailure(.noText, "The messages hold no words.") }
        for each in articles { try context.article(each.article, member: each.member) }
    }

    private static func articles(of tree: HTMLTree) -> [(member: String, article: Article)] {
        var found: [(member: String, article: Article)] = []
        // Messages that follow another of the same sender do not name it again.
        var sender = ""
        var index = 0
        while index < tree.nodes.count {
            guard classes(of: index, tree).starts(with: ["message", "default"]) else {
                index += 1
                continue
            }
            let parts = tree.descendants(of: index)
            if let name = parts.first(where: { classes(of: $0, tree).contains("from_name") }) {
                sender = tree.foldedText(of: name)
            }
            if let text = parts.first(where: { classes(of: $0, tree) == ["text"] }) {
                var article = Article(format: Format.telegram.name)
                var body = BodyBuilder()
                body.append(.paragraph, tree.foldedText(of: text))
                (article.body, article.paragraphs) = body.finish()
                if !sender.isEmpty { article.authors = [sender] }
                article.published =
                    parts.first { classes(of: $0, tree).contains("date") }.flatMap { tree.value(.title, of: $0) }
                    .flatMap { DateReader.read($0) }
                article.confidence = 0.9
                if !article.body.isEmpty {
                    found.append((tree.value(.id, of: index) ?? "#\(found.count + 1)", article))
                }
            }
            index = parts.upperBound
        }
        return found
    }

    private static func classes(of node: Int, _ tree: HTMLTree) -> [Substring] {
        guard let value = tree.attribute(.class, of: node), value.length < 200 else { return [] }
        return tree.string(value).split(separator: " ")
    }
}
