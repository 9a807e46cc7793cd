import NewsModel

@testable import Formats
@testable import ReaderProtocol

/// Any bytes under any name, as the reader process gets them.
///
/// The first byte is the length of the name, which follows; the rest is the file. What is read must be what the article's
/// form promises: the desk must take it from the stream as it is.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard count > 0, let start else { return 0 }
    let nameCount = min(Int(start[0]) % 40, count - 1)
    let name = Array(UnsafeBufferPointer(start: start + 1, count: nameCount))
    let bytes = UnsafeBufferPointer(start: start + 1 + nameCount, count: count - 1 - nameCount)
    try? ArticleReader().read(bytes, hint: ReadingHint(name: FileName(bytes: name))) { event in
        guard case .article(let article) = event else { return }
        var decoder = FrameDecoder()
        do throws(StreamError) {
            let hello = ReaderMessage.hello(
                streamVersion: StreamLimits.version, readerVersion: 1, missingConfinement: 0
            ).frame(request: 0)
            hello.withUnsafeBytes { decoder.append($0) }
            _ = try decoder.next()
            try decoder.expectAnswer(to: 1)
            let begin = ReaderMessage.begin(format: article.format).frame(request: 1)
            (begin + ReaderMessage.article(article).frame(request: 1)).withUnsafeBytes { decoder.append($0) }
            _ = try decoder.next()
            let told = try decoder.next()
            precondition(told == .article(article), "the desk gets the article that was read")
        } catch {
            fatalError("the desk refuses what was read: \(error)")
        }
        precondition((0...1).contains(article.confidence), "confidence is a share")
        precondition(article.headline != nil || !article.body.isEmpty, "an article has text")
    }
    return 0
}
