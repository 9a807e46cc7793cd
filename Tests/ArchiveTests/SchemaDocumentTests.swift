import Foundation
import NewsModel
import Testing

@testable import Archive

/// The page about the database tells the truth.
struct SchemaDocumentTests {
    private static func page() throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(contentsOf: root.appendingPathComponent("docs/schema.md"), encoding: .utf8)
    }

    private static func filledDesk() throws -> Desk {
        let desk = try Desk()
        var article = Article.make(
            Copy.bridge, guid: "urn:1", published: "2024-05-03", authors: ["Ann Lee"], outlet: "The Courier")
        article.keywords = ["harbour"]
        article.links = [Link(url: "https://l.example/")]
        article.credits = [Credit(kind: .source, outlet: "Evening Post")]
        try desk.deliver(
            "1", [article], memberErrors: [MemberError(path: "m", code: .malformed, message: "broken")])
        article.body = Copy.bridgeUpdated
        article.paragraphs = []
        article.paragraphs = [
            Paragraph(kind: .blockQuotation, range: CodePointRange(start: 4, end: 14))
        ]
        try desk.deliver("2", [article])
        try desk.deliver(
            "4", [.make(Copy.bridge + " Again.", guid: "urn:2", published: "2024-05-04", outlet: "The Post")])
        try desk.deliver("5", [Named.harbour(guid: "urn:5")])
        var findings = AnalysisFindings(found: 1, analysisVersion: 1)
        findings.stories = [(1, 1), (2, 1)]
        findings.judgements = [(story: 1, lead: 1, confidence: 0.9)]
        findings.relations = [
            AnalysisFindings.Relation(
                article: 2, source: 1, kind: "update", share: 0.5, sourceShare: 0.5, confidence: 0.8,
                range: CodePointRange(start: 0, end: 9), sourceRange: CodePointRange(start: 0, end: 9))
        ]
        try desk.archive.file(findings)
        try desk.deliver("3", [], end: .rejected(Rejection(stage: .reading, code: .empty, message: "no bytes")))
        return desk
    }

    @Test func everyDocumentedQuery_RunsInTheSqlite3Program_AndAnswers() throws {
        let desk = try Self.filledDesk()
        defer { Desk.remove(desk.folder) }
        let queries = try Self.page().components(separatedBy: "```sql\n").dropFirst().compactMap {
            $0.components(separatedBy: "```").first
        }
        #expect(queries.count >= 12)
        for query in queries {
            let answer = try desk.sqlite3(query)
            #expect(!answer.isEmpty && !answer.lowercased().contains("error"), "\(query) gave \(answer)")
        }
        #expect(
            try desk.sqlite3("SELECT kind, text FROM paragraph_list WHERE version = 2") == "block_quotation|new harbou")
        #expect(
            try desk.sqlite3(
                "SELECT p.text FROM paragraph_list p JOIN articles a ON a.article = p.id WHERE a.id = 1 AND p.version = 1 ORDER BY p.position"
            )
                == Copy.bridge)
    }

    /// Opens the file as Python programs do, Datasette among them: read-only, with nothing registered, each query with its columns.
    private static let pythonProgram = """
        import sqlite3, sys
        connection = sqlite3.connect("file:" + sys.argv[1] + "?mode=ro", uri=True)
        for query in sys.argv[2:]:
            cursor = connection.execute(query)
            assert cursor.fetchone() is not None, query
            assert all(column[0] for column in cursor.description), query
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type IN ('view', 'table')").fetchall():
            connection.execute('SELECT * FROM "' + name + '" LIMIT 1').fetchall()
        print("read", len(sys.argv) - 2)
        """

    @Test func everyDocumentedQueryAndEveryTable_CanBeReadFromPython() throws {
        let desk = try Self.filledDesk()
        defer { Desk.remove(desk.folder) }
        let python = "/usr/bin/python3"
        guard FileManager.default.isExecutableFile(atPath: python) else {
            try Test.cancel("there is no \(python)")
        }
        let queries = try Self.page().components(separatedBy: "```sql\n").dropFirst().compactMap {
            $0.components(separatedBy: "```").first
        }
        let answer = try Desk.run(python, ["-c", Self.pythonProgram, desk.database] + queries)
        #expect(answer == "read \(queries.count)")
    }

    @Test func documentedViewsAndColumns_AreThoseOfTheDatabase() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let page = try Self.page()
        let views = try desk.sqlite3("SELECT name FROM sqlite_schema WHERE type = 'view'").split(separator: "\n")
        #expect(!views.isEmpty)
        for view in views {
            let columns = try desk.sqlite3("SELECT group_concat(name, ' ') FROM pragma_table_info('\(view)')")
            #expect(page.contains("| `\(view)` |") && page.contains("`\(columns)`"), "\(view): \(columns)")
        }
        let tables = try desk.sqlite3(
            "SELECT name FROM pragma_table_list WHERE type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%'")
        for table in tables.split(separator: "\n") {
            #expect(page.contains("`\(table)`"), "\(table) is not documented")
        }
    }
}
