import NewsModel
import Testing

/// Something on a page that is not the article's text.
struct IntruderCase: CustomTestStringConvertible {
    var testDescription: String
    var page: PageFixture

    init(_ name: String, _ change: (inout PageFixture) -> Void) {
        testDescription = name
        page = PageFixture()
        change(&page)
    }

    /// The story with something between its second and third paragraph.
    static func between(_ html: String) -> String {
        let parts = PageFixture.paragraphs.map { "<p>\($0)</p>" }
        return parts[..<2].joined() + html + parts[2...].joined()
    }

    static let all: [IntruderCase] = [
        IntruderCase("nothing") { _ in },
        IntruderCase("headline repeated in the body") { $0.body = "<h2>\($0.headline)</h2>" + $0.body },
        IntruderCase("teasers between paragraphs, by class") {
            $0.body = between(
                "<div class='related-links'><h3>More on the port</h3><ul><li><a href='/a'>Shipyard hires sixty welders</a></li></ul></div>"
            )
        },
        IntruderCase("teaser between paragraphs, by its label") {
            $0.body = between(
                "<div><p>Read more:</p><p><a href='/a'>Why the cracks were found so late, and by whom</a></p></div>")
        },
        IntruderCase("link paragraph between paragraphs") {
            $0.body = between("<p><a href='/a'>Shipyard hires sixty welders for the new dry dock</a></p>")
        },
        IntruderCase("newsletter promo") {
            $0.body = between(
                "<div class='newsletter-signup'><p>Get the best of the Courier in your inbox every morning, free of charge.</p></div>"
            )
        },
        IntruderCase("aside") {
            $0.body = between(
                "<aside><p>The bridge was built in 1931 and is the third on this site, after two of wood.</p></aside>")
        },
        IntruderCase("caption") {
            $0.body = between(
                "<figure><img src='/b.jpg'><figcaption>Buses crossing the bridge on Monday, seen from the old ferry pier.</figcaption></figure>"
            )
        },
        IntruderCase("embedded post") {
            $0.body = between(
                "<blockquote class='twitter-tweet'><p>What a morning, we crossed on the first bus and waved all the way!</p>— Ann (@ann)</blockquote>"
            )
        },
        IntruderCase("comments by class") {
            $0.afterBody =
                "<section id='comments'><h2>2 comments</h2><p>I have waited two years for this, and the new deck is much too narrow for bicycles.</p><p>The ferries were nicer, though slower, and one met people there.</p></section>"
        },
        IntruderCase("comments by their label") {
            $0.body +=
                "<h3>Comments (2)</h3><p>I have waited two years for this, and the new deck is much too narrow for bicycles.</p><p>The ferries were nicer, though slower, and one met people there.</p>"
        },
        IntruderCase("further story after the article") {
            $0.afterBody =
                "<div class='more-stories'><h2>Council votes on parking</h2><p>The city council will vote on Thursday whether parking in the old town is to cost twice as much.</p></div>"
        },
        IntruderCase("note about the author") {
            $0.head = PageFixture.linkedData("\"author\":{\"@type\":\"Person\",\"name\":\"Ida Holm\"}")
            $0.body +=
                "<p>Ida Holm has covered the port since 2009 and lives on a boat with two cats and too many books.</p>"
        },
        IntruderCase("invitation at the end") {
            $0.body += "<p>Subscribe to our newsletter and never miss a story from the harbour.</p>"
        },
        IntruderCase("text repeated by nested tables") {
            $0.body = "<table><tr><td><table><tr><td>" + $0.body + "</td></tr></table></td></tr></table>"
        },
        IntruderCase("body repeated for print") { $0.afterBody = "<div class='print-version'>\($0.body)</div>" },
        IntruderCase("words for screen readers") {
            $0.body = $0.body.replacing(
                "harbour bridge reopened",
                with: "harbour bridge <span class='sr-only'>opens a new window</span> reopened")
        },
        IntruderCase("mis-nested bold") {
            $0.body = $0.body.replacing("<p>About", with: "<b><i><p>About").replacing(
                "until noon.</p>", with: "until noon.</b></i></p>")
        },
        IntruderCase("body in one element with line breaks") {
            $0.body = PageFixture.paragraphs.joined(separator: "<br><br>")
        },
        IntruderCase("body whose wrapper is called subscription") {
            $0.body = "<div class='subscriber-promo'>\($0.body)</div>"
        },
    ]
}

struct PageBodyTests {
    @Test(arguments: IntruderCase.all)
    func body_IsTheStoryAlone(_ intruder: IntruderCase) throws {
        #expect(try intruder.page.read().body == PageFixture.story)
    }

