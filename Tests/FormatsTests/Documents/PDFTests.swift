import NewsModel
import ReadingTestSupport
import Testing

@testable import Bytes

/// Words with their places, as the converter writes them, become an article.
@Suite struct PDFTests {
    @Test func `Two columns are read one after the other, and the headline is what is largest`() throws {
        let article = try readArticle(
            page([
                Block(
                    left: 50, top: 60, size: 22, lines: ["A headline over both of the columns of the page"], width: 500),
                Block(
                    left: 310, top: 100, size: 10,
                    lines: ["it goes on in the second column of the page,", "which ends it."]),
                Block(
                    left: 50, top: 100, size: 10,
                    lines: ["The first column begins the story, and", "it does not end its sentence, so that"]),
                Block(left: 310, top: 140, size: 10, lines: ["Another paragraph stands below it there."]),
                Block(left: 280, top: 815, size: 8, lines: ["Page 1"], width: 30),
            ]))
        #expect(article.format == "pdf")
        #expect(article.headline == "A headline over both of the columns of the page")
        #expect(
            article.paragraphTexts == [
                "The first column begins the story, and it does not end its sentence, so that it goes on in the second column of the page, which ends it.",
                "Another paragraph stands below it there.",
            ])
    }

    @Test func `A caption across the columns parts what stands above it from what stands below`() throws {
        let article = try readArticle(
            page([
                Block(left: 50, top: 80, size: 10, lines: ["Left above ends here, as it should."]),
                Block(left: 310, top: 80, size: 10, lines: ["Right above ends here, as it should."]),
                Block(
                    left: 50, top: 120, size: 10,
                    lines: ["A caption runs over both of the columns of this page, from side to side."], width: 500),
                Block(left: 50, top: 160, size: 10, lines: ["Left below ends here, as it should."]),
                Block(left: 310, top: 160, size: 10, lines: ["Right below ends here, as it should."]),
            ]))
        #expect(
            article.paragraphTexts.map { $0.prefix(11) } == [
                "Left above ", "Right above", "A caption r", "Left below ", "Right below",
            ])
    }

    @Test func `Hyphens at the ends of lines are taken off, and running titles and page numbers left out`() throws {
        let pages = (1...3).map { number in
            [
                Block(left: 50, top: 20, size: 8, lines: ["Harbour news, number 12"]),
                Block(
                    left: 50, top: 100, size: 10,
                    lines: ["Page \(["one", "two", "three"][number - 1]) tells of the har-", "bour and its boats."]),
                Block(left: 290, top: 815, size: 8, lines: ["\(number)/3"], width: 20),
            ]
        }
        let article = try readArticle(document(pages))
        #expect(
            article.paragraphTexts == ["one", "two", "three"].map { "Page \($0) tells of the harbour and its boats." })
    }

    @Test func `A short line between two paragraphs is a heading`() throws {
        let article = try readArticle(
            page([
                Block(left: 50, top: 100, size: 10, lines: ["The first paragraph is about the boats of the harbour."]),
                Block(left: 50, top: 130, size: 10, lines: ["What comes next"], width: 90),
                Block(left: 50, top: 160, size: 10, lines: ["The second paragraph is about the boats of the river."]),
            ]))
        #expect(article.paragraphs.map(\.kind) == [.paragraph, .heading, .paragraph])
    }

    @Test func `The title of the properties counts where it stands on the page`() throws {
        let blocks = [
            Block(left: 50, top: 100, size: 10, lines: ["Boats of the harbour"], width: 120),
            Block(
                left: 50, top: 130, size: 10,
                lines: ["The first paragraph is about the boats of the harbour, all of them."]),
        ]
        #expect(try readArticle(document([blocks], title: "Boats of the harbour")).headline == "Boats of the harbour")
        #expect(try readArticle(document([blocks], title: "template final v3")).headline != "template final v3")
    }

    @Test func `Pages without words need OCR, and no pages are damage`() {
        #expect { try readArticle(document([[], []])) } throws: { ($0 as? ReadingFailure)?.code == .needsOCR }
        #expect { try readArticle(document([])) } throws: { ($0 as? ReadingFailure)?.code == .malformed }
    }

    @Test func `Places that are no places do no harm`() throws {
        for place in ["nan", "inf", "-1e308", "1e308", "", "x"] {
            let text = page([Block(left: 50, top: 100, size: 10, lines: ["The first paragraph is about the boats."])])
                .split(separator: "xMin=\"50.0\"").joined(separator: "xMin=\"\(place)\"")
            #expect(try readArticle(String(text)).body.contains("first paragraph"))
        }
    }

    // The limit ends what would take a square of its blocks; it says nothing of speed.
    @Test(.timeLimit(.minutes(10))) func `A page of very many blocks is read`() throws {
        var blocks: [Block] = []
        for index in 0..<30_000 {
            let (left, top) = (Double(index * 37 % 500), Double(index * 61 % 800))
            blocks.append(Block(left: left, top: top, size: 9, lines: ["Word \(index) of it."], width: 40))
        }
        #expect(try readArticle(page(blocks)).wordCount >= 90_000)
    }

    // MARK: Helpers

    private struct Block {
        var left: Double
        var top: Double
        var size: Double
        var lines: [String]
        var width = 230.0
    }

    private func page(_ blocks: [Block]) -> String { document([blocks]) }

    /// What `pdftotext -bbox-layout` writes of such pages.
    private func document(_ pages: [[Block]], title: String = "") -> String {
        var text = """
            <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"><html xmlns="http://www.w3.org/1999/xhtml">
            <head>
            <title>\(title)</title>
            </head>
            <body>
            <doc>

            """
        for blocks in pages {
            text += "<page width=\"595.0\" height=\"842.0\"><flow>"
            for block in blocks {
                text += "<block>"
                for (index, line) in block.lines.enumerated() {
                    let top = block.top + Double(index) * block.size * 1.2
                    text += "<line>"
                    let words = line.split(separator: " ")
                    let step = block.width / Double(words.count)
                    for (place, word) in words.enumerated() {
                        let left = block.left + Double(place) * step
                        text +=
                            "<word xMin=\"\(left)\" yMin=\"\(top)\" xMax=\"\(left + step - 2)\" yMax=\"\(top + block.size)\">\(word)</word>"
                    }
                    text += "</line>"
                }
                text += "</block>"
            }
            text += "</flow></page>"
        }
        return text + "</doc></body></html>"
    }
}
