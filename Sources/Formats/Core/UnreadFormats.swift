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
        throw ReadingFailure(.unknownFormat, "The file is \(unread.name), a format that is not read.")
    }

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
            name: "an older Microsoft Office document", signature: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        Signature(name: "a program (ELF)", signature: [0x7F, 0x45, 0x4C, 0x46]),
        Signature(name: "an SQLite database", signature: Array("SQLite format 3".utf8)),
    ]
}