    @Test func body_IsWhole_WhenItIsSplitOverSiblings() throws {
        var page = PageFixture()
        let parts = PageFixture.paragraphs.map { "<p>\($0)</p>" }
        page.body =
            "<div class='chunk'>\(parts[..<2].joined())</div><div class='advert'><p>Buy boats, buy them now, buy two.</p></div><div class='chunk'>\(parts[2...].joined())</div>"
        #expect(try page.read().body == PageFixture.story)
    }

    @Test func standfirst_StandsOnceInTheBodyAndIsTheDeck() throws {
        let deck =
            "Two years and 84 million later, buses cross the inlet again, and the ferries get a month to say goodbye."
        var page = PageFixture()
        page.beforeBody = "<p class='standfirst'>\(deck)</p>"
        page.head = "<meta name='description' content='\(deck)'>"
        let article = try page.read()
        #expect(article.deck == deck)
        #expect(article.body == deck + "\n\n" + PageFixture.story)
    }

    @Test func kinds_AreToldApart() throws {
        var page = PageFixture()
        page.body = IntruderCase.between(
            "<h2>What was done</h2><ul><li>New cables were drawn, and tested twice.</li></ul><blockquote><p>We are proud of every bolt, said the engineer.</p></blockquote><pre>a  b\nc  d, e.</pre><table><tr><th>Year</th><th>Cost</th></tr><tr><td>2022</td><td>31</td></tr></table>"
        )
        let kinds = try page.read().paragraphs.map(\.kind)
        #expect(
            kinds == [
                .paragraph, .paragraph, .heading, .listItem, .blockQuotation, .preformatted, .table, .paragraph,
                .paragraph,
                .paragraph,
            ])
    }

    @Test func table_HasALineARowAndATabACell() throws {
        var page = PageFixture()
        page.body = IntruderCase.between(
            "<table><tr><th>Year</th><th>Cost</th></tr><tr><td>2022</td><td>31</td></tr></table>")
        #expect(try page.read().body.contains("Year\tCost\n2022\t31"))
    }

    @Test(arguments: [
        ("ja", "東京湾の橋が月曜日の朝に再開通し、二年ぶりにバスが渡った。雨の中、約四百人が集まり、造船所の楽団が正午まで演奏を続けた。"),
        (
            "ru",
            "Мост через залив снова открыт для движения, спустя два года после того, как в опоре нашли трещины. Посмотреть пришли около четырёхсот человек."
        ),
        (
            "ar",
            "أعيد فتح جسر الميناء أمام حركة المرور صباح الاثنين، بعد عامين من العثور على شقوق في برجه الجنوبي، وتجمع نحو أربعمئة شخص تحت المطر."
        ),
        (
            "th",
            "สะพานท่าเรือเปิดให้สัญจรอีกครั้งในเช้าวันจันทร์หลังจากปิดซ่อมนานสองปี มีผู้คนราวสี่ร้อยคนมารอชมรถโดยสารคันแรกข้ามสะพานท่ามกลางสายฝน"
        ),
    ])
    func body_IsRead_InEveryScript(language: String, paragraph: String) throws {
        var page = PageFixture()
        page.lang = language
        let paragraphs = (1...4).map { "\(paragraph) \($0)." }
        page.body = paragraphs.map { "<p>\($0)</p>" }.joined()
        let article = try page.read()
        #expect(article.paragraphs.count == 4)
        #expect(article.language == language)
    }

    @Test func article_IsChosen_BesideAGridOfTeasers() throws {
        var page = PageFixture()
        let teaser =
            "<div class='card'><h3><a href='/x'>A story about boats</a></h3><p>Boats are built, sold and sunk, and here is what you need to know about it all.</p></div>"
        page.afterBody =
            "</article></main><div class='grid'>" + String(repeating: teaser, count: 12) + "</div><main><article>"
        #expect(try page.read().body == PageFixture.story)
    }

    @Test func doublyEncodedText_IsRepaired() throws {
        var page = PageFixture()
        page.body =
            "<p>The bridge’s deck – the old one – wasn’t safe, “not for a day”, said the inspector’s report of the summer.</p>"
            + page.body
        // What UTF-8 becomes when it is taken for ISO 8859-1 and encoded once more.
        let twice = page.html.utf8.flatMap { Array(String(Unicode.Scalar($0)).utf8) }
        #expect(try PageFixture.read(twice).body.hasPrefix("The bridge’s deck – the old one"))
    }

    @Test func linkedBody_IsUsed_WhenThePageHasNoText() throws {
        var page = PageFixture()
        page.body = "<div id='app'></div>"
        page.head = PageFixture.linkedData("\"articleBody\":\"\(PageFixture.paragraphs.joined(separator: "\\n\\n"))\"")
        #expect(try page.read().body == PageFixture.story)
    }
}
