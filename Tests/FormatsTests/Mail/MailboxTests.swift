import NewsModel
import Testing

@testable import Bytes
@testable import Formats

@Suite struct MailboxTests {
    private func message(_ number: Int, _ body: String, extra: String = "") -> String {
        "From: Anna Elm <anna@x.example>\nSubject: Story \(number)\n\(extra)\n\(body)"
    }

    struct Box: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var bodies: [String]
    }

    private static let one = "From a@x.example Fri May  3 14:05:00 2024\nSubject: One\n"
    private static let two = "From b@x.example Fri May  3 15:05:00 2024\nSubject: Two\n"

    static let boxes: [Box] = [
        Box(
            testDescription: "quoted lines lose one sign",
            text: one + "\nWords.\n\n>From here.\n\n>>From there.\n\n" + two + "\nEnd.\n",
            bodies: ["Words.\n\nFrom here.\n\nFrom there.", "End."]),
        Box(
            testDescription: "an unquoted line of text does not part",
            text: one + "\nWords.\n\nFrom here on it rained.\n\n" + two + "\nEnd.\n",
            bodies: ["Words.\n\nFrom here on it rained.", "End."]),
        Box(
            testDescription: "no empty line before a separator", text: one + "\nWords.\n" + two + "\nEnd.\n",
            bodies: ["Words.", "End."]),
        Box(
            testDescription: "a true Content-Length is believed",
            text: one + "Content-Length: 41\n\nA message:\n\nFrom x Fri May  3\nSubject: no\n" + "\n" + two
                + "\nEnd.\n",
            bodies: ["A message:\n\nFrom x Fri May 3\n\nSubject: no", "End."]),
        Box(
            testDescription: "a false Content-Length is not",
            text: one + "Content-Length: 9\n\nWords and more words.\n\n" + two + "\nEnd.\n",
            bodies: ["Words and more words.", "End."]),
        Box(
            testDescription: "carriage returns",
            text: (one + "\nWords.\n\n" + two + "\nEnd.\n").replacing("\n", with: "\r\n"),
            bodies: ["Words.", "End."]),
        Box(testDescription: "a message without a body", text: one + two + "\nEnd.\n", bodies: ["", "End."]),
    ]

    @Test(arguments: boxes) func mailbox_IsCutIntoItsMessages(_ box: Box) throws {
        let reading = try readAll(box.text, name: "inbox")
        #expect(reading.format == "mbox")
        #expect(reading.articles.map(\.body) == box.bodies)
        #expect(reading.headlines == ["One", "Two"])
        #expect(reading.paths == ["#1", "#2"])
        #expect(reading.articles.map(\.format) == ["mbox", "mbox"])
    }

    @Test func overlongMessage_IsAFailedMember_AndTheOthersAreRead() throws {
        let box =
            Self.one + "\n" + String(repeating: "Words without end. ", count: 3_000) + "\n\n" + Self.two + "\nEnd.\n"
        let reading = try readAll(box, name: "a.mbox", limits: ReadingLimits(maximumBytes: 20_000_000))
        #expect(reading.articles.count == 2)
        var splitter = box.utf8.withContiguousStorageIfAvailable { bytes in
            var splitter = MailboxSplitter(ByteInput(BytesInMemory(bytes)), limit: 10_000)
            var sizes: [Int?] = []
            while let item = try? splitter.next() {
                if case .message(let bytes) = item { sizes.append(bytes.count) } else { sizes.append(nil) }
            }
            return sizes
        }
        #expect(splitter?.removeFirst() == .some(nil))
        #expect(splitter?.count == 1)
    }

    @Test func manyMessages_AreReadInPassing() throws {
        let box = (1...2_000).map { "From a@x.example Fri May  3 14:05:00 2024\n" + message($0, "Words of \($0).\n\n") }
            .joined()
        let reading = try readAll(box, name: "a.mbox")
        #expect(reading.articles.count == 2_000)
        #expect(reading.articles.last?.headline == "Story 2000")
    }
}
