import Testing

@testable import PageReading

/// Which of the names that a page gives itself is its outlet.
@Suite struct OutletChoiceTests {
    struct Case: CustomTestStringConvertible {
        var testDescription: String
        var head: String
        var top = ""
        var bottom = ""
        var outlet: String?

        init(_ name: String, head: String, top: String = "", bottom: String = "", _ outlet: String?) {
            testDescription = name
            self.head = head
            self.top = top
            self.bottom = bottom
            self.outlet = outlet
        }
    }

    private static let headline = "Harbour bridge reopens after two years of repairs"
    private static let title = "<title>\(headline) | The Inlet Courier</title>"
    private static let address = #"<link rel="canonical" href="https://www.inletcourier.example/city/bridge">"#

    private static func page(_ item: Case) -> String {
        """
        <!doctype html><html lang="en"><head><meta charset="utf-8">\(item.head)
        <meta property="article:published_time" content="2024-05-03"></head><body>\(item.top)
        <main><article><h1>\(headline)</h1>\(PageFixture().body)</article></main>\(item.bottom)</body></html>
        """
    }

    @Test(arguments: [
        Case("tail of the title alone", head: title, "The Inlet Courier"),
        Case(
            "title before the headline", head: "<title>Inlet Courier - \(headline)</title>" + address, "Inlet Courier"),
        Case("title in which only the headline stands", head: "<title>\(headline)</title>", nil),
        Case(
            "og:site_name with a slogan",
            head: #"<meta property="og:site_name" content="The Inlet Courier | News you can moor by">"# + title,
            "The Inlet Courier"),
        Case(
            "og:site_name that is a host, with a name in the title",
            head: #"<meta property="og:site_name" content="www.inletcourier.example">"# + title + address,
            "The Inlet Courier"),
        Case(
            "publisher with its legal form",
            head: PageFixture.linkedData(#""publisher":{"name":"Inlet Courier Ltd."}"#) + "<title>\(headline)</title>"
                + address,
            "Inlet Courier"),
        Case(
            "template that was not filled",
            head: #"<meta property="og:site_name" content="{{ site.title }}">"# + title, "The Inlet Courier"),
        Case(
            "og:site_name that is the headline",
            head: "<meta property=\"og:site_name\" content=\"\(headline)\">" + title, "The Inlet Courier"),
        Case(
            "picture that links to the front page", head: "<title>\(headline)</title>" + address,
            top: #"<header><a href="/"><img src="/l.svg" alt="Inlet Courier logo"></a></header>"#, "Inlet Courier"),
        Case(
            "copyright line by itself", head: "<title>\(headline)</title>",
            bottom: "<footer><p>© 2024 Inlet Media Holding. All rights reserved.</p></footer>", nil),
        Case(
            "company in the copyright line, paper in the title", head: title + address,
            bottom: "<footer><p>© 2024 Dockside Holding</p></footer>", "The Inlet Courier"),
        Case(
            "copyright line with a name that the host has without its marks",
            head:
                #"<link rel="canonical" href="https://www.boersenblatt.example/city/bridge"><title>\#(headline)</title>"#,
            bottom: "<footer><p>© 2024 Börsenblatt</p></footer>", "Börsenblatt"),
        Case(
            "feed of a name of which the host has the initials",
            head:
                #"<link rel="canonical" href="https://www.ih.example/city/bridge"><title>\#(headline)</title><link rel="alternate" type="application/rss+xml" title="Inlet Herald" href="/feed">"#,
            "Inlet Herald"),
        Case(
            "host of initials, name written out elsewhere",
            head: #"<title>\#(headline) - SZ.de</title><meta name="application-name" content="SZ.de">"#
                + PageFixture.linkedData(#""publisher":{"name":"Strand Zeitung"}"#)
                + #"<link rel="canonical" href="https://www.strandzeitung.example/city/bridge">"#,
            "Strand Zeitung"),
        Case(
            "link to the front page that says whose it is",
            head: "<title>\(headline)</title>" + address,
            bottom: #"<footer><a href="/">Homepage of Inlet Courier</a></footer>"#, "Inlet Courier"),
        Case(
            "link to the front page that says Home", head: "<title>\(headline)</title>",
            top: #"<nav><a href="/">Home</a></nav>"#, nil),
        Case(
            "readers' blogs under the same host",
            head: #"<meta property="og:site_name" content="Harbour Notes"><title>\#(headline)</title>"#
                + #"<link rel="canonical" href="https://harbournotes.blogs.example/bridge">"#,
            bottom:
                #"<div><a href="https://blogslover.blogs.example/"><img src="/1.jpg" title="BlogsLover77"></a></div>"#,
            "Harbour Notes"),
    ])
    func outlet_IsWeighed(_ item: Case) throws {
        #expect(try PageFixture.read(Self.page(item)).outlet == item.outlet)
    }

    @Test func siteWhoseNameIsItsTopHeading_KeepsIt() throws {
        let page = """
            <!doctype html><html lang="en"><head><title>\(Self.headline) @ Notes from the Harbour Wall</title>
            <meta property="og:site_name" content="Notes from the Harbour Wall"><meta property="og:title" content="\(Self.headline)">
            <meta property="article:published_time" content="2024-05-03"></head><body><h1>Notes from the Harbour Wall</h1>
            <h2>\(Self.headline)</h2>\(PageFixture().body)</body></html>
            """
        #expect(try PageFixture.read(page).outlet == "Notes from the Harbour Wall")
    }

    @Test(arguments: [
        ("inletcourier.example", "The Inlet Courier", true), ("itc.example", "Inlet Town Courier", true),
        ("nytimes.example", "New York Times", true), ("courier.example", "Courier", true),
        ("courier.example", "Dockside Holding", false), ("abc.example", "The Quay", false),
        ("stirile.example", "Știrile", true), ("zoldujsag.example", "Zöld Újság", true),
    ])
    func hostLabel_IsANameInShort(host: String, name: String, expected: Bool) throws {
        #expect(try #require(HostLabel(host)).isShort(for: name) == expected)
    }

    @Test(arguments: [
        ("© 2024 Inlet Media", nil), ("Home", nil), ("info@courier.example", nil), ("%SITE_NAME%", nil),
        ("Inlet Courier Logo", "Inlet Courier"), ("Inlet Courier GmbH", "Inlet Courier"),
        ("https://courier.example/", "courier.example"), ("Welcome to Inlet Courier", "Inlet Courier"),
        ("Inlet Courier: all the news of the harbour", "Inlet Courier"),
    ])
    func outletName_IsCleaned(written: String, expected: String?) {
        #expect(OutletName(written, host: nil)?.text == expected)
    }
}
