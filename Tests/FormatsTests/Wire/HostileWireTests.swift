import NewsModel
import Testing

@testable import Bytes
@testable import Formats

/// Whatever a wire item holds, it takes bounded time and memory.
@Suite struct HostileWireTests {
    struct Attack: Sendable, CustomTestStringConvertible {
        var subject: String
        var make: @Sendable () -> String
        var testDescription: String { subject }
    }

    static let attacks = [
        Attack(subject: "a million elements") { nitf(String(repeating: "<p/>", count: 1_100_000)) },
        Attack(subject: "a hundred thousand paragraphs") {
            nitf(String(repeating: "<p>Text of it.</p>", count: 100_000))
        },
        Attack(subject: "a paragraph of megabytes") {
            nitf("<p>" + String(repeating: "word ", count: 2_000_000) + "</p>")
        },
        Attack(subject: "very deep elements") { nitf(String(repeating: "<block>", count: 100_000)) },
        Attack(subject: "megabytes of angle brackets") {
            nitf("<p>" + String(repeating: "&lt;/", count: 1_000_000) + "</p>")
        },
        Attack(subject: "megabytes of ampersands") { nitf("<p>" + String(repeating: "&", count: 500_000) + "</p>") },
        Attack(subject: "a hundred thousand subjects") {
            "<?xml version='1.0'?><newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='a'><contentMeta><headline>Head</headline>"
                + (0..<100_000).map { "<subject qcode='x:\($0)'/>" }.joined() + "</contentMeta></newsItem>"
        },
        Attack(subject: "a hundred thousand items by reference") {
            "<packageItem xmlns='http://iptc.org/std/nar/2006-10-01/'><contentMeta><headline>Head</headline></contentMeta><groupSet>"
                + String(repeating: "<itemRef residref='a'/>", count: 100_000) + "</groupSet></packageItem>"
        },
        Attack(subject: "deep JSON") {
            #"{"pubstatus":"usable","versioncreated":"x","headline":"Head","body_text":"Text.","subject":"#
                + String(repeating: "[", count: 500_000) + String(repeating: "]", count: 500_000) + "}"
        },
        Attack(subject: "a hundred thousand beginnings of transmissions") {
            "\u{16}\u{16}" + String(repeating: "\u{1}x\u{2}", count: 100_000)
        },
        Attack(subject: "plain XML of records within records") {
            "<?xml version='1.0'?>" + String(repeating: "<a><title>t</title>", count: 200) + "<text>x</text>"
                + String(repeating: "</a>", count: 200)
        },
    ]

    private static func nitf(_ text: String) -> String {
        "<?xml version='1.0'?><nitf><body><body.content>\(text)</body.content></body></nitf>"
    }

    // The limit ends what would take a square of its size; it says nothing of speed.
    @Test(.timeLimit(.minutes(10)), arguments: attacks) func `Bounded time for`(_ attack: Attack) {
        let bytes = Array(attack.make().utf8)
        var articles = 0
        try? bytes.withUnsafeBufferPointer { buffer in
            try ArticleReader().read(buffer, hint: ReadingHint(name: FileName("item.xml"))) { event in
                if case .article(let article) = event {
                    articles += 1
                    #expect(article.subjects.count <= ReadingLimits.mostSubjects)
                    #expect(article.links.count <= ReadingLimits.mostLinks)
                }
            }
        }
        #expect(articles <= 1)
    }
}
