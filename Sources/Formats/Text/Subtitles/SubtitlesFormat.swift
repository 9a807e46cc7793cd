import Bytes
import NewsModel

extension Format {
    /// Subtitles: SubRip, and WebVTT (W3C, "WebVTT: The Web Video Text Tracks Format").
    static let subtitles = Format(
        name: "subtitles", mediaTypes: ["text/vtt", "application/x-subrip"], endings: ["vtt", "srt"], isServed: false,
        form: .file(.signature, SubtitlesFormat.recognises, .whole(SubtitlesFormat.read)))
}

/// Recognises and reads `Format.subtitles`: what is said, without numbers and times, in paragraphs by speaker.
enum SubtitlesFormat {
    /// Bytes of a paragraph from which on the next sentence begins another one; subtitles have no paragraphs of their own.
    private static let paragraphBytes = 400

    static func recognises(_ sample: FormatSample) -> Bool {
        if sample.opens(with: "webvtt") { return true }
        // A number, and a line of times below it.
        let digits = sample.text.prefix { (0x30...0x39).contains($0) }.count
        guard (1...6).contains(digits) else { return false }
        let rest = sample.text.dropFirst(digits).drop { $0 == 0x0D || $0 == 0x20 }
        guard rest.first == 0x0A else { return false }
        return isTimes(rest.dropFirst().prefix { $0 != 0x0A })
    }

    static func read(_ bytes: UnsafeBufferPointer<UInt8>, in context: ReadingContext) throws {
        let text = try TextLines(TextDecoder.decode(bytes, declared: context.hint.charset).utf8)
        var transcript = Transcript(paragraphBytes: paragraphBytes)
        var isSaid = false
        for index in text.lines.indices {
            let line = text.slice(index)
            if isTimes(line) {
                isSaid = true
            } else if text.lines[index].isApart {
                // A number, a name of the cue, a note, a style: nothing of it is said.
                isSaid = false
            } else if isSaid {
                transcript.append(line)
            }
        }
        let (body, paragraphs) = try transcript.finish(context.limits)
        guard !body.isEmpty else { throw ReadingFailure(.noText, "The subtitles say nothing.") }
        var article = Article(format: Format.subtitles.name)
        (article.body, article.paragraphs) = (body, paragraphs)
        article.confidence = 0.7
        try context.article(article)
    }

    /// Whether a line says from when to when a cue is shown.
    private static func isTimes(_ line: ArraySlice<UInt8>) -> Bool {
        guard let first = line.first, (0x30...0x39).contains(first), line.count < 200 else { return false }
        return line.withUnsafeBufferPointer { line in
            ByteSearch.find("-->", in: line, from: 0).map { arrow in
                line[..<arrow].contains(UInt8(ascii: ":"))
                    && line[..<arrow].allSatisfy {
                        (0x30...0x3A).contains($0) || $0 == 0x2C || $0 == 0x2E || $0 <= 0x20
                    }
            } ?? false
        }
    }
}
