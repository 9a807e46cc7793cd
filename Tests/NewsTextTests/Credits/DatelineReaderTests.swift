import NewsModel
import Testing

@testable import NewsText

@Suite struct DatelineReaderTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var place: String?
        var agency: String?
        var date: String?
        var isDateline = true
        var testDescription: String { text }
    }

    static let cases: [Case] = [
        Case(text: "RABAT, Nov. 24 (Reuters) - Two ministers met.", place: "RABAT", agency: "Reuters"),
        Case(
            text: "PORT SORREL, March 4, 2024 (Reuters) - Gates shut.", place: "PORT SORREL", agency: "Reuters",
            date: "2024-03-04"),
        Case(text: "JERUSALEM (AP) — Two ministers met.", place: "JERUSALEM", agency: "AP"),
        Case(text: "BERLIN, 3. Mai (dpa) - Zwei Minister.", place: "BERLIN", agency: "dpa"),
        Case(text: "Berlin (dpa) - Zwei Minister.", place: "Berlin", agency: "dpa"),
        Case(text: "Frankfurt am Main (dpa) – Zwei Minister.", place: "Frankfurt am Main", agency: "dpa"),
        Case(
            text: "BUENOS AIRES, Argentina, Nov 24 (AFP) - Two ministers.", place: "BUENOS AIRES, Argentina",
            agency: "AFP"),
        Case(text: "ST. LOUIS, Mo. (AP) — Two ministers met.", place: "ST. LOUIS, Mo.", agency: "AP"),
        Case(text: "(Reuters) - Two ministers met.", agency: "Reuters"),
        Case(text: "PARIS — Two ministers met.", place: "PARIS"),
        Case(text: "NEW DELHI: Two ministers met.", place: "NEW DELHI"),
        Case(
            text: "HONG KONG, May 3, 2024 /PRNewswire/ -- A firm said.", place: "HONG KONG", agency: "PRNewswire",
            date: "2024-05-03"),
        Case(text: "МОСКВА, 3 мая. /ТАСС/. — Министры встретились.", place: "МОСКВА", agency: "ТАСС"),
        Case(text: "新华社北京5月3日电 两国部长会面。", place: "北京", agency: "新华社"),
        Case(text: "The gates were shut - again.", isDateline: false),
        Case(text: "UPDATE: the gates are shut.", isDateline: false),
        Case(text: "Berlin - die Stadt - schläft.", isDateline: false),
        Case(text: "“PARIS — is closed,” he said.", isDateline: false),
        Case(text: "NASA (the agency) - said so.", isDateline: false), Case(text: "", isDateline: false),
    ]

    @Test(arguments: cases) func paragraph_GivesItsDateline(_ item: Case) {
        let dateline = DatelineReader.read(item.text)
        #expect((dateline != nil) == item.isDateline)
        #expect(dateline?.place == item.place)
        #expect(dateline?.agency == item.agency)
        #expect(dateline?.date?.description == item.date)
    }

    @Test func missingYear_IsTakenFromPublication() throws {
        let published = try #require(NewsTime("2024-01-02T08:00:00Z"))
        let december = try #require(DatelineReader.read("RABAT, Dec. 31 (Reuters) - Text"))
        #expect(DatelineReader.date(of: december, published: published)?.description == "2023-12-31")
        let january = try #require(DatelineReader.read("RABAT, Jan. 2 (Reuters) - Text"))
        #expect(DatelineReader.date(of: january, published: published)?.description == "2024-01-02")
    }
}
