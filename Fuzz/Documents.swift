import NewsModel

@testable import Bytes
@testable import Formats
@testable import Markup

/// What stands inside of office documents, without the zip file around it, through which no mutation would get: the text of a DOCX, its
/// styles, the text of an ODT, RTF, the words of a PDF with their places, and a brotli stream.
///
/// The first byte chooses. What comes out must be an article in order.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard count > 1, let start else { return 0 }
    let bytes = UnsafeBufferPointer(start: start + 1, count: count - 1)
    let limits = ReadingLimits(maximumBytes: 1 << 20, maximumMembers: 2000, maximumUnpackedBytes: 8 << 20)
    let context = ReadingContext(
        hint: ReadingHint(name: FileName("a")), limits: limits, explains: false, fileBytes: bytes.count
    ) { event in
        guard case .article(let article) = event else { return }
        precondition(article.headline != nil || !article.body.isEmpty, "an article has text")
    }
    switch start[0] % 6 {
    case 0:
        var reader = DOCXReader(styles: DOCXStyles(), relations: nil, limits: limits)
        try? reader.read(XMLReader(ByteInput(BytesInMemory(bytes))))
        try? context.article(DocumentArticle(.docx, reader.builder, DocumentFacts()).article())
    case 1:
        guard let root = try? XMLElement.document(bytes) else { return 0 }
        _ = DOCXStyles(root)
        var facts = DocumentFacts()
        facts.take(root)
        var article = Article(format: Format.docx.name)
        if let author = facts.author { DocumentAuthor.fill(author, &article) }
    case 2:
        var reader = ODTReader(styles: try? XMLElement.document(bytes), limits: limits)
        try? reader.read(XMLReader(ByteInput(BytesInMemory(bytes))))
        try? context.article(DocumentArticle(.odt, reader.builder, DocumentFacts()).article())
    case 3: try? RTFFormat.read(bytes, in: context)
    case 4: try? PDFFormat.read(bytes, in: context)
    default:
        guard let brotli = try? BrotliDecompressor() else { return 0 }
        let packed = ByteInput(BytesInMemory(bytes))
        let budget = ReadingBudget(limits, fileBytes: bytes.count)
        let text = ByteInput(DecompressedStream(packed, brotli, budget: budget))
        precondition(((try? text.all(limit: 1 << 20)) ?? []).count <= 1 << 20, "no more comes out than is asked for")
    }
    return 0
}
