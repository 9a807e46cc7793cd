import Testing

@testable import PageReading

/// Which of the dates on a page is the article's.
@Suite struct DateChoiceTests {
    struct Case: CustomTestStringConvertible {
        var testDescription: String
        var lang = "en"
        var head = ""
        var top = ""
        var before = ""
        var after = ""
        var published: String?
        var modified: String?
    }

    private static let related =
        "<aside class='related'><h3>More</h3><ul><li><a href='/x'>Ferry timetable changes</a> <time datetime='2023-01-09'>9 January 2023</time></li></ul></aside>"

    @Test(arguments: [
        Case(
            testDescription: "time of a related story before the one under the headline", top: related,
            before: "<p>3 May 2024</p>", published: "2024-05-03"),
        Case(testDescription: "time of a related story alone", after: related, published: nil),
        Case(
            testDescription: "running clock above the page",
            top: "<header class='site-header'><time datetime='2026-11-01T10:00:00Z'>Sunday, 1 November</time></header>",
            before: "<p class='meta'>3 May 2024</p>", published: "2024-05-03"),
        Case(
            testDescription: "updated before published", before: "<p>Updated 6 May 2024 · Published 3 May 2024</p>",
            published: "2024-05-03", modified: "2024-05-06"),
        Case(
            testDescription: "published before updated",
            before: "<p>Published 3 May 2024, last updated 6 May 2024</p>", published: "2024-05-03",
            modified: "2024-05-06"),
        Case(
            testDescription: "month before day by the page's address",
            head: "<link rel='canonical' href='https://courier.example/2024/05/03/bridge'>",
            before: "<p>05/03/2024</p>",
            published: "2024-05-03"),
        Case(
            testDescription: "month before day in metadata by the month in the address",
            head:
                "<link rel='canonical' href='https://courier.example/2024/may/bridge'><meta name='date' content='05/03/2024'>",
            published: "2024-05-03"),
        Case(
            testDescription: "address of another day tells nothing of the order",
            head: "<link rel='canonical' href='https://courier.example/2019/01/01/bridge'>",
            before: "<p>05/03/2024</p>", published: "2024-03-05"),
        Case(
            testDescription: "day before month by the page's region",
            head: "<meta property='og:locale' content='en_GB'>", before: "<p>03/05/2024</p>", published: "2024-05-03"),
        Case(
            testDescription: "month before day by the page's region",
            head: "<meta property='og:locale' content='en_US'>", before: "<p>05/03/2024</p>", published: "2024-05-03"),
        Case(
            testDescription: "date of a book below the headline, day of the post above it",
            top: "<h2>Friday, 3 May 2024</h2>", before: "<p>Date of issue: 14.08.2017</p>", published: "2024-05-03"),
        Case(
            testDescription: "time with the day that is shown is more exact",
            before: "<p><time datetime='2024-05-03T14:05:00+02:00'>3 May 2024</time></p>",
            published: "2024-05-03T14:05:00+02:00"),
    ])
    func date_IsThatOfTheArticle(_ item: Case) throws {
        let page = """
            <!doctype html><html lang="\(item.lang)"><head><meta charset="utf-8"><title>Harbour bridge reopens after two years</title>\(item.head)
            <meta property="og:type" content="article"></head><body>\(item.top)<h1>Harbour bridge reopens after two years</h1>\(item.before)
            <div class="article-body">\(PageFixture().body)</div>\(item.after)</body></html>
            """
        let article = try PageFixture.read(page)
        #expect(article.published?.description == item.published)
        if item.modified != nil { #expect(article.modified?.description == item.modified) }
    }

    @Test func headerOrBannerThatHoldsTheHeadline_GivesTheDate() throws {
        let page = """
            <!doctype html><html lang="en"><head><title>Harbour bridge reopens after two years</title><meta property="og:type" content="article"></head>
            <body><div class="news-banner"><time>3 May 2024 12:22</time><h1>Harbour bridge reopens after two years</h1></div>
            \(PageFixture().body)<ul><li><time>9 January 2023</time> <a href="/a">Ferry timetable changes again</a></li></ul></body></html>
            """
        #expect(try PageFixture.read(page).published?.description.hasPrefix("2024-05-03") == true)
    }

    @Test func footerOfTheOnlyArticle_GivesTheDate_WhenNothingElseDoes() throws {
        let page = """
            <!doctype html><html lang="en"><head><title>Harbour bridge reopens after two years</title><meta property="og:type" content="article"></head>
            <body><article><h1>Harbour bridge reopens after two years</h1>\(PageFixture().body)
            <footer><span>Ida Holm</span> <time datetime="2024-05-03T11:15:06Z">May 03</time></footer></article></body></html>
            """
        #expect(try PageFixture.read(page).published?.description == "2024-05-03T11:15:06Z")
    }
}
