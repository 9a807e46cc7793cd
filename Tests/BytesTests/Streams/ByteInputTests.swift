import NewsModel
import Testing

@testable import Bytes

@Suite struct ByteInputTests {
    /// Hands out its bytes a few at a time, as a decompressor may.
    private final class DribblingStream: ByteStream {
        private var rest: ArraySlice<UInt8>
        private let step: Int

        init(_ bytes: [UInt8], step: Int) {
            rest = bytes[...]
            self.step = step
        }

        func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
            let part = rest.prefix(min(step, buffer.count))
            buffer.copyBytes(from: part)
            rest = rest.dropFirst(part.count)
            return part.count
        }
    }

    private func bytes(_ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) } }

    @Test(arguments: [1, 7, 4096, 1 << 20]) func all_IsWhatWentIn_HoweverItComes(step: Int) throws {
        let bytes = bytes(700_000)
        let input = ByteInput(DribblingStream(bytes, step: step))
        #expect(try input.all(limit: bytes.count) == bytes)
        #expect(input.offset == bytes.count)
        #expect(try input.isAtEnd)
    }

    @Test func all_Throws_BeyondItsLimit() {
        let input = ByteInput(DribblingStream(bytes(1001), step: 100))
        #expect { _ = try input.all(limit: 1000) } throws: { ($0 as? ReadingFailure)?.code == .tooLarge }
    }

    @Test func fill_HoldsMoreThanAWindow_AfterSomeWasConsumed() throws {
        let bytes = bytes(900_000)
        let input = ByteInput(DribblingStream(bytes, step: 5000))
        try input.fill(200_000)
        input.consume(150_000)
        #expect(try input.fill(600_000) >= 600_000)
        #expect(input.buffered.prefix(600_000).elementsEqual(bytes[150_000..<750_000]))
        #expect(try input.skip(1 << 30) == 750_000)
    }

    @Test func lines_LoseTheirEnds_AndTheLastNeedsNone() throws {
        let input = ByteInput(DribblingStream(Array("one\r\n\ntwo\nlast".utf8), step: 2))
        var lines: [String] = []
        while let line = try input.line(limit: 100) { lines.append(String(decoding: line, as: UTF8.self)) }
        #expect(lines == ["one", "", "two", "last"])
    }

    @Test func line_Throws_BeyondItsLimit() {
        let input = ByteInput(DribblingStream([UInt8](repeating: 0x61, count: 10_000), step: 100))
        #expect { _ = try input.line(limit: 1000) } throws: { ($0 as? ReadingFailure)?.code == .limitExceeded }
    }
}
