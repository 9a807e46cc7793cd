import Testing

@testable import Bytes
@testable import Markup

/// Writes down what a tokenizer says.
struct RecordingConsumer: HTMLEventConsumer {
    let page: UnsafeMutableBufferPointer<UInt8>
    var isInForeignContent = false
    var events: [String] = []
    var wantsMore: Bool { true }

    func string(_ slice: ByteSlice) -> String { String(decoding: page[slice.range], as: UTF8.self) }

    mutating func startTag(_ tag: HTMLStartTag, attributes: UnsafeBufferPointer<HTMLAttribute>) {
        let values = attributes.map { " \($0.name)=\(string($0.value))" }.joined()
        events.append("<\(string(tag.name))\(values)\(tag.isSelfClosing ? "/" : "")>")
    }
    mutating func endTag(_ tag: HTMLTag, name: ByteSlice) { events.append("</\(string(name))>") }
    mutating func text(_ slice: ByteSlice) { events.append(string(slice)) }
    mutating func comment(_ slice: ByteSlice) { events.append("!\(string(slice))!") }

    /// The events of a page.
    static func events(of page: String, isInForeignContent: Bool = false) -> [String] {
        var bytes = Array(page.utf8)
        return bytes.withUnsafeMutableBufferPointer { buffer in
            var consumer = RecordingConsumer(page: buffer)
            consumer.isInForeignContent = isInForeignContent
            var tokenizer = HTMLTokenizer(buffer, limits: HTMLLimits(), consumer: consumer)
            tokenizer.run()
            return tokenizer.consumer.events
        }
    }
}

/// A page and its events.
struct TokenCase: CustomTestStringConvertible {
    var page: String
    var events: [String]
    var testDescription: String { page }
}

struct HTMLTokenizerTests {
    @Test(arguments: [
        TokenCase(page: "a<b>c</b>", events: ["a", "<b>", "c", "</b>"]),
        TokenCase(page: "<a href='x' class=y id>", events: ["<a href=x class=y id=>"]),
        TokenCase(page: "<a href = \"x y\"\n title=z/>", events: ["<a href=x y title=z/>"]),
        TokenCase(page: "<br/><p / id=a>", events: ["<br/>", "<p id=a>"]),
        TokenCase(page: "1 < 2 <3 </ 4>a", events: ["1 ", "< 2 ", "<3 ", "! 4!", "a"]),
        TokenCase(page: "a</>b", events: ["a", "b"]),
        TokenCase(page: "<!-- x -- y --><!--><!--->z<!--a--!>", events: ["! x -- y !", "z", "!a!"]),
        TokenCase(page: "a<!-- never closed <p>", events: ["a", "! never closed <p>!"]),
        TokenCase(page: "<!DOCTYPE html><?xml x?>a", events: ["!?xml x?!", "a"]),
        TokenCase(page: "<![CDATA[a]]>b", events: ["![CDATA[a]]!", "b"]),
        TokenCase(
            page: "<script>if (a<b) '</scr'</script>c", events: ["<script>", "if (a<b) '</scr'", "</script>", "c"]),
        TokenCase(
            page: "<script><!-- <script></script> --></script>c",
            events: ["<script>", "<!-- <script></script> -->", "</script>", "c"]),
        TokenCase(page: "<style>a&lt;</styles></style >b", events: ["<style>", "a&lt;</styles>", "</style>", "b"]),
        TokenCase(page: "<title>a&lt;b<p></TITLE>c", events: ["<title>", "a<b<p>", "</TITLE>", "c"]),
        TokenCase(page: "<textarea><p></textarea>c", events: ["<textarea>", "<p>", "</textarea>", "c"]),
        TokenCase(page: "a\0b", events: ["ab"]),
        TokenCase(page: "a<b class=x", events: ["a"]),
        TokenCase(page: "a<", events: ["a", "<"]),
    ])
    func page_IsCutAsTheStandardSays(_ example: TokenCase) {
        #expect(RecordingConsumer.events(of: example.page) == example.events)
    }

    @Test(arguments: [
        TokenCase(page: "&amp;&lt;&gt;&quot;", events: ["&<>\""]),
        TokenCase(page: "&eacute;&Eacute;&hellip;", events: ["éÉ…"]),
        TokenCase(page: "&amp &ampx &copy2024 &notit;", events: ["& &x ©2024 ¬it;"]),
        TokenCase(page: "&notin;&acE;", events: ["∉∾̳"]),
        // Its overlay would not fit in its place.
        TokenCase(page: "&nGt;", events: ["≫"]),
        TokenCase(page: "&#65;&#x42;&#X43 &#68", events: ["ABC D"]),
        TokenCase(
            page: "&#150;&#x80;&#0;&#xD800;&#x110000;&#99999999999;", events: ["–€\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"]),
        TokenCase(page: "&; &x; &#; &#x; & b &unknown;", events: ["&; &x; &#; &#x; & b &unknown;"]),
        TokenCase(page: "<a href='?a=1&copy=2&amp;b=3&lt'>", events: ["<a href=?a=1&copy=2&b=3<>"]),
    ])
    func characterReferences_AreResolved(_ example: TokenCase) {
        #expect(RecordingConsumer.events(of: example.page) == example.events)
    }

    @Test func cdata_IsText_InForeignContent() {
        #expect(RecordingConsumer.events(of: "<![CDATA[a<b]]]>c", isInForeignContent: true) == ["a<b]", "c"])
    }
}
