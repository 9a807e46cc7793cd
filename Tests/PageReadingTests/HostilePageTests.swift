import ReadingTestSupport
import Testing

@testable import PageReading

/// A page made to hurt: how it is named and how it is built for a size.
struct HostilePage: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var make: @Sendable (Int) -> String

    init(_ name: String, _ make: @escaping @Sendable (Int) -> String) {
        testDescription = name
        self.make = make
    }

    static let all: [HostilePage] = [
        HostilePage("nested div") { String(repeating: "<div>", count: $0) + "text" },
        HostilePage("nested div, closed") {
            String(repeating: "<div>", count: $0) + "text" + String(repeating: "</div>", count: $0)
        },
        HostilePage("nested formatting") { String(repeating: "<b><i><a>", count: $0) },
        HostilePage("nested tables") { String(repeating: "<table><tr><td>a b c. ", count: $0) },
        HostilePage("nested lists") { String(repeating: "<ul><li>a b c. ", count: $0) },
        HostilePage("unclosed paragraphs") { String(repeating: "<p>word word word, word. ", count: $0) },
        HostilePage("stray end tags") {
            String(repeating: "<div>", count: 500) + String(repeating: "</b></p></li>", count: $0)
        },
        HostilePage("attributes of one tag") {
            "<p " + String(repeating: "class=\"a b\" data-x=1 ", count: $0) + ">text"
        },
        HostilePage("one long attribute") { "<p class=\"" + String(repeating: "comment ", count: $0) + "\">text" },
        HostilePage("unclosed comment") { "text<!--" + String(repeating: "- ->", count: $0) },
        HostilePage("many unclosed comments") { String(repeating: "<!-- --", count: $0) },
        HostilePage("unclosed attribute") { "<a href='" + String(repeating: "<p>x", count: $0) },
        HostilePage("less-than signs") { String(repeating: "<", count: $0) },
        HostilePage("unclosed script") { "<script>" + String(repeating: "<!--<script></script", count: $0) },
        HostilePage("ampersands") { String(repeating: "&", count: $0) },
        HostilePage("references") {
            String(repeating: "&CounterClockwiseContourIntegral;&amp&notanentityatall;", count: $0)
        },
        HostilePage("zero bytes") { "<p>" + String(repeating: "\0", count: $0) + "text" },
        HostilePage("line breaks") { "<p>" + String(repeating: "a<br><br>", count: $0) },
        HostilePage("one long line") { "<p>" + String(repeating: "A sentence of a few words, no more. ", count: $0) },
        HostilePage("one long word") { "<p>" + String(repeating: "abcdefgh", count: $0) },
        HostilePage("linked data, nested") {
            "<script type='application/ld+json'>" + String(repeating: "{\"a\":[", count: $0) + "</script><p>text"
        },
        HostilePage("linked data, one string") {
            "<script type='application/ld+json'>{\"@type\":\"Article\",\"articleBody\":\""
                + String(repeating: "words and more \\\" words ", count: $0) + "</script><p>text"
        },
        HostilePage("linked data, quotation marks") {
            "<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\""
                + String(repeating: "\" ", count: $0) + "</script><p>text"
        },
        HostilePage("long title with separators") {
            "<title>" + String(repeating: "a | ", count: $0) + "</title><p>text"
        },
        HostilePage("headlines") { String(repeating: "<h1>A headline</h1><p>Some text, of a page.</p>", count: $0) },
        HostilePage("links") { String(repeating: "<a href='/x'>A link of words</a> ", count: $0) },
        HostilePage("siblings of running text") {
            String(
                repeating: "<div><p>Some words of a text, which reads well enough, one would say.</p></div>", count: $0)
        },
        HostilePage("times and bylines") {
            String(repeating: "<div class=byline>By Jane Doe <time datetime='2024-05-03'>3 May</time></div>", count: $0)
        },
    ]
}

struct HostilePageTests {
    @Test(arguments: HostilePage.all)
    func page_IsReadOrRefused_InTimeLinearInItsSize(_ hostile: HostilePage) {
        func time(_ count: Int) -> Duration {
            let page = Array(hostile.make(count).utf8)
            return processorTime {
                page.withUnsafeBufferPointer { _ = try? HTMLReader.read($0) }
            }
        }
        _ = time(1_000)
        let small = time(4_000)
        let large = time(32_000)
        // Eight times the size may take eight times as long; a square would take 64 times. The floor keeps noise out.
        #expect(large < max(small * 30, .milliseconds(150)))
    }

    @Test func randomBytes_AreReadOrRefused() {
        var state: UInt64 = 42
        for _ in 0..<200 {
            var bytes: [UInt8] = []
            for _ in 0..<600 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let pick = UInt8(truncatingIfNeeded: state >> 33)
                // Bytes that mean something in HTML are likelier than others.
                let meaningful = Array("<>/!-&;='\" abp#x0[]{}:,".utf8)
                bytes.append(pick < 180 ? meaningful[Int(pick) % meaningful.count] : pick)
            }
            bytes.withUnsafeBufferPointer { _ = try? HTMLReader.read($0) }
        }
    }
}
