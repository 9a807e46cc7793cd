import Bytes
import NewsModel

/// The formats that are read, in the order in which they are tried.
struct FormatTable: Sendable {
    /// Formats that are recognised by the start of a file, in the order of their steps.
    private let files: [(format: Format, recognises: @Sendable (FormatSample) -> Bool)]
    /// Formats whose files are zip archives with certain members.
    let packages:
        [(
            format: Format, recognises: @Sendable (ZipDirectory) throws -> Bool,
            read: @Sendable (ZipDirectory, ReadingContext) throws -> Void
        )]
    /// The media types of formats that servers answer with.
    private let servedTypes: Set<String>

    /// A table of formats; those of one step are tried in the order given.
    init(_ formats: [Format]) {
        files = Format.Step.allCases.flatMap { step in
            formats.compactMap { format in
                guard case .file(step, let recognises, _) = format.form else { return nil }
                return (format, recognises)
            }
        }
        packages = formats.compactMap { format in
            guard case .package(let recognises, let read) = format.form else { return nil }
            return (format, recognises, read)
        }
        servedTypes = Set(formats.filter(\.isServed).flatMap(\.mediaTypes))
    }

    /// Every format that is read.
    static let standard = FormatTable([
        .gzip, .zstd, .xz, .bzip2, .zip, .warc, .tar, .arc, .anpa1312, .iptc7901, .rtf, .pdf, .subtitles,
        // WordPress's export is RSS 2.0 besides, and the older feeds are told by more than their root.
        .wxr, .rss090, .rss091, .rss092, .rss10, .rss20, .atom03, .atom10,
        .nitf, .newsMLG2, .newsML1, .ritzauXML, .jats,
        // The item of an agency before the other formats in JSON: its text may speak of them.
        .mhtml, .ninjs, .jsonLD, .mbox, .eml, .jsonfeed, .telegram, .pressDatabase,
        .xml, .jsonLines, .json, .tsv, .csv, .html, .markdown,
        .text,
        // Within zip.
        .wacz, .docx, .odt, .epub,
    ])

    /// The format of a file, or of a member of a container.
    ///
    /// - Parameters:
    ///   - sample: the start of it.
    ///   - isWhole: true when the sample's bytes are all there is.
    /// - Throws: `.unknownFormat` with the name of a format that is recognised but not read, or for binary bytes;
    ///   `.noText` for white space alone; `.truncated` where a known signature is all there is.
    func format(of sample: FormatSample, isWhole: Bool) throws(ReadingFailure) -> Format {
        try UnreadFormats.check(signatureOf: sample, isWhole: isWhole)
        if isWhole, sample.text.isEmpty, sample.isBlank {
            throw ReadingFailure(.noText, "The file holds nothing but white space.")
        }
        try UnreadFormats.check(textOf: sample)
        if let found = files.first(where: { $0.format != .text && $0.recognises(sample) }) { return found.format }
        try UnreadFormats.check(markupOf: sample)
        return .text
    }

    /// Whether a server answers in this media type with what may be an article; without parameters, in lower case.
    func holdsServed(_ mediaType: String) -> Bool { servedTypes.contains(mediaType) }
}
