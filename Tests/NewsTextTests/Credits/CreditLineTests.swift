import Testing

@testable import NewsText

/// Single lines that credit and date.
@Suite struct CreditLineTests {
    struct Line: CustomTestStringConvertible {
        var text: String
        var kind: CreditLine.Kind?
        var authors: [String]
        var outlet: String?
        var agency: String?
        var place: String?
        var role: String?
        var date: String?
        var testDescription: String { text }

        init(
            _ text: String, _ kind: CreditLine.Kind?, authors: [String] = [], outlet: String? = nil,
            agency: String? = nil, place: String? = nil, role: String? = nil, date: String? = nil
        ) {
            self.text = text
            self.kind = kind
            self.authors = authors
            self.outlet = outlet
            self.agency = agency
            self.place = place
            self.role = role
            self.date = date
        }
    }

    private static let lines = [
        Line("Written by Dana Levi", .byline, authors: ["Dana Levi"]),
        Line("Posted by Erik Holm on December 3, 2020", .byline, authors: ["Erik Holm"], date: "December 3, 2020"),
        Line(
            "By Rosa Ibarra and Owen Clarke, Associated Press", .byline, authors: ["Rosa Ibarra", "Owen Clarke"],
            agency: "Associated Press"),
        Line("Reporting by Rosa Ibarra; Editing by Owen Clarke", .byline, authors: ["Rosa Ibarra"]),
        Line(
            "Owen Clarke, Chief Economics Correspondent", .byline, authors: ["Owen Clarke"],
            role: "Chief Economics Correspondent"),
        Line("Por Lucía Marín", .byline, authors: ["Lucía Marín"]),
        Line("Von Jürgen Köhler", .byline, authors: ["Jürgen Köhler"]),
        Line("Par Camille Roux", .byline, authors: ["Camille Roux"]),
        Line("LONDON, Jan. 5 (Reuters) - The pound fell on Tuesday.", .dateline, agency: "Reuters", place: "LONDON"),
        Line("TEL AVIV, Israel (AP) — Talks began.", .dateline, agency: "AP", place: "TEL AVIV, Israel"),
        Line("CAIRO: Egypt said on Sunday it would reopen the crossing.", .dateline, place: "CAIRO"),
        Line("Originally published in The Atlantic Herald.", .sourceCredit, outlet: "The Atlantic Herald"),
        Line("First published by The Bay Courier", .sourceCredit, outlet: "The Bay Courier"),
        Line("Reprinted with permission from The Bay Courier.", .sourceCredit, outlet: "The Bay Courier"),
        Line(
            "As Dana Levi of The Bay Courier reports:", .sourceCredit, authors: ["Dana Levi"], outlet: "The Bay Courier"
        ),
        Line(
            "Dana Levi reports for The Bay Courier:", .sourceCredit, authors: ["Dana Levi"], outlet: "The Bay Courier"),
        Line("The Bay Courier reports:", .sourceCredit, outlet: "The Bay Courier"),
        Line("Hat tip: The Bay Courier", .sourceCredit, outlet: "The Bay Courier"),
        Line("With files from Reuters", .agency, agency: "Reuters"),
        Line("With reporting by The Associated Press", .agency, agency: "The Associated Press"),
        Line("(c) 2020 The Bay Courier", .copyright, outlet: "The Bay Courier"),
        Line("Copyright © 2020 Agence France-Presse. All rights reserved.", .copyright, agency: "Agence France-Presse"),
        Line("Last updated: 5 January 2021, 14:30 GMT", .updated, date: "5 January 2021, 14:30 GMT"),
        Line("Posted on Jan 5, 2021", .updated, date: "Jan 5, 2021"),
        Line("Updated at 9:15 a.m. ET, Jan. 5, 2021", .updated, date: "9:15 a.m. ET, Jan. 5, 2021"),
        Line("By Friday the road was open again.", nil),
        Line("According to the ministry, talks will go on.", nil),
        Line("Updated plans for the bridge were shown on Monday.", nil),
        Line("Published reports say the bank is for sale.", nil),
        Line("Via a spokesman, he declined to comment.", nil),
        Line("From Dana Levi in The Bay Courier:", .sourceCredit, authors: ["Dana Levi"], outlet: "The Bay Courier"),
        Line("Story by Dana Levi, photos by Owen Clarke", .byline, authors: ["Dana Levi"]),
        Line("By Dana Levi in Jerusalem", .byline, authors: ["Dana Levi"], place: "Jerusalem"),
        Line("By Dana Levi for The Bay Courier", .byline, authors: ["Dana Levi"], outlet: "The Bay Courier"),
        Line("Dana Levi - The Bay Courier", .byline, authors: ["Dana Levi"], outlet: "The Bay Courier"),
        Line("By Dana Levi | Jan. 5, 2021", .byline, authors: ["Dana Levi"], date: "Jan. 5, 2021"),
        Line("Bloomberg", .agency, agency: "Bloomberg"),
        Line("Reuters contributed to this article.", .agency, agency: "Reuters"),
        Line("— AFP", .agency, agency: "AFP"),
        Line("This story was first published in The Bay Courier", .sourceCredit, outlet: "The Bay Courier"),
        Line("Courtesy of The Bay Courier", .sourceCredit, outlet: "The Bay Courier"),
        Line(
            "By Dana Levi, Owen Clarke and Rosa Ibarra", .byline, authors: ["Dana Levi", "Owen Clarke", "Rosa Ibarra"]),
        Line("Dana Levi is a reporter in Haifa.", nil),
        Line("Tel Aviv (dpa) - Die Gespräche haben begonnen.", .dateline, agency: "dpa", place: "Tel Aviv"),
        Line("Dana Levi at The Bay Courier writes:", .sourceCredit, authors: ["Dana Levi"], outlet: "The Bay Courier"),
        Line("As first reported by The Bay Courier,", .sourceCredit, outlet: "The Bay Courier"),
        Line("Additional reporting by Reuters", .agency, agency: "Reuters"),
        Line("All rights reserved.", nil),
        Line("Published January 5, 2021 at 2:30 PM", .updated, date: "January 5, 2021 at 2:30 PM"),
        Line(
            "AMMAN, Jordan, Jan 5 (Xinhua) -- Jordan on Tuesday opened.", .dateline, agency: "Xinhua",
            place: "AMMAN, Jordan"),
    ]

    @Test(arguments: lines) func line_IsToldByItsForm(_ line: Line) {
        let read = CreditLine.read(line.text)
        #expect(read?.kind == line.kind)
        #expect(read?.authors ?? [] == line.authors)
        #expect(read?.outlet.map(Self.plain) == line.outlet.map(Self.plain))
        #expect(read?.agency.map(Self.plain) == line.agency.map(Self.plain))
        #expect(read?.place.map(Self.plain) == line.place.map(Self.plain))
        #expect(read?.role == line.role)
        #expect(read?.date == line.date)
    }

    /// Without the article and the signs at the ends, as the archive's counts take names.
    private static func plain(_ name: String) -> String {
        let name = name.hasPrefix("The ") ? String(name.dropFirst(4)) : name
        return name.last == "." ? String(name.dropLast()) : name
    }

    @Test func prose_IsNoCredit() {
        #expect(CreditLine.read(String(repeating: "By and by the rain came. ", count: 40)) == nil)
        #expect(CreditLine.read("") == nil)
    }
}
