import NewsModel
import Testing

@testable import Bytes
@testable import Formats

/// What a reader that explains tells beside the articles.
@Suite struct ExplainedReadingTests {
    private static let page = """
        <!doctype html><html lang="en"><head><title>Lamp of the Holm light replaced</title></head><body><article>
        <h1>Lamp of the Holm light replaced</h1>
        <p>The keeper of the Holm light took down the old lamp on Tuesday and put a new one in its place, after forty years.</p>
        <p>Ships had been warned for a week. Nobody noticed the hour of darkness, said the pilot of the morning ferry.</p>
        <p>The harbour master thanked the keeper, and the pilot, and all those who had waited on the pier that evening.</p>
        </article></body></html>
        """

    @Test func pageThatIsNoArticle_IsExplainedBeforeItIsRefused() throws {
        let bytes = Array("<html><title>Nothing</title><body><p>x</p></body></html>".utf8)
        var lines: [String] = []
        #expect(throws: ReadingFailure.self) {
            try bytes.withUnsafeBufferPointer { buffer in
                try ArticleReader(explains: true).read(buffer, hint: ReadingHint(name: FileName("a.html"))) { event in
                    if case .explanation(let line) = event { lines.append(line) }
                }
            }
        }
        #expect(lines.contains("  title: Nothing"))
    }

    @Test func ordinaryReading_ExplainsNothing() throws {
        let bytes = Array(Self.page.utf8)
        try bytes.withUnsafeBufferPointer { buffer in
            try ArticleReader().read(buffer, hint: ReadingHint(name: FileName("a.html"))) { event in
                if case .explanation(let line) = event { Issue.record("\(line)") }
            }
        }
    }
}
