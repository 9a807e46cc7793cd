@testable import Analysis
@testable import NewsModel

/// Any text with any cut into paragraphs: every range lies in the body, in order, and nothing crashes.
///
/// The first byte chooses the language.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard count > 1, let start else { return 0 }
    let languages: [String?] = [nil, "en", "de", "fr", "es", "fi"]
    let body = String(decoding: UnsafeBufferPointer(start: start + 1, count: count - 1), as: UTF8.self)
    var paragraphs: [Paragraph] = []
    var first = 0
    var place = 0
    for scalar in body.unicodeScalars {
        place += 1
        guard scalar == "\n" else { continue }
        if place - 1 > first {
            paragraphs.append(Paragraph(kind: .paragraph, range: CodePointRange(start: first, end: place - 1)))
        }
        first = place
    }
    if place > first { paragraphs.append(Paragraph(kind: .paragraph, range: CodePointRange(start: first, end: place))) }
    var article = Article(format: "text", body: body, paragraphs: paragraphs)
    article.language = languages[Int(start[0]) % languages.count]
    for quotation in QuotationFinder.quotations(of: article, entities: []) {
        precondition(!quotation.content.isEmpty, "a quotation has content")
        for range in quotation.content + [quotation.cue, quotation.source].compactMap({ $0 }) {
            precondition(0 <= range.start && range.start < range.end && range.end <= place, "ranges lie in the body")
        }
        precondition((0...1).contains(quotation.confidence), "confidence is a share")
    }
    return 0
}
