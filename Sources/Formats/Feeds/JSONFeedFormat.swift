import Bytes
import Markup
import NewsModel
import PageReading

extension Format {
    /// JSON Feed 1.0 and 1.1 (jsonfeed.org). Each item is a member `#n`, counted from 1.
    static let jsonfeed = Format(
        name: "jsonfeed", mediaTypes: ["application/feed+json"], endings: [],
        form: .file(.marks, JSONFeedFormat.recognises, .whole(JSONFeedFormat.read)))
}

/// Recognises and reads `Format.jsonfeed`.
enum JSONFeedFormat {
    static func recognises(_ sample: FormatSample) -> Bool {
        guard sample.text.first == UInt8(ascii: "{") else { return false }
        return sample.text.withUnsafeBufferPointer { text in
            func holds(_ word: StaticString) -> Bool { ByteSearch.find(word, in: text, from: 0) != nil }
            // Some writers escape the solidus, and the version may stand behind the items.
            return holds("jsonfeed.org/version") || holds("jsonfeed.org\\/version")
                || holds("\"items\"") && (holds("\"home_page_url\"") || holds("\"feed_url\""))
        }
    }

    static func read(_ bytes: UnsafeBufferPointer<UInt8>, in context: ReadingContext) throws {
        let text = try TextDecoder.decode(bytes, declared: nil).utf8
        try text.withUnsafeBufferPointer { text in
            var splitter = JSONRecordSplitter(ByteInput(BytesInMemory(text)), recordBytes: context.limits.maximumBytes)
            splitter.wrapperKeys = ["items"]
            // What the feed says of itself may stand behind its items.
            var rest = splitter
            rest.isSkipping = true
            while try rest.next() != nil {}
            let feed = facts(rest.wrapper)
            var again = JSONRecordSplitter(ByteInput(BytesInMemory(text)), recordBytes: context.limits.maximumBytes)
            again.wrapperKeys = ["items"]
            try read(&again, feed, in: context)
        }
    }

    private static func read(_ splitter: inout JSONRecordSplitter, _ feed: FeedFacts, in context: ReadingContext) throws
    {
        var number = 0
        while let record = try splitter.next() {
            number += 1
            let member = "#\(number)"
            guard record.isComplete, let item = record.bytes.withUnsafeBufferPointer({ JSONReader.read($0).first })
            else {
                try context.memberFailed(
                    ReadingFailure(.truncated, "The feed ends within this item: it was cut off."), member: member)
                continue
            }
            let article: Article
            do throws(ReadingFailure) {
                article = try FeedArticle.article(
                    entry(item), of: feed, as: Format.jsonfeed.name, limits: context.limits)
            } catch {
                try context.memberFailed(error, member: member)
                continue
            }
            try context.article(article, member: member)
        }
        guard number > 0 else { throw ReadingFailure(.noText, "The feed has no items.") }
    }

    private static func facts(_ feed: JSONValue) -> FeedFacts {
        var facts = FeedFacts()
        facts.title = feed["title"]?.text
        facts.url = feed["home_page_url"]?.text
        facts.language = feed["language"]?.text
        facts.authors = authors(feed)
        return facts
    }

    private static func entry(_ item: JSONValue) -> FeedEntry {
        var entry = FeedEntry()
        func text(_ key: String, _ form: FeedEntry.Text.Form) -> FeedEntry.Text? {
            item[key]?.text.map { FeedEntry.Text(form: form, bytes: Array($0.utf8)) }
        }
        entry.title = text("title", .html)
        entry.content = text("content_html", .html) ?? text("content_text", .plain)
        entry.summary = text("summary", .plain)
        // A post about another page is its own page's article.
        entry.url =
            item["url"]?.text ?? item["id"]?.text.flatMap { PageAddress($0) == nil ? nil : $0 }
            ?? item["external_url"]?.text
        entry.identifier = item["id"]?.text
        entry.authors = authors(item)
        entry.published = item["date_published"]?.text
        entry.modified = item["date_modified"]?.text
        entry.keywords = (item["tags"]?.list ?? []).compactMap(\.text)
        entry.language = item["language"]?.text
        entry.image = (item["image"]?.text ?? item["banner_image"]?.text).flatMap {
            PageAddress($0) == nil ? nil : LeadImage(url: $0)
        }
        return entry
    }

    /// The names of `authors` (1.1) or `author` (1.0).
    private static func authors(_ value: JSONValue) -> [String] {
        ((value["authors"] ?? value["author"])?.list ?? []).compactMap { $0["name"]?.text ?? $0.text }
    }
}
