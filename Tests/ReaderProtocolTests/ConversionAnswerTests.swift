import NewsModel
import Testing

@testable import ReaderProtocol

@Suite struct ConversionAnswerTests {
    @Test func words_ComeOutAsTheyWentIn() throws {
        let bytes = ConversionAnswer.words(size: 70_000).bytes(request: 7)
        let header = try ConversionAnswer.header(bytes, request: 7)
        #expect(header.hasWords && header.size == 70_000)
    }

    @Test func refusal_ComesOutAsItWentIn() throws {
        let bytes = ConversionAnswer.refused(code: .malformed, message: "It is torn.").bytes(request: 7)
        let header = try ConversionAnswer.header(Array(bytes.prefix(ConversionAnswer.headerBytes)), request: 7)
        #expect(!header.hasWords)
        let texts = Array(bytes.dropFirst(ConversionAnswer.headerBytes))
        #expect(texts.count == Int(header.size))
        let refusal = try ConversionAnswer.refusal(texts)
        #expect(refusal.code == .malformed && refusal.message == "It is torn.")
    }

    @Test func answerToAnotherRequest_IsRefused() {
        let bytes = ConversionAnswer.words(size: 1).bytes(request: 8)
        #expect(throws: StreamError.wrongRequest) { _ = try ConversionAnswer.header(bytes, request: 7) }
    }
}
