import NewsModel
import ReadingTestSupport
import Testing

@testable import Bytes
@testable import Formats

@Suite struct FeedTests {
    private static let story = """
        <p>The ferry across the sound stopped at nine on Friday evening.</p><p>The water was too low, said the harbour master.</p>
        <p>Buses run round the <a href="/bay">bay</a> until Sunday.</p>
        """

    private func rss(_ items: String, version: String = "2.0", channel: String = "") -> String {
        """
        <?xml version="1.0"?>
        <rss version="\(version)" xmlns:content="http://purl.org/rss/1.0/modules/content/"
            xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
        <channel><title>The Elm Gazette</title><link>https://elm.example/</link><language>en-gb</language>
        <image><title>Logo</title><url>https://elm.example/logo.png</url></image>\(channel)
        \(items)
        </channel></rss>
        """
    }

    @Test func rssItem_GivesEveryField() throws {
        let item = """
            <item><title>Ferry &amp;amp; bus</title><link> https://elm.example/ferry </link>
            <guid isPermaLink="false">77</guid><dc:creator><![CDATA[Anna Elm]]></dc:creator>
            <pubDate>Fri, 03 May 2024 14:05:00 +0200</pubDate><category>Ferries</category><category>Sound</category>
            <description>It stopped.</description><content:encoded><![CDATA[\(Self.story)]]></content:encoded>
            <media:content url="https://elm.example/quay.jpg" medium="image"><media:title>Not the headline</media:title>
            <media:credit>Jo Ash</media:credit></media:content></item>
            """
        let reading = try readAll(rss(item), name: "feed.xml")
        let article = try #require(reading.articles.first)
        #expect(reading.format == "rss20")
        #expect(article.memberPath == "#1")
        #expect(article.format == "rss20")
        #expect(article.headline == "Ferry & bus")
        #expect(article.url == "https://elm.example/ferry")
        #expect(article.authors == ["Anna Elm"])
        #expect(article.outlet == "The Elm Gazette")
        #expect(article.published?.description == "2024-05-03T14:05:00+02:00")
        #expect(article.keywords == ["Ferries", "Sound"])
        #expect(article.language == "en")
        #expect(article.paragraphs.count == 3)
        #expect(article.links == [Link(url: "https://elm.example/bay", text: "bay")])
        #expect(article.leadImage?.url == "https://elm.example/quay.jpg")
        #expect(article.leadImage?.creditLine == "Jo Ash")
        #expect(!article.isSummary)
        #expect(article.wire.guid == nil)
    }

