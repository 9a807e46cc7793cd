import Bytes
import Markup
import NewsModel

extension Format {
    /// A document of Office Open XML (ECMA-376, part 1, WordprocessingML): `.docx`, `.docm`, `.dotx`.
    static let docx = Format(
        name: "docx", mediaTypes: ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
        endings: ["docx", "docm", "dotx"],
        form: .package(DOCXPackage.recognises, DOCXPackage.read))
}

/// Recognises and reads `Format.docx`.
enum DOCXPackage {
    static func recognises(_ directory: ZipDirectory) throws -> Bool {
        try directory.entry(named: "word/document.xml") != nil
    }

    static func read(_ directory: ZipDirectory, in context: ReadingContext) throws {
        var facts = DocumentFacts()
        if let core = try DocumentPart.document("docProps/core.xml", of: directory) { facts.take(core) }
        let styles = try DocumentPart.document("word/styles.xml", of: directory).map(DOCXStyles.init)
        let relations = try DocumentPart.document("word/_rels/document.xml.rels", of: directory)
        guard let entry = try directory.entry(named: "word/document.xml") else {
            throw ReadingFailure(.malformed, "The document has no word/document.xml.")
        }
        var reader = DOCXReader(styles: styles ?? DOCXStyles(), relations: relations, limits: context.limits)
        try XMLDecoder.withReader(directory.open(entry), maximumBytes: context.limits.maximumBytes) {
            try reader.read($0)
        }
        if let articles = DocumentExport.articles(reader.builder.blocks, format: .docx) {
            return try context.exported(articles)
        }
        try context.article(DocumentArticle(.docx, reader.builder, facts).article())
    }
}
