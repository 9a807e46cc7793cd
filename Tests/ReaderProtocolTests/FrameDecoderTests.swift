import NewsModel
import Testing

@testable import ReaderProtocol

@Suite struct FrameDecoderTests {
    private static let hello = ReaderMessage.hello(
        streamVersion: StreamLimits.version, readerVersion: 3, missingConfinement: 0)

    /// A decoder that has been greeted and expects an answer to request 7.
    private static func expecting() throws -> FrameDecoder {
        var decoder = FrameDecoder()
        try decoder.feed(hello.frame(request: 0))
        _ = try decoder.next()
        try decoder.expectAnswer(to: 7)
        return decoder
    }

    /// Everything that a decoder makes of some frames that answer request 7.
    private static func messages(_ frames: [[UInt8]]) throws -> [ReaderMessage] {
        var decoder = try expecting()
        var messages: [ReaderMessage] = []
        for frame in frames {
            try decoder.feed(frame)
            while let message = try decoder.next() { messages.append(message) }
        }
        return messages
    }

    @Test func article_ComesOutAsItWentIn_WithEveryFieldSet() throws {
        let article = Fixtures.fullArticle
        let sent: [ReaderMessage] = [.begin(format: "html"), .article(article), .end(articles: 1)]
        #expect(try Self.messages(sent.map { $0.frame(request: 7) }) == sent)
    }

    @Test func messages_ComeOut_HoweverTheBytesAreCut() throws {
        let sent: [ReaderMessage] = [
            .begin(format: "warc"),
            .memberError(MemberError(path: "a!#1", code: .malformed, message: "no header")),
            .conversion(Array("%PDF-1.4".utf8)), .article(Fixtures.fullArticle), .end(articles: 1),
        ]
        let bytes = sent.flatMap { $0.frame(request: 7) }
        #expect(try Self.messages(bytes.map { [$0] }) == sent)
        #expect(try Self.messages([bytes]) == sent)
    }

    struct Refused: Sendable, CustomTestStringConvertible {
        let name: String
        let frames: [[UInt8]]

        var testDescription: String { name }
    }

    @Test(arguments: [
        Refused(name: "answer to another request", frames: [ReaderMessage.begin(format: "html").frame(request: 8)]),
        Refused(name: "conversion before begin", frames: [ReaderMessage.conversion([37]).frame(request: 7)]),
        Refused(name: "article before begin", frames: [ReaderMessage.article(Fixtures.fullArticle).frame(request: 7)]),
        Refused(
            name: "begin twice",
            frames: [
                ReaderMessage.begin(format: "html").frame(request: 7),
                ReaderMessage.begin(format: "html").frame(request: 7),
            ]),
        Refused(
            name: "wrong number of articles",
            frames: [
                ReaderMessage.begin(format: "html").frame(request: 7), ReaderMessage.end(articles: 1).frame(request: 7),
            ]),
        Refused(
            name: "the same member twice",
            frames: [ReaderMessage.begin(format: "html").frame(request: 7)]
                + [0, 1].map { _ in ReaderMessage.article(Fixtures.fullArticle).frame(request: 7) }),
        Refused(name: "hello again", frames: [hello.frame(request: 7)]),
        Refused(name: "frame of four gigabytes", frames: [[0xFF, 0xFF, 0xFF, 0xFF, 7, 0, 0, 0, 0, 0, 0, 0, 2]]),
        Refused(name: "unknown kind", frames: [[0, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 99]]),
        Refused(
            name: "reason code that could act on a terminal",
            frames: [ReaderMessage.failure(code: ReasonCode(rawValue: "a\u{1B}[2J"), message: "").frame(request: 7)]),
        Refused(
            name: "paragraph beyond the body",
            frames: [
                ReaderMessage.begin(format: "html").frame(request: 7),
                ReaderMessage.article(
                    Article(
                        format: "html", body: "abc",
                        paragraphs: [Paragraph(kind: .paragraph, range: CodePointRange(start: 0, end: 4))])
                ).frame(request: 7),
            ]),
        Refused(
            name: "paragraphs that overlap",
            frames: [
                ReaderMessage.begin(format: "html").frame(request: 7),
                ReaderMessage.article(
                    Article(
                        format: "html", body: "abcdef",
                        paragraphs: [
                            Paragraph(kind: .paragraph, range: CodePointRange(start: 0, end: 4)),
                            Paragraph(kind: .paragraph, range: CodePointRange(start: 3, end: 6)),
                        ])
                ).frame(request: 7),
            ]),
        Refused(name: "mention beyond the body", frames: Fixtures.answer { $0.entities[0].mentions[1].end = 1_000 }),
        Refused(
            name: "mentions out of order",
            frames: Fixtures.answer { $0.entities[0].mentions.swapAt(0, 1) }),
        Refused(
            name: "quotation beyond the body", frames: Fixtures.answer { $0.quotations[0].content[1].end = 1_000 }),
        Refused(name: "quotation of nothing", frames: Fixtures.answer { $0.quotations[1].content = [] }),
        Refused(name: "cue beyond the body", frames: Fixtures.answer { $0.quotations[0].cue?.end = 1_000 }),
        Refused(name: "speaker who is no entity", frames: Fixtures.answer { $0.quotations[0].entity = 2 }),
    ])
    func invalidAnswer_IsRefused(refused: Refused) {
        #expect(throws: StreamError.self, "\(refused.name)") { try Self.messages(refused.frames) }
    }

