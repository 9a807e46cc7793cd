import NewsModel

@testable import Bytes
@testable import Formats

/// Any bytes as each format of the wire: NITF, NewsML 1 and G2, ninjs, IPTC 7901, ANPA 1312, and XML of no known kind.
///
/// All of them read each input, since what one refuses another may trip over. Articles must have text and a share as confidence.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard count > 0, let start else { return 0 }
    let bytes = UnsafeBufferPointer(start: start, count: count)
    let formats: [Format] = [.nitf, .newsMLG2, .newsML1, .ninjs, .iptc7901, .anpa1312, .ritzauXML, .xml, .jats]
    for format in formats {
        let limits = ReadingLimits(maximumBytes: 1 << 20, maximumMembers: 2000)
        let context = ReadingContext(
            hint: ReadingHint(name: FileName("a")), limits: limits, explains: false, fileBytes: count
        ) { event in
            guard case .article(let article) = event else { return }
            precondition(article.headline != nil || !article.body.isEmpty, "an article has text")
            precondition((0...1).contains(article.confidence), "confidence is a share")
        }
        if start[0] & 1 == 1 {
            try? format.read(ByteInput(BytesInMemory(bytes)), in: context)
        } else {
            try? format.read(bytes, in: context)
        }
    }
    return 0
}
