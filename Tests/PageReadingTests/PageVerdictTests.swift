import NewsModel
import Testing

@testable import Bytes
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

    private static func list(_ item: (Int) -> String) -> String {
        "<!doctype html><html lang='en'><head><meta charset='utf-8'><title>Innovation | The Harbour Courier</title></head><body><main><h1>Innovation</h1>"
            + (1...20).map(item).joined() + "</main></body></html>"
    }

    @Test func listOfStoriesWithTheirFirstWords_IsNoArticle_HoweverLongItIs() {
        let teaser =
            "The yard says that it needs them by autumn, its head said on the quay, and that the town must build homes for all of them first."
        for page in [
            Self.list {
                "<div><a href='/a/\($0)'><h2>Shipyard number \($0) hires sixty welders</h2></a><p>\(teaser)</p><span>\($0) May 2024</span></div>"
            },
            Self.list {
                "<p><a href='/a/\($0)'>Shipyard number \($0) hires sixty welders</a></p><p>Number \($0): \(teaser)</p><p>\($0) May 2024</p>"
            },
        ] {
            #expect(throws: ReadingFailure.self) { try PageFixture.read(page) }
        }
    }

    @Test func articleWithLinkedCrossheads_IsRead() throws {
        let page = Self.list {
            "<h2><a href='https://yard\($0).example/'>Shipyard number \($0) of the bay</a></h2><p>Yard \($0) builds ferries of steel and has done so since the harbour was dug, its master said.</p>"
        }.split(separator: "</h1>").joined(
            separator: "</h1>" + PageFixture.paragraphs.map { "<p>\($0)</p>" }.joined())
        #expect(try PageFixture.read(page).body.hasPrefix(PageFixture.paragraphs[0]))
    }

    private static let stories = (1...14).map {
        "<div class='item'><h3><a href='/story/\($0)'>Shipyard number \($0) hires sixty welders this spring</a></h3><p>The yard of bay \($0) says that it needs them by autumn, its head said on the quay.</p></div>"
    }.joined()

    private static let entries = (1...9).map {
        "<p><a href='/blog/\($0)'>How plank number \($0) of the hull was bent</a>, \($0) May 2024, <span>Ida Holm</span></p><p>With steam and patience, and what we do when it cracks in bay \($0).</p>"
    }.joined()

    private static let journal = (1...24).map {
        "<p>In week \($0) the hull of the boat got plank number \($0 * 3), and the one beside it was taken off again since it had a crack.</p>"
    }.joined()

    struct Refused: CustomTestStringConvertible {
        var testDescription: String
        var seen: String
        var page: String
    }

    @Test(arguments: [
        Refused(
            testDescription: "front of a section", seen: "links to stories",
            page:
                "<html><head><title>City | The Inlet Courier</title></head><body><h1>City</h1>\(stories)</body></html>"),
        Refused(
            testDescription: "list of a subject that WordPress makes", seen: "a list of articles",
            page:
                "<html><head><title>Harbour | The Inlet Courier</title></head><body class='archive category category-harbour'><h1>Harbour</h1>\(stories)</body></html>"
        ),
        Refused(
            testDescription: "list of entries with their dates and authors", seen: "links with dates of their own",
            page:
                "<html><head><title>The blog of the yard</title></head><body><h1>The blog of the yard</h1>\(entries)</body></html>"
        ),
        Refused(
            testDescription: "index of a forum", seen: "the index of a forum",
            page:
                "<html><head><title>Forum of the bay - Index page</title></head><body id='phpbb' class='nojs section-index ltr'><p>It is currently 3 May 2024. In total there are 14 users online, 3 of them registered and the rest guests, and most ever was 90 in March.</p></body></html>"
        ),
        Refused(
            testDescription: "shop", seen: "product",
            page:
                "<html><head><title>Brass compass</title><meta property='og:type' content='product'></head><body><h1>Brass compass</h1><p>A compass of brass for the wall or the pocket, made by hand in the inlet since the old days.</p><button>Add to cart</button></body></html>"
        ),
        Refused(
            testDescription: "wall for consent", seen: "consent",
            page:
                "<html><head><title>The Inlet Courier</title></head><body><h1>Your privacy</h1><p>We and our partners use cookies and tracking to show personalised advertising. Accept to continue, or subscribe without advertising. You can withdraw your consent in our privacy settings.</p><button>Accept</button></body></html>"
        ),
        Refused(
            testDescription: "error told in a sentence", seen: "error",
            page:
                "<html><head><title>The Inlet Courier</title></head><body><h1>Oh no</h1><p>The page you are looking for cannot be found. Try the search, or go to the front page and see what is new.</p></body></html>"
        ),
    ])
    func page_IsRefused_AndTheReasonSaysWhatWasSeen(_ item: Refused) {
        #expect {
            try PageFixture.read(item.page)
        } throws: { error in
            let failure = error as? ReadingFailure
            return failure?.code == .notAnArticle && failure?.message.contains(item.seen) == true
        }
    }

    @Test(arguments: [
        (
            "brief of two sentences",
            "<html><head><title>Ferry late</title><meta property='article:published_time' content='2024-05-03'></head><body><article><h1>Ferry late</h1><p>The morning ferry came forty minutes late on Friday. Fog held it at the outer buoy, its master said.</p></article></body></html>"
        ),
        (
            "text about consent with a date",
            "<html><head><title>Cookie walls before the court</title><meta property='article:published_time' content='2024-05-03'></head><body><article><h1>Cookie walls before the court</h1><p>Sites that ask for consent to tracking by partners, or for a subscription, must accept that readers refuse cookies, a court said. Personalised advertising needs consent, and privacy is no luxury.</p></article></body></html>"
        ),
        (
            "journal whose front page is a long text",
            "<html><head><title>Journal of a boat builder</title><link rel=canonical href='https://boats.example/'></head><body class='home wp-singular page page-template-default'><article><h1>About this journal</h1>\(journal)</article></body></html>"
        ),
    ])
    func articleThatLooksLikeSomethingElse_IsRead(_ name: String, _ page: String) throws {
        #expect(throws: Never.self) { try PageFixture.read(page) }
    }
}
