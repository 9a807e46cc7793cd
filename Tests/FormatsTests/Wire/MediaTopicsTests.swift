import NewsModel
import Testing

@testable import Formats

@Suite struct MediaTopicsTests {
    struct Delivered: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var scheme: String?
        var code: String
        var topic: String?
    }

    @Test(arguments: [
        Delivered(testDescription: "NewsML-G2", scheme: "subj", code: "15054000", topic: "15000000"),
        Delivered(testDescription: "NITF", scheme: "IPTC", code: "01000000", topic: "01000000"),
        Delivered(
            testDescription: "a topic set of NewsML 1",
            scheme: "urn:newsml:iptc.org:20020318:topicset.iptc-subjectcode:16", code: "17001000", topic: "17000000"),
        Delivered(testDescription: "beyond the seventeen", scheme: "subj", code: "18000000"),
        Delivered(testDescription: "below the first", scheme: "subj", code: "00123456"),
        Delivered(testDescription: "a media topic under the old scheme", scheme: "subj", code: "20000062"),
        Delivered(testDescription: "too few digits", scheme: "subj", code: "1505400"),
        Delivered(testDescription: "no digits", scheme: "IPTC", code: "sports00"),
        Delivered(testDescription: "a scheme of its own", scheme: "desk", code: "15054000"),
        Delivered(testDescription: "no scheme", code: "15054000"),
    ])
    func code_GivesItsTopic_AndStays(_ delivered: Delivered) {
        let subject = Subject(scheme: delivered.scheme, code: delivered.code)
        let all = MediaTopics.added(to: [subject])
        #expect(all.first == subject)
        #expect(all.dropFirst().map(\.code) == [delivered.topic].compactMap { $0 })
        #expect(all.dropFirst().allSatisfy { $0.scheme == "medtop" && $0.name != nil })
    }

    @Test func topic_IsGivenOnce() {
        let subjects = [
            Subject(scheme: "subj", code: "15054000"), Subject(scheme: "subj", code: "15000000"),
            Subject(scheme: "subj", code: "07000000"), Subject(scheme: "medtop", code: "07000000", name: "health"),
        ]
        #expect(MediaTopics.added(to: subjects).map(\.code).suffix(2) == ["07000000", "15000000"])
    }
}
