import Bytes
import NewsModel
import NewsText

/// Joins what is said in cues into paragraphs, one a speaker's turn, and long turns at sentences.
struct Transcript {
    private let paragraphBytes: Int
    private var paragraphs: [[UInt8]] = []
    private var speaker: [UInt8] = []

    init(paragraphBytes: Int) { self.paragraphBytes = paragraphBytes }

    /// Appends a line of a cue, its tags left out; `<v NAME>` names who speaks from there on.
    mutating func append(_ line: ArraySlice<UInt8>) {
        var text: [UInt8] = []
        var index = line.startIndex
        while index < line.endIndex {
            guard line[index] == UInt8(ascii: "<"),
                let end = line[index...].prefix(Self.longestTag).firstIndex(of: UInt8(ascii: ">"))
            else {
                text.append(line[index])
                index += 1
                continue
            }
            if let name = Self.voice(line[(index + 1)..<end]), name != speaker {
                say(text)
                text = []
                speaker = name
                paragraphs.append(name + [UInt8(ascii: ":")])
            }
            index = end + 1
        }
        say(text)
    }

    /// Bytes within which a tag must end.
    private static let longestTag = 200

    /// The name in a voice tag: `v Hanne`, `v.loud Hanne`.
    private static func voice(_ tag: ArraySlice<UInt8>) -> [UInt8]? {
        guard tag.first == UInt8(ascii: "v"), let space = tag.firstIndex(of: 0x20), space + 1 < tag.endIndex,
            space == tag.startIndex + 1 || tag[tag.startIndex + 1] == UInt8(ascii: ".")
        else { return nil }
        return Array(tag[(space + 1)...])
    }

    private mutating func say(_ text: [UInt8]) {
        guard text.contains(where: { $0 > 0x20 }) else { return }
        // A dash opens another's turn: "- Yes." below "- No?".
        let isTurn = text.first == UInt8(ascii: "-") && text.dropFirst().first == 0x20
        guard let last = paragraphs.last, !isTurn,
            last.count < paragraphBytes || !(last.last.map { ".!?".utf8.contains($0) } ?? true)
        else { return paragraphs.append(text) }
        paragraphs[paragraphs.count - 1] += [0x20] + text
    }

    /// The text and its paragraphs.
    ///
    /// - Throws: `.limitExceeded` for more paragraphs than an article may have.
    consuming func finish(_ limits: ReadingLimits) throws(ReadingFailure) -> (body: String, paragraphs: [Paragraph]) {
        guard paragraphs.count <= limits.maximumParagraphs else {
            throw ReadingFailure(.limitExceeded, "The text has more than \(limits.maximumParagraphs) paragraphs.")
        }
        var body = BodyBuilder()
        for paragraph in paragraphs { body.append(.paragraph, paragraph) }
        return body.finish()
    }
}
