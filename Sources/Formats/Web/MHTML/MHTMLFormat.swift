import Bytes
import NewsModel
import NewsText
import PageReading

extension Format {
    /// A page saved with all it shows as one message: MHTML (RFC 2557) as Chrome, Edge, Opera, Firefox and Internet Explorer write it.
    ///
    /// The article is in the root part: the one that `start` names, else the first page. Frames and pictures are not read.
    static let mhtml = Format(
        name: "mhtml", mediaTypes: ["multipart/related"], endings: ["mhtml", "mht"],
        form: .file(.marks, MHTMLFormat.recognises, .whole(MHTMLFormat.read)))
}

/// Recognises and reads `Format.mhtml`.
enum MHTMLFormat {
    static func recognises(_ sample: FormatSample) -> Bool {
        // A message that is no saved page is mail: what tells them apart is who wrote it.
        let head = sample.text.prefix(8192)
        let end = Self.find("\n\n", in: head) ?? Self.find("\n\r\n", in: head) ?? head.endIndex
        let fields = head[..<end]
        guard hasField("content-type:", in: fields) else { return false }
        if hasField("snapshot-content-location:", in: fields) || hasField("x-maf-information:", in: fields) {
            return true
        }
        if find("saved by", in: fields) != nil, hasField("from:", in: fields) { return true }
        let isMessage =
            hasField("mime-version:", in: fields) && find("multipart/related", in: fields) != nil
            || find("text/html", in: fields) != nil
        return ["mhtml", "mht"].contains(sample.ending) && isMessage
    }

    static func read(_ bytes: UnsafeBufferPointer<UInt8>, in context: ReadingContext) throws {
        let whole = try MIMEPart(bytes)
        guard let page = try whole.root() else {
            throw ReadingFailure(
                whole.isClosed ? .noText : .truncated, "The saved page holds no part that is a page of HTML.")
        }
        var inner = context
        inner.hint.carrier = .mhtml
        inner.hint.mediaType = page.mediaType
        inner.hint.url = [
            page.head["content-location"], whole.head["snapshot-content-location"], whole.head["content-location"],
        ]
        .lazy.compactMap { $0 }.first { $0.lowercased().hasPrefix("http") }
        inner.hint.retrieved = whole.head["date"].flatMap { DateReader.read($0) }
        let body = try page.decodedBody(limit: context.limits.maximumBytes)
        guard !body.isEmpty else { throw ReadingFailure(.noText, "The page within the saved page is empty.") }
        if context.explains { return try body.withUnsafeBufferPointer { try HTMLFormat.read($0, in: inner) } }
        var article = try body.withUnsafeBufferPointer {
            try HTMLReader.read($0, charset: inner.hint.charset, isAccepted: inner.isAccepted)
        }
        if let headline = article.headline, let subject = whole.head["subject"], isFuller(subject, than: headline) {
            article.headline = subject
        }
        try inner.article(article)
    }

    /// Whether the subject, which is the page's title, goes on where a headline ends; a name of the site behind a dash is no more
    /// of it.
    private static func isFuller(_ subject: String, than headline: String) -> Bool {
        guard subject.hasPrefix(headline + " "), !subject.hasPrefix("=?") else { return false }
        return subject.dropFirst(headline.count + 1).first.map { $0.isLetter || $0.isNumber } ?? false
    }

    private static func hasField(_ name: StaticString, in fields: ArraySlice<UInt8>) -> Bool {
        let name = Array(name.description.utf8)
        return fields.starts(with: name) || find([0x0A] + name, in: fields) != nil
    }

    private static func find(_ text: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
        find(Array(text.description.utf8), in: bytes)
    }

    private static func find(_ wanted: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.count >= wanted.count else { return nil }
        return (bytes.startIndex...(bytes.endIndex - wanted.count)).first { place in
            bytes[place] == wanted[0] && bytes[place..<place + wanted.count].elementsEqual(wanted)
        }
    }
}
