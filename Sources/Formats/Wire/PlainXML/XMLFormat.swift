import NewsModel

extension Format {
    /// XML of wires and editorial systems with element names of their own: told by what the elements are called.
    static let xml = Format(
        name: "xml", mediaTypes: ["application/xml", "text/xml"], endings: ["xml"],
        form: .file(.shape, XMLFormat.recognises, .whole(XMLFormat.read)))
}

/// Recognises and reads `Format.xml`.
enum XMLFormat {
    /// Roots of pages, and of XML that holds no articles; the detector names the latter.
    private static let otherRoots: Set<String> = [
        "html", "body", "head", "div", "p", "article", "section", "main", "span", "rss", "feed", "rdf", "svg", "opml",
        "urlset",
        "sitemapindex", "plist", "xsl", "stylesheet", "schema", "wsdl", "definitions", "mediawiki", "workbook", "kml",
        "gpx", "package",
        "container", "ncx", "worddocument", "document-content", "smil", "manifest", "configuration",
    ]

    static func recognises(_ sample: FormatSample) -> Bool {
        guard sample.opens(with: "<?xml") || sample.ending == "xml", let root = sample.xmlRoot else { return false }
        return !otherRoots.contains(root.name)
    }

    static func read(_ bytes: UnsafeBufferPointer<UInt8>, in context: ReadingContext) throws {
        try PlainXMLReader.read(bytes, as: .xml, in: context)
    }
}
