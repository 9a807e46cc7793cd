@testable import Bytes
@testable import Markup
@testable import NewsText
@testable import PageReading

/// Charset, linked data, dates, bylines, credits and datelines of any bytes.
///
/// The first byte says with which of the declared charsets the rest is decoded.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard count > 1, let start else { return 0 }
    let charsets: [String?] = [
        nil, "utf-8", "windows-1252", "windows-1251", "shift_jis", "gb18030", "euc-kr", "big5", "utf-16le", "utf-16be",
        "utf-32", "iso-2022-jp", "koi8-r", "x-user-defined", "no such charset",
    ]
    let bytes = UnsafeBufferPointer(start: start + 1, count: count - 1)
    guard let decoded = try? TextDecoder.decode(bytes, declared: charsets[Int(start[0]) % charsets.count]) else {
        return 0
    }
    guard let text = String(validating: decoded.utf8, as: UTF8.self) else {
        fatalError("decoded text is no valid UTF-8")
    }
    var linked = LinkedData()
    decoded.utf8.withUnsafeBufferPointer { linked.take($0) }
    _ = linked.article(headlines: [])
    _ = HTMLCharsetDeclaration.find(bytes)
    for language in [nil, "en-US", "de"] { _ = DateReader.read(text, language: language) }
    _ = DateReader.find(in: text)
    _ = BylineReader.read(text)
    _ = DatelineReader.read(text)
    _ = HTMLText.plain(text)
    let normalized = TextNormalizer.normalized(text)
    var builder = BodyBuilder()
    for line in normalized.split(separator: "\n") { builder.append(.paragraph, String(line)) }
    let (body, paragraphs) = builder.finish()
    _ = CreditFinder.credits(in: body, paragraphs: paragraphs)
    _ = LanguageGuesser.guess(body, declared: nil)
    return 0
}
