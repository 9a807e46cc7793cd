import Bytes
import Markup
import NewsModel

extension Format {
    /// A text document of OpenDocument 1.0 to 1.3 (ISO/IEC 26300): `.odt`, `.ott`.
    static let odt = Format(
        name: "odt",
        mediaTypes: ["application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text-template"],
        endings: ["odt", "ott"],
        form: .package(ODTPackage.recognises, ODTPackage.read))
}

/// Recognises and reads `Format.odt`.
enum ODTPackage {
    private static let mediaTypes = [
        "application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text-template",
    ]

    static func recognises(_ directory: ZipDirectory) throws -> Bool {
        guard try directory.entry(named: "content.xml") != nil, let entry = try directory.entry(named: "mimetype")
        else {
            return false
        }
        let type = try String(decoding: directory.open(entry).all(limit: 1024), as: UTF8.self).trimmingWhitespace()
        return mediaTypes.contains(type)
    }

    static func read(_ directory: ZipDirectory, in context: ReadingContext) throws {
        var facts = DocumentFacts()
        if let meta = try DocumentPart.document("meta.xml", of: directory) { facts.take(meta) }
        let styles = try DocumentPart.document("styles.xml", of: directory)
        guard let entry = try directory.entry(named: "content.xml") else {
            throw ReadingFailure(.malformed, "The document has no content.xml.")
        }
        var reader = ODTReader(styles: styles, limits: context.limits)
        try XMLDecoder.withReader(directory.open(entry), maximumBytes: context.limits.maximumBytes) {
            try reader.read($0)
        }
        if let articles = DocumentExport.articles(reader.builder.blocks, format: .odt) {
            return try context.exported(articles)
        }
        try context.article(DocumentArticle(.odt, reader.builder, facts).article())
    }
}
