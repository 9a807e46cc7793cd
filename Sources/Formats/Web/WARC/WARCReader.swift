import Bytes
import NewsModel

/// Goes through a WARC file record by record.
///
/// Behind a damaged record it goes on at the next that can be found: in the unpacked bytes by the line that begins each record,
/// and in a packed file by the next gzip member (`DecompressedStream`).
final class WARCReader {
    /// Bytes of the line that begins a record.
    private static let versionLine = 1024
    /// Bytes searched at once for the next record.
    private static let searchedBytes = 64 << 10
    /// Places of damage in a row, without a record between them, that are told one by one.
    private static let toldInARow = 1

    private let input: ByteInput
    private let context: ReadingContext
    /// Records so far; a record's member path is its number, from 1.
    private var records = 0
    private var damagesInARow = 0
    private let checker: RecordChecker

    init(_ input: ByteInput, _ context: ReadingContext) {
        self.input = input
        self.context = context
        checker = RecordChecker(input, beginsRecord: Self.beginsRecord)
    }

    func read() throws {
        while true {
            do {
                guard try readRecord() else { return }
            } catch let failure as ReadingFailure where !context.budget.isUsedUp {
                // Of a packed record that is damaged, what is at hand is the rest.
                if failure.code == .malformed || failure.code == .truncated { input.consume(input.buffered.count) }
                try tell(failure)
            }
        }
    }

    private func tell(_ failure: ReadingFailure) throws {
        damagesInARow += 1
        guard damagesInARow <= Self.toldInARow else { return }
        try context.memberFailed(failure, member: "#\(records)-damaged")
    }

    /// Reads one record; false at the end.
    private func readRecord() throws -> Bool {
        if let failure = checker.takeFailureBehind() { try tell(failure) }
        guard try findRecord() else { return false }
        records += 1
        _ = try input.line(limit: Self.versionLine)
        let head = try HTTPHead(fieldsOf: input)
        guard let length = head["content-length"].flatMap({ Int($0) }), length >= 0 else {
            try tell(ReadingFailure(.malformed, "Record \(records) does not say how long it is."))
            return true
        }
        damagesInARow = 0
        let shortage = ReadingFailure(
            .truncated, "The web archive ends in the middle of record \(records): it was cut off.")
        let bounded = BoundedStream(input, count: length, shortage: shortage)
        let type = head["warc-type"]?.lowercased() ?? ""
        if ["response", "resource", "conversion"].contains(type) {
            try read(bounded, type: type, head)
        } else if type == "continuation" {
            try context.memberFailed(
                ReadingFailure(
                    .unknownFormat, "It is the continuation of a record that was cut in pieces, which is not read."),
                member: "#\(records)")
        }
        // Told as the record's own failure already.
        if bounded.isBroken { input.consume(input.buffered.count) }
        if checker.takeDamage() || bounded.isBroken { damagesInARow = Self.toldInARow }
        try bounded.finish()
        return true
    }

    private func read(_ bounded: BoundedStream, type: String, _ head: HTTPHead) throws {
        let payload = ByteInput(bounded)
        let url = head["warc-target-uri"].map {
            $0.hasPrefix("<") && $0.hasSuffix(">") ? String($0.dropFirst().dropLast()) : $0
        }
        // dns: and whois: records, screenshots under an address of their own.
        guard url == nil || url?.lowercased().hasPrefix("http") == true || type != "response" else { return }
        if head["wiredesk-file"] != nil { return try readOriginal(bounded, head, url: url) }
        guard url?.hasPrefix("urn:") != true, url?.hasPrefix("metadata:") != true else { return try context.passOver() }
        var resource = ArchivedResource(
            url: url, retrieved: head["warc-date"].flatMap { NewsTime($0) }, carrier: .warc,
            mediaType: head["content-type"],
            verify: { [checker] in try checker.verify(bounded) })
        let isMessage = head["content-type"]?.lowercased().hasPrefix("application/http") ?? (type == "response")
        if isMessage {
            resource.mediaType = nil
            try resource.readResponse(payload, member: "#\(records)", in: context)
        } else {
            try resource.readBody(payload, member: "#\(records)", in: context)
        }
    }

    /// Reads a file that a desk had taken and exported: by its content, as it was when it was delivered.
    private func readOriginal(_ bounded: BoundedStream, _ head: HTTPHead, url: String?) throws {
        let isPage = head["content-type"] == "text/html"
        let isFetched = url?.lowercased().hasPrefix("http") == true
        let resource = ArchivedResource(
            url: isFetched ? url : nil,
            // The date of a file without an address is that of its delivery.
            retrieved: isFetched ? head["warc-date"].flatMap { NewsTime($0) } : nil, carrier: .warc,
            // Any format may have been delivered, also one that sites do not publish articles in.
            mediaType: isPage ? "text/html" : "application/octet-stream",
            verify: { [checker] in try checker.verify(bounded) }, fileName: head["wiredesk-file"].map { FileName($0) })
        try resource.readBody(ByteInput(bounded), member: "#\(records)", in: context)
    }

    // MARK: Finding records

    /// Goes to the line that begins the next record; false at the end.
    private func findRecord() throws -> Bool {
        // Two empty lines stand between records; some writers leave more, or none.
        while try input.fill(1) > 0, input.buffered[0] == 0x0A || input.buffered[0] == 0x0D { input.consume(1) }
        guard try input.fill(8) > 0 else { return false }
        if Self.beginsRecord(input.buffered) { return true }
        try tell(
            ReadingFailure(.malformed, "There is no record where one must begin; the next one is looked for."))
        while try input.fill(Self.searchedBytes) > 0 {
            let bytes = input.buffered
            let last = max(1, bytes.count - 8)
            for place in 0..<last
            where bytes[place] == UInt8(ascii: "W") && (place == 0 || bytes[place - 1] == 0x0A)
                && Self.beginsRecord(UnsafeBufferPointer(rebasing: bytes[place...]))
            {
                input.consume(place)
                return true
            }
            input.consume(last)
        }
        return false
    }

    private static func beginsRecord(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.count >= 8 && bytes.starts(with: Array("WARC/".utf8))
            && (bytes[5] == UInt8(ascii: "1") || bytes[5] == UInt8(ascii: "0")) && bytes[6] == UInt8(ascii: ".")
    }
}
