import NewsModel
import Testing

@testable import PageReading

/// Which pages are none.
@Suite struct PageVerdictTests {
    @Test(arguments: [
        "404", "404 Not Found", "404 - The Harbour Courier", "The Harbour Courier - 404", "Error 404",
        "Error 404: Not Found",
        "Page not found | The Harbour Courier", "Oops! 404", "Just a moment...", "Access Denied", "502 Bad Gateway",
        "The Harbour Courier | Page not found", "404 Error", "Not Found",
    ])
    func titleOfAServersAnswer_IsTold(_ title: String) { #expect(PageVerdict.isErrorTitle(title)) }

    @Test(arguments: [
        "The market hall of Tarrow flooded, report 404", "404 cows on the road", "Route 404",
        "Not found in any archive",
        "Just a moment of rest", "Error 500 years in the making", "A page not found until now was read aloud", "",
        "Access denied to reporters at the harbour",
    ])
    func headline_IsNoAnswerOfAServer(_ title: String) { #expect(!PageVerdict.isErrorTitle(title)) }

    @Test func shortArticle_WhoseHeadlineEndsInTheNumberOfAnError_IsRead() throws {
        let page = """
            <!doctype html><html lang="en"><head><title>The market hall of Tarrow flooded, report 404</title><meta property="article:published_time"
            content="2024-09-13"></head><body><article>
            <h1>The market hall of Tarrow flooded, report 404</h1><p>The market hall of Tarrow flooded on day 404, its keeper said,
            after 38 weeks of waiting.</p><p>Some 810 people came to look, 1 more than in week 33.</p></article></body></html>
            """
        let article = try Array(page.utf8).withUnsafeBufferPointer { try HTMLReader.read($0) }
        #expect(article.headline == "The market hall of Tarrow flooded, report 404")
    }
}
