import Foundation
import Testing

/// What somebody who studies the archive takes out of a search.
@Suite struct StudyTests {
    /// So many articles of which no two are alike, besides a copy.
    private static func files(_ count: Int) -> [String: String] {
        var files = [
            "formula.txt": """
            =1+1 is the name of a new bridge

            The council of Averley has named its new bridge with a formula, which a spreadsheet must not take for one, said the clerk.
            """
        ]
        for number in 0..<count {
            files["ferry-\(number).txt"] = """
                Ferry number \(number) leaves on time

                The ferry with the number \(number) left the quay of Averley on time, which has not happened since the year \(1000 + number), \
                its skipper said. It carried \(number * 7 + 3) sheep and one piano.
                """
        }
        return files
    }

    private static func headlines(_ answer: HTTPAnswer) -> [String] {
        (answer.json["items"] as? [[String: Any]] ?? []).compactMap { $0["headline"] as? String }
    }

    @Test func `what a search finds is a table`() throws {
        let web = try RunningWeb(files: Self.files(3))
        let answer = try web.get("/search.csv?q=ferry")
        #expect(answer.status == 200 && answer.header("content-type") == "text/csv; charset=utf-8; header=present")
        #expect(answer.header("content-disposition") == "attachment; filename=\"wiredesk.csv\"")
        #expect(answer.text.hasPrefix("\u{FEFF}id,version,headline,"))
        for number in 0..<3 { #expect(answer.text.contains(",Ferry number \(number) leaves on time,")) }
        #expect(!answer.text.contains("formula"))
        // It is what the command writes.
        let run = try RunningWeb.run(
            "wiredesk", ["export", "ferry", "--as", "csv", "--bom", "--state", web.state.path])
        #expect(Array(run.output.utf8) == answer.bytes)
        let all = try web.get("/search.csv").text
        #expect(all.contains("'=1+1 is the name") && !all.contains(",=1+1"))
        let link = "href=\"/search.csv?q=ferry\""
        #expect(try web.get("/search?q=ferry&sample=2").text.contains(link))
        #expect(try web.get("/search.csv?since=soon").status == 400)
        #expect(try web.get("/search.csv", cookie: nil).status == 401)
        #expect(try web.get("/search.csv?q=zyzzyva").text.split(separator: "\r\n").count == 1)
    }

    @Test func `a sample is drawn again by its number, and others by another`() throws {
        let web = try RunningWeb(files: Self.files(40))
        let first = try web.get("/api/v1/search?q=ferry&sample=5&seed=7")
        let drawn = Self.headlines(first)
        #expect(drawn.count == 5 && Set(drawn).count == 5 && first.json["after"] is NSNull)
        #expect(Self.headlines(try web.get("/api/v1/search?q=ferry&sample=5&seed=7")) == drawn)
        #expect(Self.headlines(try web.get("/api/v1/search?q=ferry&sample=5&seed=8")) != drawn)
        let command = try RunningWeb.run(
            "wiredesk",
            ["search", "ferry", "--sample", "5", "--seed", "7", "--json", "--state", web.state.path])
        #expect(drawn.allSatisfy { command.output.contains($0) })
        let page = try web.get("/search?q=ferry&sample=5&seed=7").text
        #expect(page.contains("5 of 40 articles, drawn with seed 7.") && !page.contains("rel=\"next\""))
        #expect(Self.headlines(try web.get("/api/v1/latest?sample=100")).count == 41)
        for query in [
            "sample=0", "sample=501", "sample=five", "sample=5&seed=-1", "sample=5&seed=x", "seed=9223372036854775808",
        ] {
            #expect(try web.get("/search?\(query)").status == 400, "\(query)")
        }
    }

    @Test func `a month or a year is a time`() throws {
        let web = try RunningWeb()
        func count(_ query: String) throws -> Int {
            (try web.json("/api/v1/search?\(query)")["items"] as? [Any])?.count ?? -1
        }
        #expect(try count("since=2024&until=2024") == 1 && count("since=2024-05&until=2024-05") == 1)
        #expect(try count("since=2024-06&until=2024") == 0 && count("until=2023") == 0)
        #expect(try web.get("/search?q=bridge&since=2020").status == 200)
        #expect(try web.get("/search?since=2024-13").text.contains("a day, month or year such as"))
        #expect(try web.get("/intake?since=2024").status == 200)
    }
}
