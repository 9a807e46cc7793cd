@testable import Bytes
@testable import Formats
@testable import NewsModel

/// Any bytes as a message, as a mailbox and as each kind of header.
///
/// A mailbox that is cut into messages must come out the same however its bytes come in.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard count > 0, let start else { return 0 }
    let bytes = UnsafeBufferPointer(start: start, count: count)
    for name in ["a.eml", "a.mbox"] {
        try? ArticleReader().read(bytes, hint: ReadingHint(name: FileName(name))) { _ in }
    }
    let header = Array(bytes.prefix(4_096))
    _ = EncodedWords.decoded(header)
    _ = MailAddress(header)
    _ = FlowedText.unfolded(Array(bytes), deletesSpace: start[0] & 1 == 0)
    precondition(sizes(BytesInMemory(bytes)) == sizes(SmallPortions(bytes)), "portions make no difference")
    return 0
}

private func sizes(_ source: any ByteSource) -> [Int] {
    var splitter = MailboxSplitter(ByteInput(source), limit: 1 << 16)
    var sizes: [Int] = []
    while let item = try? splitter.next() {
        if case .message(let bytes) = item { sizes.append(bytes.count) } else { sizes.append(-1) }
    }
    return sizes
}

/// The same bytes, seven at a time.
private final class SmallPortions: ByteSource {
    private let bytes: UnsafeBufferPointer<UInt8>

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var size: Int { bytes.count }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let part = bytes.dropFirst(offset).prefix(min(7, buffer.count))
        buffer.copyBytes(from: part)
        return part.count
    }
}
