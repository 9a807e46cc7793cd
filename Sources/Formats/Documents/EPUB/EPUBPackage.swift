import Bytes
import Markup
import NewsModel
import NewsText
import PageReading

extension Format {
    /// A publication in EPUB 2 or 3 (W3C, "EPUB 3.3"): one article of all its documents in reading order.
    static let epub = Format(
        name: "epub", mediaTypes: ["application/epub+zip"], endings: ["epub"],
        form: .package(EPUBPackage.recognises, EPUBPackage.read))
}

/// Recognises and reads `Format.epub`.
enum EPUBPackage {
    /// Documents of one publication; a book of many chapters has some hundred.
    private static let mostDocuments = 10_000
    /// Bytes of one document.
    private static let documentBytes = 16 << 20

    static func recognises(_ directory: ZipDirectory) throws -> Bool {
        try directory.entry(named: "META-INF/container.xml") != nil
    }

    static func read(_ directory: ZipDirectory, in context: ReadingContext) throws {
        try checkEncryption(directory)
        let container = try DocumentPart.document("META-INF/container.xml", of: directory)
        guard let path = container?.descendant("rootfile")?.attribute("full-path"),
            let package = try DocumentPart.document(path, of: directory)
        else { throw ReadingFailure(.malformed, "The EPUB has no package document.") }
        var facts = DocumentFacts()
        if let metadata = package.first("metadata") { facts.take(metadata) }
        var article = Article(format: Format.epub.name)
        article.headline = facts.title
        var body = BodyBuilder()
        for document in documents(package, at: path).prefix(mostDocuments) {
            guard let entry = try directory.entry(named: document) else { continue }
            let bytes = try directory.open(entry).all(limit: documentBytes)
            var fragment = try HTMLFragmentReader.read(text(of: bytes), base: nil)
            let isTitle = fragment.blocks.first.map { isHeadline($0, facts.title) } ?? false
            if body.isEmpty, isTitle { fragment.blocks.removeFirst() }
            try fragment.append(to: &body, limits: context.limits)
            guard body.byteCount <= ReadingLimits.bodyBytes else {
                throw ReadingFailure(
                    .limitExceeded, "The EPUB holds more than \(ReadingLimits.bodyBytes) bytes of text.")
            }
            article.links += fragment.links
        }
        guard !body.isEmpty else { throw ReadingFailure(.noText, "The documents of the EPUB hold no text.") }
        (article.body, article.paragraphs) = body.finish()
        article.language = LanguageGuesser.guess(article.body, declared: facts.language)
        article.keywords = facts.keywords
        article.confidence = 0.85
        if let author = facts.author { DocumentAuthor.fill(author, &article) }
        try context.article(article)
    }

    /// The paths of the documents in reading order, without the table of contents.
    private static func documents(_ package: XMLElement, at path: String) -> [String] {
        var items: [String: String] = [:]
        for item in package.first("manifest")?.all("item") ?? [] {
            guard let id = item.attribute("id"), let href = item.attribute("href") else { continue }
            let type = item.attribute("media-type") ?? ""
            guard type.contains("html") || type.isEmpty,
                item.attribute("properties")?.split(separator: " ").contains("nav") != true
            else { continue }
            items[id] = href
        }
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        return (package.first("spine")?.all("itemref") ?? []).compactMap { reference in
            guard reference.attribute("linear") != "no" else { return nil }
            return reference.attribute("idref").flatMap { items[$0] }.map { folder + unescaped($0) }
        }
    }

    /// A document in UTF-8.
    private static func text(of bytes: [UInt8]) throws -> [UInt8] {
        try bytes.withUnsafeBufferPointer { bytes in
            try TextDecoder.decode(
                bytes, declared: XMLDecoder.declaration(of: bytes) ?? HTMLCharsetDeclaration.find(bytes)
            ).utf8
        }
    }

    private static func isHeadline(_ block: HTMLFragment.Block, _ title: String?) -> Bool {
        guard let title, block.text.count <= 2 * title.utf8.count + 16 else { return false }
        return TextNormalizer.normalized(String(decoding: block.text, as: UTF8.self)).lowercased() == title.lowercased()
    }

    /// An address with its percent signs resolved.
    private static func unescaped(_ address: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(address.utf8.prefix { $0 != UInt8(ascii: "#") })[...]
        while let first = rest.first {
            if first == UInt8(ascii: "%"), rest.count >= 3, let high = ASCII.hexValue(rest[rest.startIndex + 1]),
                let low = ASCII.hexValue(rest[rest.startIndex + 2])
            {
                bytes.append(UInt8(high << 4 | low))
                rest = rest.dropFirst(3)
            } else {
                bytes.append(first)
                rest = rest.dropFirst()
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Publications may have their fonts scrambled, which is no matter; encrypted documents cannot be read.
    ///
    /// - Throws: `.encrypted`.
    private static func checkEncryption(_ directory: ZipDirectory) throws {
        guard let encryption = try DocumentPart.document("META-INF/encryption.xml", of: directory) else { return }
        for method in encryption.descendants where method.is("EncryptionMethod") {
            let algorithm = method.attribute("Algorithm") ?? ""
            guard algorithm.contains("idpf.org/2008/embedding") || algorithm.contains("ns.adobe.com/pdf/enc#RC") else {
                throw ReadingFailure(.encrypted, "The EPUB is encrypted. Drop a copy without protection.")
            }
        }
    }
}
