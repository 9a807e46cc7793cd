import NewsModel

@testable import Bytes
@testable import Formats

/// Any bytes as a container, a web archive or a saved page, whatever they begin with.
///
/// The first byte chooses the reader, the second whether the bytes come place by place or in passing; the rest is the file. Member
/// paths must be unique among articles, and what is told must stay within the limits.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard count > 2, let start else { return 0 }
    let readers: [Format] = [.zip, .tar, .warc, .arc, .mhtml, .jsonLD, .gzip, .xz, .bzip2, .zstd]
    let reader = readers[Int(start[0]) % readers.count]
    let bytes = UnsafeBufferPointer(start: start + 2, count: count - 2)
    let limits = ReadingLimits(maximumBytes: 1 << 20, maximumMembers: 2000, maximumUnpackedBytes: 8 << 20)
    var paths: Set<String> = []
    var events = 0
    let context = ReadingContext(
        hint: ReadingHint(name: FileName("a.bin")), limits: limits, explains: false, fileBytes: bytes.count
    ) { event in
        events += 1
        guard case .article(let article) = event else { return }
        precondition(paths.insert(article.memberPath ?? "").inserted, "each article has a path of its own")
        precondition(article.headline != nil || !article.body.isEmpty, "an article has text")
    }
    if start[1] & 1 == 1 {
        try? reader.read(ByteInput(SourceStream(BytesInMemory(bytes))), in: context)
    } else {
        try? reader.read(bytes, in: context)
    }
    precondition(events <= 2 * 2000 + 16, "no file tells more than it may have members")
    return 0
}
