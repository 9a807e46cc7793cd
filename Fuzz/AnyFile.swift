import NewsModel

@testable import Reading

/// Any bytes under any name, as the reader process gets them.
///
/// The first byte is the length of the name, which follows; the rest is the file. What is read must be what the article's
/// form promises: the archive relies on it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard count > 0, let start else { return 0 }
    let nameCount = min(Int(start[0]) % 40, count - 1)
    let name = Array(UnsafeBufferPointer(start: start + 1, count: nameCount))
    let bytes = UnsafeBufferPointer(start: start + 1 + nameCount, count: count - 1 - nameCount)
    try? ArticleReader().read(bytes, hint: ReadingHint(name: FileName(bytes: name))) { event in
        guard case .article(let article) = event else { return }
        let length = article.body.unicodeScalars.count
        var end = 0
        for paragraph in article.paragraphs {
            precondition(paragraph.range.start >= end && paragraph.range.end <= length, "paragraphs in order")
            end = paragraph.range.end
        }
        for range in article.credits.compactMap(\.range) {
            precondition(range.start >= 0 && range.start <= range.end && range.end <= length, "credit in the body")
        }
        precondition((0...1).contains(article.confidence), "confidence is a share")
        precondition(article.headline != nil || !article.body.isEmpty, "an article has text")
    }
    return 0
}
