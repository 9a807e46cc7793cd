import Bytes
import NewsModel

/// Formats that are known by name and not read, so that a refusal says what the file is.
enum UnreadFormats {
    /// One row of the table of binary formats.
    private struct Signature: Sendable {
        let name: String
        let signature: [UInt8]
        var offset = 0
    }

    /// Refuses a file with the signature of a binary format that is not read.
    ///
    /// - Throws: `.unknownFormat`; `.truncated` where the signature is all there is.
    static func check(signatureOf sample: FormatSample, isWhole: Bool) throws(ReadingFailure) {
        guard let unread = unread.first(where: { sample.has($0.signature, at: $0.offset) }) else { return }
        if isWhole, sample.bytes.count < smallestContainer {
            throw ReadingFailure(
                .truncated,
                "The file starts as \(unread.name) and ends after \(sample.bytes.count) bytes: it was cut off.")
        }
        let name = isOutlookMessage(sample) ? "a message of Outlook (.msg); save it as .eml or HTML" : unread.name
        throw ReadingFailure(.unknownFormat, "The file is \(name), a format that is not read.")
    }

    /// Whether a compound file of Microsoft's holds a message: by the names of its streams in UTF-16, or by its own.
    private static func isOutlookMessage(_ sample: FormatSample) -> Bool {
        guard sample.has(compoundFile) else { return false }
        if sample.ending == "msg" || sample.ending == "oft" { return true }
        return outlookStreams.contains { ByteSearch.find($0, in: sample.bytes, from: 0) != nil }
    }

    /// Names of streams in UTF-16: `__substg1.0_`, `__properties_v`, `__nameid_v`.
    private static let outlookStreams: [StaticString] = [
        "_\0_\0s\0u\0b\0s\0t\0g\01\0.\00\0_", "_\0_\0p\0r\0o\0p\0e\0r\0t\0i\0e\0s\0_", "_\0_\0n\0a\0m\0e\0i\0d\0_",
    ]
    private static let compoundFile: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    /// Refuses markup of a format that is not read.
    ///
    /// - Throws: `.unknownFormat`.
    static func check(markupOf sample: FormatSample) throws(ReadingFailure) {
        guard let name = markup(sample) else { return }
        throw ReadingFailure(.unknownFormat, "The file is \(name), a format that is not read.")
    }

    /// Files of a known binary format below this size have no content.
    private static let smallestContainer = 24

    /// The name of a format of text markup that is not read; nil for pages and text.
    private static func markup(_ sample: FormatSample) -> String? {
        guard
            sample.opens(with: "<?xml") || sample.opens(with: "<rss") || sample.opens(with: "<feed")
        else {
            // XML without a declaration is told by its name space.
            guard let root = sample.xmlRoot, !root.namespace.isEmpty, root.name != "html" else { return nil }
            return xmlNames[root.name] ?? "XML with the root element <\(root.name)>"
        }
        guard let root = root(of: sample.text) else { return "XML" }
        if root == "html" { return nil }
        return xmlNames[root] ?? "XML with the root element <\(root)>"
    }

    /// The local name of the first element, in lower case.
    private static func root(of text: [UInt8]) -> String? {
        var index = 0
        while let open = text[index...].firstIndex(of: 0x3C), open + 1 < text.count {
            let next = text[open + 1]
            if (0x61...0x7A).contains(next) {
                let name = text[(open + 1)...].prefix(64).prefix {
                    (0x61...0x7A).contains($0) || (0x2D...0x3A).contains($0)
                }
                return String(decoding: name, as: UTF8.self).split(separator: ":").last.map(String.init)
            }
            index = open + 1
        }
        return nil
    }

    private static let openings: [(word: StaticString, name: String)] = [
        ("%!ps", "PostScript"), ("begin:vcard", "an address card"), ("begin:vcalendar", "a calendar"),
        ("#!/", "a script"), ("[internetshortcut]", "a link to a page, and not the page"),
        ("[desktop entry]", "a link to a page, and not the page"),
        ("<!doctype netscape-bookmark-file-1>", "a list of bookmarks"), ("@charset", "a style sheet"),
        ("\\documentclass", "a LaTeX document"), ("#+title:", "an Org document"),
        ("user-agent:", "rules for robots"), ("#extm3u", "a play list"), ("diff --git", "a list of changes to files"),
        ("-----begin ", "a key or a certificate"), ("rewriteengine ", "a configuration"),
    ]
    /// What JSON and programs write where there is nothing.
    private static let nothings: Set<String> = ["null", "nil", "none", "undefined", "true", "false", "\"\"", "''"]
    /// Text that is no prose, by the ending of its name.
    private static let endings: [String: String] = {
        let families: [(name: String, endings: [String])] = [
            ("a style sheet", ["css", "scss", "sass", "less"]),
            (
                "a program's source",
                [
                    "js", "mjs", "ts", "jsx", "tsx", "py", "rb", "php", "java", "c", "h", "cpp", "go", "rs", "swift",
                    "sql", "map", "sty", "cls", "mk", "dockerfile",
                ]
            ),
            ("a script", ["sh", "bash", "bat", "cmd", "ps1"]), ("a log", ["log"]),
            ("a list of checksums", ["sha256", "sha1", "sha512", "md5", "sfv"]), ("an address card", ["vcf"]),
            ("a calendar", ["ics"]), ("a link to a page, and not the page", ["url", "desktop", "webloc"]),
            ("a LaTeX document", ["tex", "ltx"]), ("an Org document", ["org"]),
            ("a configuration", ["ini", "cfg", "conf", "toml", "properties", "yaml", "yml", "htaccess", "lock"]),
            ("a list of words for translators", ["po", "pot"]), ("a list of books and articles", ["bib", "ris"]),
            ("a play list", ["m3u", "m3u8", "pls"]), ("a list of changes to files", ["diff", "patch"]),
            ("a key or a certificate", ["pem", "crt", "gpg"]),
        ]
        return Dictionary(families.flatMap { family in family.endings.map { ($0, family.name) } }) { first, _ in first }
    }()

