@testable import Formats
@testable import NewsModel
@testable import PageReading

/// Any bytes as each kind of feed, and as a piece of HTML within one.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = UnsafeBufferPointer(start: start, count: count)
    for format: Format in [.rss20, .atom10, .wxr, .jsonfeed] {
        let context = ReadingContext(
            hint: ReadingHint(name: FileName("a")), limits: .default, explains: false, fileBytes: count,
            emit: { _ in })
        try? format.read(bytes, in: context)
    }
    _ = try? HTMLFragmentReader.read(
        Array(bytes), base: PageAddress("https://news.example/a/"), style: .paragraphsByEmptyLines)
    _ = Shortcodes.removed(from: Array(bytes))
    return 0
}
