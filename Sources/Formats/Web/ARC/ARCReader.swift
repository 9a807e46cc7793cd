import Bytes
import NewsModel

/// Goes through an ARC file record by record; behind a damaged one it goes on at the next line that describes a record.
final class ARCReader {
    /// Bytes of the line that describes a record: an address and some numbers.
    private static let longestLine = 64 << 10

    /// The line before each record: `URL address date media-type length`; in version 2 there are more fields before the last.
    private struct RecordLine {
        var url: String
        var retrieved: NewsTime?
        var mediaType: String
        var length: Int

        init?(_ line: [UInt8]) {
            let fields = String(decoding: line, as: UTF8.self).split(separator: " ")
            guard fields.count == 5 || fields.count == 10, fields[0].contains(":"), let last = fields.last,
                let length = Int(last), length >= 0, let date = Self.date(fields[2])
            else { return nil }
            url = String(fields[0])
            retrieved = date
            mediaType = String(fields[3])
            self.length = length
        }

        /// `20060622190110`, in UTC.
        private static func date(_ digits: Substring) -> NewsTime? {
            let text = Array(digits.utf8)
            guard text.count >= 8, text.count <= 17, text.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
            func number(_ range: Range<Int>) -> Int { text[range].reduce(0) { $0 * 10 + Int($1 - 0x30) } }
            let clock = text.count >= 14 ? (number(8..<10), number(10..<12), number(12..<14)) : (0, 0, 0)
            return NewsTime(
                year: number(0..<4), month: number(4..<6), day: number(6..<8),
                time: NewsTime.TimeOfDay(hour: clock.0, minute: clock.1, second: clock.2), offsetMinutes: 0)
        }
    }

    private let input: ByteInput
    private let context: ReadingContext
    private var records = 0
    private var isDamaged = false
    private let checker: RecordChecker

    init(_ input: ByteInput, _ context: ReadingContext) {
        self.input = input
        self.context = context
        checker = RecordChecker(input) { RecordLine(Array($0.prefix { $0 != 0x0A })) != nil }
    }

    func read() throws {
        while true {
            do {
                guard try readRecord() else { return }
            } catch let failure as ReadingFailure where !context.budget.isUsedUp {
                if failure.code == .malformed || failure.code == .truncated { input.consume(input.buffered.count) }
                try tell(failure)
            }
        }
    }

    private func tell(_ failure: ReadingFailure) throws {
        // What follows damage is damage until a record is found.
        guard !isDamaged else { return }
        isDamaged = true
        try context.memberFailed(failure, member: "#\(records)-damaged")
    }

    /// Reads one record; false at the end.
    private func readRecord() throws -> Bool {
        if let failure = checker.takeFailureBehind() { try tell(failure) }
        var line: [UInt8]?
        repeat { line = try nextLine() } while line?.isEmpty == true
        guard let line else { return false }
        guard let record = RecordLine(line) else {
            try tell(ReadingFailure(.malformed, "There is no record where one must begin; the next one is looked for."))
            return true
        }
        isDamaged = false
        records += 1
        let shortage = ReadingFailure(
            .truncated, "The web archive ends in the middle of record \(records): it was cut off.")
        let bounded = BoundedStream(input, count: record.length, shortage: shortage)
        if record.url.lowercased().hasPrefix("http") {
            let resource = ArchivedResource(
                url: record.url, retrieved: record.retrieved, carrier: .arc, mediaType: record.mediaType,
                verify: { [checker] in try checker.verify(bounded) })
            try resource.readResponse(ByteInput(bounded), member: "#\(records)", in: context)
        }
        // Told as the record's own failure already.
        if bounded.isBroken { input.consume(input.buffered.count) }
        if checker.takeDamage() || bounded.isBroken { isDamaged = true }
        try bounded.finish()
        return true
    }

    /// The next line, or what stands for one in damaged bytes.
    private func nextLine() throws -> [UInt8]? {
        do {
            return try input.line(limit: Self.longestLine)
        } catch let failure as ReadingFailure where failure.code == .limitExceeded {
            guard !input.buffered.isEmpty else { throw failure }
            input.consume(input.buffered.count)
            return [0]
        }
    }
}