    @Test func everyTruncationOfAPayload_IsRefusedOrNothing_AndNeverTraps() throws {
        let whole = ReaderMessage.article(Fixtures.fullArticle).frame(request: 7)
        let payload = Array(whole[FrameDecoder.headerBytes...])
        for length in 0..<payload.count {
            let cut = Array(payload.prefix(length))
            #expect(throws: StreamError.self) {
                try cut.withUnsafeBytes { raw throws -> Void in _ = try ReaderMessage(kind: 3, payload: raw) }
            }
        }
    }

    @Test func everyChangedByte_GivesAMessageOrAnError_AndNeverTraps() throws {
        let whole = ReaderMessage.article(Fixtures.fullArticle).frame(request: 7)
        let payload = Array(whole[FrameDecoder.headerBytes...])
        var refused = 0
        for index in payload.indices {
            for value: UInt8 in [0, 0x7F, 0xFF] {
                var changed = payload
                changed[index] = value
                let isFine = changed.withUnsafeBytes { raw in (try? ReaderMessage(kind: 3, payload: raw)) != nil }
                if !isFine { refused += 1 }
            }
        }
        #expect(refused > 0)
    }

    @Test func floodOfMemberErrors_IsCutOff() throws {
        var decoder = try Self.expecting()
        try decoder.feed(ReaderMessage.begin(format: "mbox").frame(request: 7))
        _ = try decoder.next()
        let error = ReaderMessage.memberError(MemberError(path: "a", code: .malformed, message: "")).frame(request: 7)
        var taken = 0
        #expect(throws: StreamError.self) {
            while taken <= StreamLimits.memberErrors {
                try decoder.feed(error)
                _ = try decoder.next()
                taken += 1
            }
        }
        #expect(taken == StreamLimits.memberErrors)
    }

    @Test func unaskedBytes_AreNoticedBeforeTheNextRequest() throws {
        var decoder = try Self.expecting()
        try decoder.feed(
            ReaderMessage.begin(format: "html").frame(request: 7) + ReaderMessage.end(articles: 0).frame(request: 7)
                + ReaderMessage.begin(format: "html").frame(request: 8))
        _ = try decoder.next()
        _ = try decoder.next()
        #expect(decoder.isFinished)
        #expect(throws: StreamError.self) { try decoder.expectAnswer(to: 8) }
    }

    @Test(arguments: [true, false]) func explanation_IsTaken_OnlyWhereItWasAskedFor(_ isAsked: Bool) throws {
        var decoder = FrameDecoder()
        try decoder.feed(Self.hello.frame(request: 0))
        _ = try decoder.next()
        try decoder.expectAnswer(to: 7, explained: isAsked)
        try decoder.feed(ReaderMessage.begin(format: "html").frame(request: 7))
        try decoder.feed(ReaderMessage.explanation("- p: it is a scrap").frame(request: 7))
        _ = try decoder.next()
        if isAsked {
            #expect(try decoder.next() == .explanation("- p: it is a scrap"))
        } else {
            #expect(throws: StreamError.outOfOrder("explanation")) { try decoder.next() }
        }
    }

    @Test func request_ComesOutAsItWentIn() throws {
        let request = ReadRequest(
            request: 42, size: 1 << 40, name: Array("a b.html".utf8), wantsExplanation: true, isAccepted: true)
        let bytes = request.bytes
        let (header, nameCount) = try ReadRequest.header(Array(bytes.prefix(ReadRequest.headerBytes)))
        #expect(header.request == 42)
        #expect(header.size == 1 << 40)
        #expect(header.wantsExplanation)
        #expect(Array(bytes.suffix(nameCount)) == request.name)
    }
}

extension FrameDecoder {
    fileprivate mutating func feed(_ bytes: [UInt8]) throws { bytes.withUnsafeBytes { append($0) } }
}
