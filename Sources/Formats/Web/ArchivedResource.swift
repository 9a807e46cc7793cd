import Bytes
import NewsModel

/// What a web archive keeps of one address: whether there may be an article in it, and how it is handed on.
struct ArchivedResource {
    /// The address it was fetched from, or nil.
    var url: String?
    /// When it was fetched, or nil.
    var retrieved: NewsTime?
    /// The archive's format.
    var carrier: Format
    /// The media type as the record itself tells it, or nil.
    var mediaType: String?
    /// Called when all bytes were read and before anything is made of them; throws where they turn out to be damaged.
    var verify: () throws -> Void
    /// The name of the file, where it is known apart from the address.
    var fileName: FileName?

    /// Reads an HTTP response: head, codings, body. Anything but a success is passed over.
    ///
    /// - Parameter member: its place in the archive.
    /// - Throws: what `ReadingContext.member` throws; what the input throws outside of the page's own bytes.
    func readResponse(_ payload: ByteInput, member: String, in context: ReadingContext) throws {
        guard let head = try HTTPHead(payload) else {
            return try readBody(payload, member: member, in: context)
        }
        guard let status = head.status, (200..<300).contains(status), status != 204, status != 206 else {
            return try context.passOver()
        }
        var resource = self
        resource.mediaType = head["content-type"]
        if let type = resource.mediaType, !Self.mayHoldArticles(type, context.formats) { return try context.passOver() }
        try resource.readBody(
            ContentCoding.undone(payload, head, budget: context.budget), member: member, in: context)
    }

    /// Reads a body without a head, such as that of a resource or a conversion.
    ///
    /// - Throws: as `readResponse`.
    func readBody(_ body: ByteInput, member: String, in context: ReadingContext) throws {
        if let mediaType, !Self.mayHoldArticles(mediaType, context.formats) { return try context.passOver() }
        let name = self.name
        guard !Illustrations.passesOver(name), !Self.isForMachines(name) else { return try context.passOver() }
        var hint = ReadingHint(name: name, mediaType: mediaType, url: url, retrieved: retrieved)
        hint.carrier = carrier
        do {
            try body.peek(ReadingLimits.sniffedBytes)
        } catch let failure as ReadingFailure where !context.budget.isUsedUp {
            try context.budget.countMember()
            return try context.memberFailed(failure, member: member)
        }
        // Empty answers are no errors of the archive.
        guard !body.buffered.isEmpty, try isReadable(body.buffered, hint, of: context.formats) else {
            return try context.passOver()
        }
        let bytes: [UInt8]
        do {
            bytes = try body.all(limit: context.limits.maximumBytes)
            try verify()
        } catch let failure as ReadingFailure where !context.budget.isUsedUp {
            try context.budget.countMember()
            return try context.memberFailed(failure, member: member)
        }
        try bytes.withUnsafeBufferPointer { try context.member(member, $0, hint: hint) }
    }

    /// Whether the bytes are of a format that is read: archives hold much that is none, which is no error.
    private func isReadable(
        _ start: UnsafeBufferPointer<UInt8>, _ hint: ReadingHint, of formats: FormatTable
    ) throws -> Bool {
        guard !Illustrations.passesOver(start) else { return false }
        let isPage = mediaType.map { Self.bare($0).contains("html") } ?? false
        do {
            let sample = FormatSample(start, ending: hint.ending)
            let format = try formats.format(of: sample, isWhole: start.count < ReadingLimits.sniffedBytes)
            // What is told to be a page and looks like none is an answer to a script.
            guard isPage || mediaType == nil else { return true }
            return format != .text && format != .markdown
        } catch {
            return false
        }
    }

    private static func bare(_ mediaType: String) -> String {
        String(mediaType.lowercased().prefix { $0 != ";" }.filter { $0 != " " })
    }

    /// Whether articles come in a media type. Answers to scripts (JSON other than linked data) and the like are none.
    private static func mayHoldArticles(_ mediaType: String, _ formats: FormatTable) -> Bool {
        let type = bare(mediaType)
        if type.isEmpty || type.contains("html") || type.hasSuffix("xml") || type == "application/octet-stream" {
            return true
        }
        return formats.holdsServed(type) && !Illustrations.passesOver(mediaType: type)
    }

    /// The last part of the address's path, which may tell the format by its ending.
    private var name: FileName {
        if let fileName { return fileName.lastComponent }
        guard let url else { return FileName("") }
        let path = url.prefix { $0 != "?" && $0 != "#" }
        // The two slashes of the scheme are none of the path's.
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count > 3, let last = parts.last else { return FileName("") }
        return FileName(String(last))
    }

    /// Files by which sites speak to crawlers.
    private static func isForMachines(_ name: FileName) -> Bool {
        [
            "robots.txt", "ads.txt", "app-ads.txt", "sellers.json", "humans.txt", "security.txt", "favicon.ico",
            "manifest.json",
        ].contains(String(decoding: name.bytes, as: UTF8.self).lowercased())
    }
}
