import Bytes
import NewsModel

/// Tells the format of a file: by content first, by name second.
enum FormatDetector {
    /// One row of the table of formats that are known but not read.
    private struct UnreadRow: Sendable {
        let name: String
        let signature: [UInt8]
        var offset = 0
    }

    /// The reader for a file, or for a member of a container.
    ///
    /// - Parameters:
    ///   - sample: the start of it.
    ///   - isWhole: true when the sample's bytes are all there is.
    /// - Throws: `.unknownFormat` with the name of a format that is recognised but not read, or for binary bytes;
    ///   `.noText` for white space alone; `.truncated` where a known signature is all there is.
    static func reader(
        of sample: FormatSample, isWhole: Bool
    ) throws(ReadingFailure) -> any FormatReader.Type {
        if let unread = unread.first(where: { sample.has($0.signature, at: $0.offset) }) {
            if isWhole, sample.bytes.count < smallestContainer {
                throw ReadingFailure(
                    .truncated,
                    "The file starts as \(unread.name) and ends after \(sample.bytes.count) bytes: it was cut off.")
            }
            throw ReadingFailure(.unknownFormat, "The file is \(unread.name), a format that is not read.")
        }
        if isWhole, sample.text.isEmpty, sample.isBlank {
            throw ReadingFailure(.noText, "The file holds nothing but white space.")
        }
        if let reader = FormatTable.rows.first(where: { $0.format != .text && $0.recognises(sample) }) { return reader }
        if let name = markup(sample) {
            throw ReadingFailure(.unknownFormat, "The file is \(name), a format that is not read.")
        }
        return TextFormat.self
    }

    /// Files of a known binary format below this size have no content.
    private static let smallestContainer = 24

    /// The name of a format of text markup that is not read; nil for pages and text.
    private static func markup(_ sample: FormatSample) -> String? {
        if sample.opens(with: "%!ps") { return "PostScript" }
        guard
            sample.opens(with: "<?xml") || sample.opens(with: "<rss") || sample.opens(with: "<feed")
        else { return nil }
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

    private static let xmlNames = [
        "rdf": "RDF", "svg": "an SVG image",
        "opml": "OPML", "urlset": "a site map", "sitemapindex": "a site map", "plist": "a property list",
    ]

    private static let unread: [UnreadRow] = [
        UnreadRow(
            name: "a PDF document inside of another file (drop it by itself, and it is read)",
            signature: Array("%PDF-".utf8)),
        UnreadRow(name: "a 7-Zip archive", signature: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
        UnreadRow(name: "a RAR archive", signature: Array("Rar!".utf8)),
        UnreadRow(name: "a PNG image", signature: [0x89, 0x50, 0x4E, 0x47]),
        UnreadRow(name: "a JPEG image", signature: [0xFF, 0xD8, 0xFF]),
        UnreadRow(name: "a GIF image", signature: Array("GIF8".utf8)),
        UnreadRow(name: "a WebP image or another RIFF file", signature: Array("RIFF".utf8)),
        UnreadRow(name: "a TIFF image", signature: [0x49, 0x49, 0x2A, 0]),
        UnreadRow(name: "a TIFF image", signature: [0x4D, 0x4D, 0, 0x2A]),
        UnreadRow(name: "an MP4 or QuickTime film", signature: Array("ftyp".utf8), offset: 4),
        UnreadRow(name: "an MP3 recording", signature: Array("ID3".utf8)),
        UnreadRow(name: "an Ogg recording", signature: Array("OggS".utf8)),
        UnreadRow(
            name: "an older Microsoft Office document", signature: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        UnreadRow(name: "a program (ELF)", signature: [0x7F, 0x45, 0x4C, 0x46]),
        UnreadRow(name: "an SQLite database", signature: Array("SQLite format 3".utf8)),
    ]
}
