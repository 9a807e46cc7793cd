import Testing

@testable import Desk

@Suite struct StatusLineTests {
    @Test(
        arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (12_431, "12,431"), (-1_234_567, "-1,234,567")]
            as [(Int64, String)])
    func numbers_AreGroupedByThree(number: Int64, shown: String) {
        #expect(StatusLine.grouped(number) == shown)
    }

    @Test func line_SaysWhatIsThere_AndAProblemFirst() {
        var line = StatusLine(articles: 12_431, waiting: 3, isWaitingOpen: false, rejected: 2, last: nil, problem: nil)
        #expect(line.text == "12,431 articles · 3 waiting · 2 rejected")
        line.isWaitingOpen = true
        line.problem = "the disk is full"
        #expect(line.text == "PROBLEM: the disk is full · 12,431 articles · 3+ waiting · 2 rejected")
    }
}
