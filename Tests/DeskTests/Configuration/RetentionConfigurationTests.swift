import Archive
import Testing

@testable import Desk

@Suite struct RetentionConfigurationTests {
    @Test func retention_IsRead_ByCollection() throws {
        let yaml = """
            retention:
              originals: 90d
              collections:
                - collection: wire/sport
                  articles: 30d
                  originals: never
            """
        let policy = try DeskConfiguration(yaml: yaml, file: "desk.yaml").retention
        var general = RetentionPolicy.Terms.forEver
        general.originals = .after(.seconds(90 * 86_400))
        #expect(
            policy
                == RetentionPolicy(
                    general: general,
                    collections: [
                        "wire/sport": RetentionPolicy.Terms(originals: .never, articles: .after(.seconds(30 * 86_400)))
                    ]))
    }

    @Test(arguments: [
        ProblemCase(
            yaml: "retention: {originals: 5m}",
            problem: "desk.yaml:1:24: `originals` wants `never` or an age such as 90d, at least 1h, not `5m`"),
        ProblemCase(
            yaml: "retention:\n  collections:\n    - articles: 3d",
            problem: "desk.yaml:3:7: terms of a collection need a `collection`"),
        ProblemCase(
            yaml: "retention: {collections: [{collection: a}, {collection: a, articles: 3d}]}",
            problem: "desk.yaml:1:44: the collection `a` has terms already; keep one of the two"),
    ])
    func mistake_IsReported(_ test: ProblemCase) {
        #expect(DeskConfigurationTests.problems(of: test.yaml) == [test.problem])
    }
}
