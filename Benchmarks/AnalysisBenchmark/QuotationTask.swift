import Analysis
import NewsModel

/// Who said what in each text, for the scorer of quotations.
///
/// The texts of the sets are plain; each line that holds text is a paragraph.
enum QuotationTask {
    static func run(_ records: [Record]) {
        for record in records {
            var article = article(record.text)
            article.language = record.language
            let quotations = QuotationFinder.quotations(of: article, entities: EntityFinder.entities(of: article))
            Record.write(["id": record.id, "attributions": quotations.map(attribution)])
        }
    }

    private static func attribution(_ quotation: Quotation) -> [String: Any] {
        let range = { (range: CodePointRange) in [range.start, range.end] }
        return [
            "kind": quotation.kind.rawValue, "content": quotation.content.map(range),
            "source": quotation.source.map { [range($0)] } ?? [], "cue": quotation.cue.map { [range($0)] } ?? [],
            "speaker": quotation.speaker ?? "", "title": quotation.title ?? "",
            "organization": quotation.organization ?? "", "confidence": quotation.confidence,
        ]
    }

    /// A text as an article of which every line is a paragraph.
    static func article(_ text: String) -> Article {
        var paragraphs: [Paragraph] = []
        var start = 0
        var place = 0
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                if place > start {
                    paragraphs.append(Paragraph(kind: .paragraph, range: CodePointRange(start: start, end: place)))
                }
                start = place + 1
            }
            place += 1
        }
        if place > start {
            paragraphs.append(Paragraph(kind: .paragraph, range: CodePointRange(start: start, end: place)))
        }
        return Article(format: "text", body: text, paragraphs: paragraphs)
    }
}
