import NewsModel
import Testing

@testable import Bytes
@testable import Markup
@testable import PageReading

/// A change of the page and what its article must say.
struct FactCase: CustomTestStringConvertible {
    var testDescription: String
    var head: String
    var before = ""
    var value: String?

    init(_ name: String, head: String = "", before: String = "", _ value: String?) {
        testDescription = name
        self.head = head
        self.before = before
        self.value = value
    }

    /// The article of the fixture with the change.
    func read() throws -> Article {
        var page = PageFixture()
        page.head = head
        page.beforeBody = before
        return try page.read()
    }
}

struct PageFactsTests {
    @Test(arguments: [
        FactCase("none", nil),
        FactCase(
            "linked data", head: PageFixture.linkedData(#""datePublished":"2024-05-03T14:05:00+02:00""#),
            "2024-05-03T14:05:00+02:00"),
        FactCase(
            "modified beside it",
            head: PageFixture.linkedData(#""dateModified":"2024-06-01","datePublished":"2024-05-03""#), "2024-05-03"),
        FactCase(
            "graph",
            head:
                #"<script type="application/ld+json">{"@graph":[{"@type":"WebPage","datePublished":"2020-01-01"},{"@type":"Article","datePublished":"2024-05-03"}]}</script>"#,
            "2024-05-03"),
        FactCase(
            "linked data, escaped",
            head:
                #"<script type="application/ld+json">{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;datePublished&quot;:&quot;2024-05-03&quot;}</script>"#,
            "2024-05-03"),
        FactCase(
            "linked data, trailing comma",
            head: #"<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-05-03",}</script>"#,
            "2024-05-03"),
        FactCase(
            "meta", head: #"<meta property="article:published_time" content="2024-05-03T12:00:00Z">"#,
            "2024-05-03T12:00:00Z"),
        FactCase(
            "modified only in meta, time on the page",
            head: #"<meta property="article:modified_time" content="2024-06-01">"#,
            before: "<time datetime='2024-05-03'>3 May</time>", "2024-05-03"),
        FactCase("written out on the page", before: "<p class='dateline'>3 May 2024</p>", "2024-05-03"),
        FactCase(
            "address", head: #"<link rel="canonical" href="https://courier.example/2024/05/03/bridge">"#, "2024-05-03"),
        FactCase("microdata", before: "<span itemprop='datePublished' content='2024-05-03'>today</span>", "2024-05-03"),
    ])
    func published_IsRead(_ example: FactCase) throws {
        #expect(try example.read().published?.description == example.value)
    }

    @Test(arguments: [
        FactCase("none", nil),
        FactCase(
            "linked data",
            head: PageFixture.linkedData(#""author":[{"@type":"Person","name":"Ida Holm"},{"name":"Sam Okafor"}]"#),
            "Ida Holm, Sam Okafor"),
        FactCase(
            "reference to another object",
            head:
                #"<script type="application/ld+json">[{"@type":"NewsArticle","author":{"@id":"a"}},{"@type":"Person","@id":"a","name":"Ida Holm"}]</script>"#,
            "Ida Holm"),
        FactCase("meta with a label", head: #"<meta name="author" content="By Ida Holm">"#, "Ida Holm"),
        FactCase("visible byline", before: "<p class='byline'>By Ida Holm and Sam Okafor</p>", "Ida Holm, Sam Okafor"),
        FactCase("visible line without a class", before: "<p>By Ida Holm</p>", "Ida Holm"),
        FactCase(
            "site named instead, byline on the page", head: #"<meta name="author" content="The Inlet Courier">"#,
            before: "<p class='byline'>By Ida Holm</p>", "Ida Holm"),
        FactCase("site alone", head: #"<meta name="author" content="The Inlet Courier">"#, "The Inlet Courier"),
        FactCase("agency alone", head: #"<meta name="author" content="Reuters">"#, "Reuters"),
        FactCase(
            "agency alone with its article", head: #"<meta name="author" content="The Associated Press">"#,
            "The Associated Press"),
        FactCase(
            "desk before an agency with its place",
            head:
                #"<meta name="author" content="Courier staff reporter"><meta name="article:author" content="Associated Press in Port Sorrel">"#,
            "Courier staff reporter"),
        FactCase("team alone", head: #"<meta name="author" content="The Harbour Life Team">"#, "The Harbour Life Team"),
        FactCase(
            "office in a block of its own",
            before: "<div class='author'><div><a>Ida Holm</a></div><div>Gardener</div></div>", "Ida Holm"),
        FactCase(
            "label and names in blocks of their own",
            before: "<div class='byline'><div>By</div><div>Ida Holm,</div><div>Sam Okafor</div></div>",
            "Ida Holm, Sam Okafor"),
        FactCase("notice called author", before: "<p class='author'>Posted</p>", nil),
        FactCase(
            "pseudonym", before: "<p>by <a rel='author' href='/u/harbour_watch'>harbour_watch</a></p>", "harbour_watch"),
        FactCase(
            "authors of teasers after the article's",
            before: "<span itemprop='author'>Ida Holm</span>"
                + String(repeating: "<p><i>Harbour</i> and <b>bridge</b></p>", count: 12)
                + "<span itemprop='author'>Sam Okafor</span>", "Ida Holm"),
    ])
    func authors_AreRead(_ example: FactCase) throws {
        let names = try example.read().authors.joined(separator: ", ")
        #expect(names == (example.value ?? ""))
    }

    @Test(arguments: [
        FactCase("title and h1", "Harbour bridge reopens after two years of repairs"),
        FactCase(
            "search title as the last of the breadcrumbs",
            head: PageFixture.linkedData(#""headline":"Inlet bridge: open to traffic again""#)
                + #"<meta property="og:title" content="Harbour bridge reopens after two years of repairs">"#,
            before: "<nav><h1 class='breadcrumb-last'>Inlet bridge: open to traffic again</h1></nav>",
            "Harbour bridge reopens after two years of repairs"),
        FactCase(
            "linked data of news", head: PageFixture.linkedData(#""headline":"Harbour bridge open again""#),
            "Harbour bridge open again"),
        FactCase(
            "linked data, escaped text",
            head: PageFixture.linkedData(#""headline":"Bridge &amp; ferries: what changes""#),
            "Bridge & ferries: what changes"),
        FactCase(
            "search title of a blog",
            head:
                #"<script type="application/ld+json">{"@type":"BlogPosting","headline":"Harbour bridge: all you need to know | The Inlet Courier"}</script>"#,
            "Harbour bridge reopens after two years of repairs"),
    ])
    func headline_IsRead_WithoutTheSite(_ example: FactCase) throws {
        #expect(try example.read().headline == example.value)
    }

    @Test(arguments: [
        ("Bridge reopens | The Inlet Courier", "The Inlet Courier", "Bridge reopens"),
        ("The Inlet Courier: Bridge reopens", "The Inlet Courier", "The Inlet Courier: Bridge reopens"),
        ("Bridge reopens - News - The Inlet Courier", "The Inlet Courier", "Bridge reopens - News"),
        ("The Inlet Courier | Bridge reopens at last", "The Inlet Courier", "Bridge reopens at last"),
        ("Rain - and then more rain - in the north", "The Inlet Courier", "Rain - and then more rain - in the north"),
        ("橋が再開_港湾新聞", "港湾新聞", "橋が再開"),
    ])
    func siteSuffix_IsRemoved(title: String, outlet: String, expected: String) {
        #expect(SiteSuffix.removed(from: title, outlet: outlet) == expected)
    }

    @Test func address_IsCanonicalWithAPath() throws {
        let head =
            #"<link rel="canonical" href="https://courier.example/bridge"><meta property="og:url" content="https://courier.example/">"#
        #expect(try FactCase("", head: head, nil).read().url == "https://courier.example/bridge")
    }

    @Test func address_IsNotTaken_WhenOnlyTheCanonicalLinkNamesAnotherSite() throws {
        let head =
            #"<link rel="canonical" href="https://template.example/page"><meta property="og:url" content="https://courier.example/bridge">"#
            + PageFixture.linkedData(#""url":"https://courier.example/bridge""#)
        #expect(try FactCase("", head: head, nil).read().url == "https://courier.example/bridge")
    }

    @Test func savedPage_TellsWhereAndWhen() throws {
        let single =
            "<!--\n Page saved with SingleFile \n url: https://courier.example/bridge?x=1 \n saved date: Fri May 03 2024 14:05:00 GMT+0200 (Central European Summer Time)\n-->"
        let article = try PageFixture.read(single + PageFixture().html)
        #expect(article.url == "https://courier.example/bridge?x=1")
        #expect(article.retrieved?.description == "2024-05-03T14:05:00+02:00")
        let explorer = try PageFixture.read(
            "<!-- saved from url=(0031)https://courier.example/bridge -->" + PageFixture().html)
        #expect(explorer.url == "https://courier.example/bridge")
    }

    @Test func links_OfTheBody_AreAbsolute() throws {
        var page = PageFixture()
        page.head = #"<link rel="canonical" href="https://courier.example/news/bridge">"#
        page.body = page.body.replacing("port authority", with: "<a href='../port?x=1'>port authority</a>")
            .replacing("brass band", with: "<a href='https://band.example/'>brass band</a>")
        #expect(
            try page.read().links == [
                Link(url: "https://band.example/", text: "brass band"),
                Link(url: "https://courier.example/port?x=1", text: "port authority"),
            ])
    }

    @Test func leadImage_HasCaptionAndCredit() throws {
        let head = #"<meta property="og:image" content="https://courier.example/b.jpg">"#
        let before =
            "<figure><img src='/b.jpg'><figcaption>Buses on the bridge. <span class='credit'>Lee Wong</span></figcaption></figure>"
        let image = try FactCase("", head: head, before: before, nil).read().leadImage
        #expect(
            image
                == LeadImage(
                    url: "https://courier.example/b.jpg", caption: "Buses on the bridge. Lee Wong",
                    creditLine: "Lee Wong"))
    }

    @Test(arguments: [
        #""isAccessibleForFree":false"#, #""isAccessibleForFree":"False""#,
        #""hasPart":{"@type":"WebPageElement","isAccessibleForFree":false}"#,
    ])
    func paywall_IsToldByLinkedData(_ member: String) throws {
        #expect(try FactCase("", head: PageFixture.linkedData(member), nil).read().isPaywalled)
        #expect(try !FactCase("", nil).read().isPaywalled)
    }

    @Test func keywordsAndSection_AreRead() throws {
        let article = try FactCase(
            "", head: PageFixture.linkedData(#""keywords":"bridges, port, bridges","articleSection":["City","News"]"#),
            nil
        ).read()
        #expect(article.keywords == ["bridges", "port"])
        #expect(article.section == "City")
    }

    @Test(arguments: [
        "<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1><p>The page you asked for was not found on this server.</p></body></html>",
        "<html><head><title>Inlet Courier</title><meta property='og:type' content='website'><link rel=canonical href='https://courier.example/'></head><body><ul><li><a href='/a'>Shipyard hires sixty welders</a></li><li><a href='/b'>Council votes on parking</a></li></ul><p>All the news of the inlet, every morning.</p></body></html>",
    ])
    func page_IsRefused_WhenItIsNoArticle(_ html: String) {
        #expect { try PageFixture.read(html) } throws: { ($0 as? ReadingFailure)?.code == .notAnArticle }
    }

    @Test func page_IsRefused_WhenItHasNoText() {
        #expect { try PageFixture.read("<html><body><script>draw()</script><div></div></body></html>") } throws: {
            ($0 as? ReadingFailure)?.code == .noText
        }
    }

    @Test(arguments: [
        ("<meta charset=utf-8>", "utf-8"),
        ("<META http-equiv=Content-Type content='text/html; charset=windows-1251'>", "windows-1251"),
        ("<?xml version='1.0' encoding=\"ISO-8859-2\"?>", "iso-8859-2"),
        ("<!-- <meta charset=a> --><meta charset='b'>", "b"),
        ("<p>charset=x</p>", nil), ("<meta name=description content='no charset here'>", nil),
    ])
    func charsetDeclaration_IsFound(page: String, label: String?) {
        var page = page
        #expect(page.withUTF8 { HTMLCharsetDeclaration.find($0) } == label)
    }
}
