import Testing

@testable import Desk

@Suite struct ProblemsTests {
    @Test func gravestProblem_ComesFirst_AndOnlyTheGraveOnesPauseTheIntake() {
        let problems = Problems()
        #expect(problems.all.first == nil)
        problems.set(.names, "names")
        #expect(!problems.pausesIntake)
        problems.set(.inbox(0), "inbox")
        #expect(problems.all.first == "inbox")
        problems.set(.writer, "writer")
        #expect(problems.all.first == "writer")
        #expect(problems.pausesIntake)
        problems.set(.writer, nil)
        #expect(!problems.pausesIntake)
    }
}
