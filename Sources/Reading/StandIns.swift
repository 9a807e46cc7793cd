import NewsModel
public struct ReadingFailure: Error {
    public var code: ReasonCode
    public var message: String
    public init(code: ReasonCode, message: String) {
        self.code = code
        self.message = message
    }
}
struct DecodedText {
    var utf8: [UInt8]
    var charset: String
    var replacements: Int
}
enum TextDecoder {
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>, declared: String?) throws(ReadingFailure) -> DecodedText {
        DecodedText(utf8: Array(String(decoding: bytes, as: UTF8.self).utf8), charset: "utf-8", replacements: 0)
    }
}
struct BodyBuilder {
    private var body = ""
    private var length = 0
    private var paragraphs: [Paragraph] = []
    init() {}
    mutating func append(_ kind: Paragraph.Kind, _ text: String) {
        if !body.isEmpty {
            body += "\n\n"
            length += 2
        }
        body += text
        let count = text.unicodeScalars.count
        paragraphs.append(Paragraph(kind: kind, range: CodePointRange(start: length, end: length + count)))
        length += count
    }
    var isEmpty: Bool { paragraphs.isEmpty }
    consuming func finish() -> (body: String, paragraphs: [Paragraph]) { (body, paragraphs) }
}
enum DateReader {
    static func read(_ text: String, language: String? = nil) -> NewsTime? { NewsTime(text) }
    static func find(in text: String, language: String? = nil) -> NewsTime? { nil }
}
struct Byline {
    var names: [String]
    var agencies: [String]
}
enum BylineReader {
    static func read(_ text: String) -> Byline { Byline(names: [text], agencies: []) }
}
enum LanguageGuesser {
    static func guess(_ text: String, declared: String?) -> String? { declared.map { String($0.prefix(2)) } }
}
