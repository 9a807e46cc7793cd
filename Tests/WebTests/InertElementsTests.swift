import Testing

@testable import Web

/// What makes a browser connect to another server is taken out of a page that is only shown.
@Suite struct InertElementsTests {
    private static func disarmed(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        bytes.withUnsafeMutableBytes { InertElements.disarm($0) }
        return bytes
    }

    private static func disarmed(_ text: String) -> String {
        String(decoding: disarmed(Array(text.utf8)), as: UTF8.self)
    }

    @Test(arguments: [
        ("<iframe src=https://tracker.example/>", "<xframe src=https://tracker.example/>"),
        ("<IFrame\nsrc=x>", "<xframe\nsrc=x>"), ("<frame/src=x>", "<xrame/src=x>"),
        ("<object data=x><embed src=x>", "<xbject data=x><xmbed src=x>"), ("<portal src=x>", "<xortal src=x>"),
        ("<fencedframe>", "<xencedframe>"),
        ("<link rel=preconnect href=x>", "<meta rel=preconnect href=x>"), ("<iframe", "<xframe"),
    ])
    func elementThatConnects_LosesItsName(_ source: String, _ wanted: String) {
        #expect(Self.disarmed(source) == wanted)
    }

    @Test(arguments: ["<p>link</p>", "<frameset>", "<linked>", "a < link", "</iframe>", "<embedded>", "<", "<i", ""])
    func otherText_Stays(_ source: String) { #expect(Self.disarmed(source) == source) }

    @Test func utf16_OfEitherOrder_IsReadToo() {
        let little = Array("<iframe>".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = Array("<iframe>".utf16).flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(Self.disarmed(little) == Array("<xframe>".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        #expect(Self.disarmed(big) == Array("<xframe>".utf16).flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
    }
}