    struct Fullness: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var item: String
        var isSummary: Bool
    }

    static let fullness: [Fullness] = [
        Fullness(
            testDescription: "a short description", item: "<description>It stopped.</description>", isSummary: true),
        Fullness(
            testDescription: "a description of some paragraphs",
            item: "<description><![CDATA[\(story)]]></description>", isSummary: false),
        Fullness(
            testDescription: "content that only repeats the description",
            item:
                "<description>It stopped.</description><content:encoded>&lt;p&gt;It stopped.&lt;/p&gt;</content:encoded>",
            isSummary: true),
        Fullness(
            testDescription: "content that ends open",
            item: "<content:encoded><![CDATA[\(story)<p>And then […]]]></content:encoded>", isSummary: true),
        Fullness(
            testDescription: "content with a link to go on",
            item:
                "<content:encoded><![CDATA[\(story)<p><a href='/x'>Continue reading the story</a></p>]]></content:encoded>",
            isSummary: true),
        Fullness(
            testDescription: "short content", item: "<content:encoded>It stopped.</content:encoded>", isSummary: false),
    ]

    @Test(arguments: fullness) func shortEntry_IsMarkedAsSummary(_ item: Fullness) throws {
        let reading = try readAll(
            rss("<item><title>Ferry</title><link>https://elm.example/f</link>\(item.item)</item>"), name: "f.rss")
        #expect(reading.articles.map(\.isSummary) == [item.isSummary])
    }

    struct Version: Sendable {
        var root: String
        var format: String
    }

    static let versions: [Version] = [
        Version(root: "<rss version='0.91'><channel><title>T</title>@</channel></rss>", format: "rss091"),
        Version(root: "<rss version='0.92'><channel><title>T</title>@</channel></rss>", format: "rss092"),
        Version(root: "<rss><channel><title>T</title>@</channel></rss>", format: "rss20"),
        Version(
            root:
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/'>"
                + "<channel><title>T</title></channel>@</rdf:RDF>", format: "rss090"),
        Version(
            root: "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
                + "<channel><title>T</title><items><rdf:Seq><rdf:li rdf:resource='a'/></rdf:Seq></items></channel>@</rdf:RDF>",
            format: "rss10"),
    ]

    @Test(arguments: versions) func everyVersion_IsReadByItsName(_ version: Version) throws {
        let items = "<item><title>One</title><description>First.</description></item><item><title>Two</title></item>"
        let reading = try readAll(version.root.replacing("@", with: items), name: "noname")
        #expect(reading.format == version.format)
        #expect(reading.headlines == ["One", "Two"])
        #expect(reading.articles.map(\.outlet) == ["T", "T"])
    }

    @Test func atomEntry_GivesEveryField() throws {
        let feed = """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://ash.example/blog/">
            <title type="text">Ash &amp; Elm</title><link rel="self" href="feed"/><link href="./"/>
            <author><name>Ben Ash</name></author><rights>(c) Ash</rights>
            <entry><title type="html">Ferry &lt;em>stops&lt;/em></title><id>tag:ash.example,2024:1</id>
            <link rel="enclosure" href="a.mp3"/><link rel="alternate" href="2024/ferry"/>
            <published>2024-05-03T14:05:00+02:00</published><updated>2024-05-04T00:00:00Z</updated>
            <category term="f" label="Ferries"/>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One <b>word</b>.</p><p>Two.</p></div></content></entry>
            <entry><title>1 &lt; 2</title><id>tag:2</id><author><name>Anna Elm</name></author><updated>2024-05-05</updated>
            <summary type="text">A &lt;b> is a tag.</summary></entry></feed>
            """
        let reading = try readAll(feed, name: "a")
        #expect(reading.format == "atom10")
        #expect(reading.headlines == ["Ferry stops", "1 < 2"])
        #expect(reading.articles.map(\.authors) == [["Ben Ash"], ["Anna Elm"]])
        #expect(reading.articles.map(\.outlet) == ["Ash & Elm", "Ash & Elm"])
        #expect(reading.articles.map(\.url) == ["https://ash.example/blog/2024/ferry", nil])
        #expect(reading.articles.map(\.wire.guid) == [nil, "tag:2"])
        #expect(reading.articles.map(\.body) == ["One word.\n\nTwo.", "A <b> is a tag."])
        #expect(reading.articles.map(\.isSummary) == [false, true])
        #expect(reading.articles[0].modified?.description == "2024-05-04T00:00:00Z")
        #expect(reading.articles[0].keywords == ["Ferries"])
        #expect(reading.articles[1].published?.description == "2024-05-05")
        #expect(reading.articles[0].wire.copyright == "(c) Ash")
    }

    @Test func jsonFeed_GivesEveryField() throws {
        let feed = """
            {"version": "https://jsonfeed.org/version/1.1", "items": [
            {"id": "1", "url": "https://elm.example/ferry", "title": "Ferry", "content_html": "<p>One.</p><p>Two.</p>",
             "date_published": "2024-05-03T14:05:00+02:00", "tags": ["Ferries"], "image": "https://elm.example/q.jpg"},
            {"id": "2", "content_text": "A <b> is\\n\\na tag.", "author": {"name": "Anna Elm"}}],
            "title": "The Elm Gazette", "authors": [{"name": "Ben Ash"}], "language": "en"}
            """
        let reading = try readAll(feed, name: "feed.json")
        #expect(reading.format == "jsonfeed")
        #expect(reading.articles.map(\.body) == ["One.\n\nTwo.", "A <b> is\n\na tag."])
        #expect(reading.articles.map(\.authors) == [["Ben Ash"], ["Anna Elm"]])
        #expect(reading.articles.map(\.outlet) == ["The Elm Gazette", "The Elm Gazette"])
        #expect(reading.articles[0].published?.description == "2024-05-03T14:05:00+02:00")
        #expect(reading.articles[0].leadImage?.url == "https://elm.example/q.jpg")
        #expect(reading.articles[1].wire.guid == "2")
    }

    // MARK: WXR

    private func wxr(_ items: String) -> String {
        """
        <?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/">
        <channel><title>Elm</title><link>https://elm.example</link><wp:wxr_version>1.2</wp:wxr_version>
        <wp:author><wp:author_login>anna</wp:author_login><wp:author_display_name>Anna Elm</wp:author_display_name></wp:author>
        \(items)</channel></rss>
        """
    }

    @Test func wxr_GivesPublishedPosts_AndNothingElse() throws {
        func item(_ title: String, _ type: String, _ status: String) -> String {
            """
            <item><title>\(title)</title><dc:creator>anna</dc:creator><link>https://elm.example/\(title)</link>
            <content:encoded><![CDATA[One <em>word</em>.\n\n[caption id="1" width="9"]<img src="a.jpg"> The quay[/caption]
            Two [sic].\n\nSee [1].]]></content:encoded>
            <wp:post_date_gmt>2024-05-03 12:05:00</wp:post_date_gmt><wp:status>\(status)</wp:status><wp:post_type>\(type)</wp:post_type>
            <category domain="category">Sound</category><category domain="post_tag">Ferries</category></item>
            """
        }
        let items =
            item("Post", "post", "publish") + item("Draft", "post", "draft") + item("Page", "page", "publish")
            + item("Picture", "attachment", "inherit") + item("Own", "story", "publish") + item("Gone", "post", "trash")
        let reading = try readAll(wxr(items), name: "export.xml")
        #expect(reading.format == "wxr")
        #expect(reading.headlines == ["Post", "Own"])
        #expect(reading.articles[0].authors == ["Anna Elm"])
        #expect(reading.articles[0].published?.description == "2024-05-03T12:05:00Z")
        #expect(reading.articles[0].section == "Sound")
        #expect(reading.articles[0].keywords == ["Ferries"])
        #expect(reading.articles[0].paragraphTexts == ["One word.", "The quay Two [sic].", "See [1]."])
    }

    @Test func wxrWithoutPosts_IsRejected() {
        let thrown = code {
            _ = try readAll(wxr("<item><title>P</title><wp:post_type>page</wp:post_type></item>"), name: "e.xml")
        }
        #expect(thrown == .noText)
    }

    // MARK: Broken and hostile

    @Test func cutFeed_GivesItsWholeEntries_AndNamesTheCutOne() throws {
        let whole = rss("<item><title>One</title></item><item><title>Two</title><description>It stopped at")
        let cut = String(whole.prefix { $0 != "@" }.prefix(whole.count - 22))
        let reading = try readAll(cut, name: "f.xml")
        #expect(reading.headlines == ["One"])
        #expect(reading.failures.map(\.code) == [.truncated])
        #expect(reading.failures.map(\.path) == ["#2"])
    }

    struct Broken: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var headlines: [String]
    }

    static let broken: [Broken] = [
        Broken(
            testDescription: "bare ampersands and HTML entities",
            text: "<rss><channel><item><title>A & B &eacute;</title></item></channel></rss>", headlines: ["A & B é"]),
        Broken(
            testDescription: "end tags of items are missing",
            text: "<rss><channel><item><title>One</title><item><title>Two</title></channel></rss>",
            headlines: ["One", "Two"]),
        Broken(
            testDescription: "a server's warning before the feed",
            text:
                "Warning: mysql in /x on line 3\n<rss version='2.0'><channel><item><title>One</title></item></channel></rss>",
            headlines: ["One"]),
        Broken(
            testDescription: "prefixes without declaration",
            text: "<rss><channel><item><title>One</title><media:title>No</media:title></item></channel></rss>",
            headlines: ["One"]),
    ]

    @Test(arguments: broken) func illFormedFeed_IsRecovered(_ item: Broken) throws {
        #expect(try readAll(item.text, name: "f.rss").headlines == item.headlines)
    }

    @Test func feedWithoutEntries_IsRejected() {
        #expect(code { _ = try readAll(rss(""), name: "f.xml") } == .noText)
    }

    @Test(arguments: ["rss", "html"]) func entitiesThatMultiply_AreRefused(root: String) throws {
        let types = (1..<12).map { "<!ENTITY a\($0) \"\(String(repeating: "&a\($0 - 1);", count: 10))\">" }.joined()
        let text =
            "<?xml version='1.0'?><!DOCTYPE \(root) [<!ENTITY a0 \"ha\">\(types)]><\(root)><channel><item><title>&a11;</title>"
            + "</item></channel></\(root)>"
        #expect(code { _ = try readAll(text, name: "f.xml") } == .limitExceeded)
    }

    @Test func manyEntries_AreReadInPassing() throws {
        let items = (1...3_000).map { "<item><title>Story \($0)</title><description>Words of it.</description></item>" }
        var count = 0
        try rss(items.joined()).utf8.withContiguousStorageIfAvailable { bytes in
            try ArticleReader().read(BytesInMemory(bytes), hint: ReadingHint(name: FileName("f.xml"))) { event in
                if case .article = event { count += 1 }
            }
        }
        #expect(count == 3_000)
    }
}
