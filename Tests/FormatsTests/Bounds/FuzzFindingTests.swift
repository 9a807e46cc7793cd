import NewsModel
import Testing

@testable import Markup

/// Inputs on which a parser once died; found by fuzzing.
@Suite struct FuzzFindingTests {
    @Test func xmlDeclarationBehindAClosingBracket_IsNoDeclaration() {
        for text in ["a/><?xml version=\"1.0", ">><?xml", "x><?xml version=\"1.0\" encoding=\"latin1\"?><rss>"] {
            let label = Array(text.utf8).withUnsafeBufferPointer { XMLDecoder.declaration(of: $0) }
            #expect(label == nil || label == "latin1")
        }
    }

    @Test func wordsOfAPDFOutsideOfAnyPage_AreNoReasonToDie() throws {
        let words = (0..<60).map { "<word xMin=\"\($0)\" yMin=\"31\" xMax=\"\($0 + 1)\" yMax=\"38\">word\($0)</word>" }
        let page = "<page width=\"595\" height=\"842\"></page>"
        let text =
            "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0//EN\" \"x\"><html><body><doc>\n<line>\(words.joined())</line>\(page)"
            + "<line>\(words.joined())</line></doc></body></html>"
        _ = try? readArticle(Array(text.utf8), name: "a.pdf")
    }
}