    /// Refuses text that is no prose: address cards, calendars, scripts, style sheets and the like.
    ///
    /// - Throws: `.unknownFormat`.
    static func check(textOf sample: FormatSample) throws(ReadingFailure) {
        if let root = sample.xmlRoot, let name = flatOffice[root.namespace] {
            throw ReadingFailure(.unknownFormat, "The file is \(name), a format that is not read.")
        }
        if sample.text.count < 16 {
            let text = String(decoding: sample.text, as: UTF8.self).foldedSpace
            guard !nothings.contains(text) else {
                throw ReadingFailure(.noText, "The file holds \(text) and nothing else.")
            }
        }
        let name = openings.first { sample.opens(with: $0.word) }?.name ?? endings[sample.ending]
        guard let name else { return }
        throw ReadingFailure(.unknownFormat, "The file is \(name), a format that is not read.")
    }

    /// Office documents as one XML file, by the namespace of their root in lower case.
    private static let flatOffice = [
        "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "an OpenDocument file as one XML (fodt); save it as .odt",
        "http://schemas.microsoft.com/office/2006/xmlpackage":
            "a Word document as one XML (flat OPC); save it as .docx",
        "http://schemas.microsoft.com/office/word/2003/wordml": "a Word 2003 document as XML; save it as .docx",
    ]
    /// Office files within zip, by a member that only they have.
    private static let packages: [(member: String, name: String)] = [
        ("xl/workbook.xml", "an Excel workbook (xlsx); save its tables as CSV"),
        ("xl/workbook.bin", "an Excel workbook (xlsb); save its tables as CSV"),
        ("ppt/presentation.xml", "a PowerPoint presentation (pptx); save it as PDF"),
        ("visio/document.xml", "a Visio drawing (vsdx); save it as PDF"),
        (
            "Index/Document.iwa",
            "a document of Apple's iWork (Pages, Numbers or Keynote); export it as Word, CSV or PDF"
        ),
        ("Index.zip", "a document of Apple's iWork (Pages, Numbers or Keynote); export it as Word, CSV or PDF"),
        ("AndroidManifest.xml", "a program for Android"), ("META-INF/MANIFEST.MF", "a program in Java"),
    ]
    /// What the `mimetype` member of an OpenDocument file says that is no text.
    private static let openDocuments: [(type: String, name: String)] = [
        ("opendocument.spreadsheet", "an OpenDocument spreadsheet (ods); save its tables as CSV"),
        ("opendocument.presentation", "an OpenDocument presentation (odp); save it as PDF"),
        ("opendocument.graphics", "an OpenDocument drawing (odg); save it as PDF"),
    ]
    /// Bytes of a `mimetype` member that are read.
    private static let longestMediaType = 200

    /// Refuses a zip archive that is an office file of a kind that is not read.
    ///
    /// - Throws: `.unknownFormat`; what the directory throws.
    static func check(package directory: ZipDirectory) throws {
        var name = try packages.first { try directory.entry(named: $0.member) != nil }?.name
        if name == nil, let entry = try directory.entry(named: "mimetype") {
            let type = try String(decoding: directory.open(entry).all(limit: longestMediaType), as: UTF8.self)
            name = openDocuments.first { type.contains($0.type) }?.name
        }
        guard let name else { return }
        throw ReadingFailure(.unknownFormat, "The file is \(name), a format that is not read.")
    }

    private static let xmlNames = [
        "rdf": "RDF", "svg": "an SVG image",
        "opml": "OPML", "urlset": "a site map", "sitemapindex": "a site map", "plist": "a property list",
    ]

    private static let unread: [Signature] = [
        Signature(name: "a 7-Zip archive", signature: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
        Signature(name: "a RAR archive", signature: Array("Rar!".utf8)),
        Signature(name: "a PNG image", signature: [0x89, 0x50, 0x4E, 0x47]),
        Signature(name: "a JPEG image", signature: [0xFF, 0xD8, 0xFF]),
        Signature(name: "a GIF image", signature: Array("GIF8".utf8)),
        Signature(name: "a WebP image or another RIFF file", signature: Array("RIFF".utf8)),
        Signature(name: "a TIFF image", signature: [0x49, 0x49, 0x2A, 0]),
        Signature(name: "a TIFF image", signature: [0x4D, 0x4D, 0, 0x2A]),
        Signature(name: "an MP4 or QuickTime film", signature: Array("ftyp".utf8), offset: 4),
        Signature(name: "an MP3 recording", signature: Array("ID3".utf8)),
        Signature(name: "an Ogg recording", signature: Array("OggS".utf8)),
        Signature(
            name: "an older Microsoft Office document", signature: compoundFile),
        Signature(name: "a program (ELF)", signature: [0x7F, 0x45, 0x4C, 0x46]),
        Signature(
            name: "a property list of Apple's programs, such as a page that Safari saved (.webarchive)",
            signature: Array("bplist".utf8)),
        Signature(name: "an SQLite database", signature: Array("SQLite format 3".utf8)),
    ]
}
