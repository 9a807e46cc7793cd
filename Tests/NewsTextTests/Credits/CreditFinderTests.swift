import NewsModel
import Testing

@testable import NewsText

@Suite struct CreditFinderTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var kind: Credit.Kind?
        var person: String?
        var outlet: String?
        var testDescription: String { text }

        init(_ text: String, _ kind: Credit.Kind? = nil, person: String? = nil, outlet: String? = nil) {
            self.text = text
            self.kind = kind
            self.person = person
            self.outlet = outlet
        }
    }

    static let cases: [Case] = [
        Case(
            "As reported by Tamsin Okoro-Hale of The Vellmark Courier;", .source, person: "Tamsin Okoro-Hale",
            outlet: "The Vellmark Courier"),
        Case(
            "As first reported by Jory Pell in the Brame Gazette:", .source, person: "Jory Pell",
            outlet: "Brame Gazette"),
        Case("As reported by the Brame Gazette, the gates were shut.", .source, outlet: "Brame Gazette"),
        Case(
            "As Jory Pell of the Brame Gazette reports, the gates were shut.", .source, person: "Jory Pell",
            outlet: "Brame Gazette"),
        Case("Jory Pell of the Brame Gazette reports:", .source, person: "Jory Pell", outlet: "Brame Gazette"),
        Case(
            "Jory Pell writes for The Vellmark Courier:", .source, person: "Jory Pell", outlet: "The Vellmark Courier"),
        Case(
            "Noor al-Hashimi writes for Harbour Weekly:", .source, person: "Noor al-Hashimi", outlet: "Harbour Weekly"),
        Case("The Vellmark Courier reports:", .source, outlet: "The Vellmark Courier"),
        Case("This article originally appeared in The Vellmark Courier.", .source, outlet: "The Vellmark Courier"),
        Case("This story was first published by Harbour Weekly on 3 May.", .source, outlet: "Harbour Weekly"),
        Case("First published in the Brame Gazette.", .source, outlet: "Brame Gazette"),
        Case("Reprinted with permission from Harbour Weekly.", .source, outlet: "Harbour Weekly"),
        Case("Source: Le Courrier", .source, outlet: "Le Courrier"),
        Case("Via Harbour Weekly", .source, outlet: "Harbour Weekly"),
        Case("(h/t Harbour Weekly)", .source, outlet: "Harbour Weekly"),
        Case("From Harbour Weekly:", .source, outlet: "Harbour Weekly"),
        Case(
            "Wie Mia Roth vom Hafenblatt berichtet, bleiben die Tore zu.", .source, person: "Mia Roth",
            outlet: "Hafenblatt"),
        Case("Dieser Text ist zuerst im Hafenblatt erschienen.", .source, outlet: "Hafenblatt"),
        Case("Quelle: Hafenblatt", .source, outlet: "Hafenblatt"),
        Case("Cet article est paru initialement dans Le Courrier du Port.", .source, outlet: "Le Courrier du Port"),
        Case(
            "Comme le rapporte Zoé Caron du Courrier du Port, les portes restent closes.", .source, person: "Zoé Caron",
            outlet: "Courrier du Port"),
        Case("Publicado originalmente en El Faro del Norte.", .source, outlet: "El Faro del Norte"),
        Case("© 2024 The Vellmark Courier. All rights reserved.", .copyright, outlet: "The Vellmark Courier"),
        Case("(c) Harbour Weekly", .copyright, outlet: "Harbour Weekly"),
        Case("Copyright 2024 Agence France-Presse", .copyright, outlet: "Agence France-Presse"),
        Case("The Associated Press contributed to this report.", .agency, outlet: "Associated Press"),
        Case("— Reuters", .agency, outlet: "Reuters"), Case("(AFP)", .agency, outlet: "AFP"),
        Case("With files from The Canadian Press", .agency, outlet: "Canadian Press"),
        // No credits
        Case("According to Jory Pell of the Brame Gazette, the gates were shut."),
        Case("Sources: two officials who asked not to be named"),
        Case("From Vellmark to Brame, the mood was cautious."), Case("As a result of the storm, the gates were shut."),
        Case("The report by Jory Pell was well received."),
        Case("As reported by witnesses on Tuesday, the gates were shut."),
        Case("He reports: nothing."), Case("The first edition appeared in May."),
    ]

    @Test(arguments: cases) func line_GivesItsCredit(_ item: Case) {
        let credits = find([item.text])
        #expect(credits.first?.kind == item.kind)
        #expect(credits.first?.person == item.person)
        #expect(credits.first?.outlet == item.outlet)
        #expect(credits.count == (item.kind == nil ? 0 : 1))
    }

    @Test func range_CountsCodePointsOfTheBody() throws {
        let first = "Größe 👋 zählt."
        let credit = try #require(find([first, "As reported by Jory Pell of Harbour Weekly;", "Text."]).first)
        let range = try #require(credit.range)
        #expect(range.start == first.unicodeScalars.count + 2)
        #expect(range.end - range.start == "As reported by Jory Pell of Harbour Weekly".unicodeScalars.count)
    }

    @Test func sameCredit_IsGivenOnce() {
        #expect(find(["As reported by Harbour Weekly:", "Text.", "As reported by Harbour Weekly:"]).count == 1)
    }

    private func find(_ paragraphs: [String]) -> [Credit] {
        var builder = BodyBuilder()
        for text in paragraphs { builder.append(.paragraph, text) }
        let (body, ranges) = builder.finish()
        return CreditFinder.credits(in: body, paragraphs: ranges)
    }
}
