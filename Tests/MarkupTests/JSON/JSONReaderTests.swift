import Testing

@testable import Markup

/// A text and the value that is read of it.
struct JSONCase: CustomTestStringConvertible {
    var text: String
    var key: String
    var value: String?
    var testDescription: String { text }
}

struct JSONReaderTests {
    @Test(arguments: [
        JSONCase(text: #"{"a":"b"}"#, key: "a", value: "b"),
        JSONCase(text: #"{"a":12.5e3}"#, key: "a", value: "12.5e3"),
        JSONCase(text: #"{"a":["x","y"]}"#, key: "a", value: "x"),
        JSONCase(text: #"{"a":"\u00e9\ud83d\ude00\n\/\"\\"}"#, key: "a", value: "é😀\n/\"\\"),
        JSONCase(text: #"{"a":"\ud83d x"}"#, key: "a", value: "\u{FFFD} x"),
        JSONCase(text: "{\"a\":\"line\nbreak\ttab\"}", key: "a", value: "line\nbreak\ttab"),
        JSONCase(text: #"{"a":"he said "no" twice","b":"c"}"#, key: "a", value: #"he said "no" twice"#),
        JSONCase(text: #"{"a":"he said "no" twice","b":"c"}"#, key: "b", value: "c"),
        JSONCase(text: #"{"a":"\q\x"}"#, key: "a", value: "qx"),
        JSONCase(text: #"{"a":"b",}"#, key: "a", value: "b"),
        JSONCase(text: "{\"a\":\"b\"\n\"c\":\"d\"}", key: "c", value: "d"),
        JSONCase(text: #"<!-- {"a":"b"} -->"#, key: "a", value: "b"),
        JSONCase(text: #"//<![CDATA[ {"a":"b"} //]]>"#, key: "a", value: "b"),
        JSONCase(text: #"{/* note */"a":"b"};"#, key: "a", value: "b"),
        JSONCase(text: #"{"a":"b","c":{"d":"never closed"#, key: "a", value: "b"),
        JSONCase(text: #"{"a":null}"#, key: "a", value: nil),
    ])
    func text_IsRead_EvenWhereItIsDamaged(_ example: JSONCase) {
        #expect(JSONReader.read(example.text).first?[example.key]?.text == example.value)
    }

    @Test func values_AreAllRead_WhenSeveralFollow() {
        #expect(JSONReader.read(#"{"a":1}{"a":2} [{"a":3}]"#).count == 3)
    }

    @Test func depth_IsBounded() {
        let text = String(repeating: "[", count: 400_000)
        #expect(JSONReader.read(text).count == 1)
    }

    @Test func objects_AreBoundedInDepth_WithWhatFollowsKept() {
        let deep = String(repeating: #"{"x":"#, count: 100) + "1" + String(repeating: "}", count: 100)
        #expect(JSONReader.read(#"{"d":"# + deep + #","a":"b"}"#).first?["a"]?.text == "b")
    }
}
