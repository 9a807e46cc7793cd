import Archive
import ArticleQuery
import Glibc
import Hummingbird
import LinuxSystem
import NIOCore
import NewsModel
import Presentation

/// The file that brought an article, as it was dropped: shown behind closed doors, or to be downloaded.
struct OriginalPages: Sendable {
    /// Bytes that go out at a time.
    private static let pieceBytes = 256 << 10
    /// Bytes of a page that are looked through for what it would load.
    private static let mostSearched = 4 << 20

    let archive: ArchivePool
    let frame: PageFrame

    func add(to router: Router<WebContext>) {
        router.get("articles/:id/original") { request, context in try await original(request, context) }
        router.get("deliveries/:id/original") { request, context in
            let typed = context.part("id")
            let delivery = try await archive.ask { try DeliveryRequest.delivery(typed, $0) }
            guard delivery.original != nil, let digest = delivery.sha256 else {
                throw WebError(.notFound, "no-original", "The file of this delivery is not kept.")
            }
            return try await answer(digest, delivery.path, shownAs: nil, request)
        }
        router.get("articles/:id/source") { request, context in try await source(request, context) }
    }

    /// The very bytes of an original, for programs.
    func add(to router: RouterGroup<WebContext>) {
        router.get("articles/:id/original") { request, context in try await original(request, context) }
    }

    /// A kept original with what is known of it.
    private struct Kept: Sendable {
        var record: ArticleRecord
        var version: VersionRecord
        var delivery: DeliveryRecord
        var digest: SHA256Digest
    }

    private func kept(_ request: Request, _ context: WebContext) async throws -> Kept {
        let id = context.part("id")
        let number = try ArticleRequest.number("version", request)
        return try await archive.ask { archive in
            let record = try ArticleRequest.record(id, archive)
            let version = try ArticleRequest.version(number, of: record)
            guard let delivery = try archive.delivery(version.delivery), let digest = delivery.sha256,
                delivery.original != nil
            else { throw WebError(.notFound, "no-original", "The original of this article is not kept.") }
            return Kept(record: record, version: version, delivery: delivery, digest: digest)
        }
    }

    /// The bytes of an original, checked against their hash, in a file without a name.
    private func file(_ digest: SHA256Digest) async throws -> Descriptor {
        let originals = archive.originals
        return try await archive.run {
            let file = try ScratchFile.make()
            _ = try originals.read(digest, into: file.number)
            return file
        }
    }

    private func original(_ request: Request, _ context: WebContext) async throws -> Response {
        let kept = try await kept(request, context)
        // The very bytes, to be kept and not to be looked at.
        let isDownload = request.query["download"] != nil || request.isForPrograms
        let type = isDownload ? nil : Self.shownType(kept.version.article.format)
        return try await answer(kept.digest, kept.delivery.path, shownAs: type, request)
    }

    /// - Parameter type: the media type of what a browser is to show; nil to have it downloaded.
    private func answer(
        _ digest: SHA256Digest, _ path: FileName, shownAs type: String?, _ request: Request
    ) async throws -> Response {
        let tag = "\"\(digest.hex.prefix(32))\(type == nil ? "" : "-shown")\""
        var response = Reply.tag(Response(status: .ok), tag, for: request)
        guard response.status == .ok else { return Self.guarded(response) }
        let file = try await file(digest)
        let size = try file.status().size
        // A part of another state of the file is no part of this one.
        let isSame = request.headers.value("If-Range").map { $0 == tag } ?? true
        switch isSame && request.method == .get ? ByteRange(request.headers.value("Range"), size: size) : .whole {
        case .whole: response.body = Self.body(of: file, 0..<size, isShown: type != nil)
        case .part(let range):
            response.status = .partialContent
            response.headers.set("Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)")
            response.body = Self.body(of: file, range, isShown: type != nil)
        case .beyond:
            response.status = .rangeNotSatisfiable
            response.headers.set("Content-Range", "bytes */\(size)")
        }
        response.headers.set("Accept-Ranges", "bytes")
        response.headers.set("Content-Type", type ?? "application/octet-stream")
        if type == nil {
            response.headers.set("Content-Disposition", "attachment; " + Self.fileName(path))
        }
        return Self.guarded(response)
    }

    /// Nothing is run and nothing is loaded: whoever made the page learns nothing of who reads it here.
    private static func guarded(_ response: Response) -> Response {
        var response = response
        response.headers.set(
            "Content-Security-Policy",
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'")
        response.headers.set("Cache-Control", "private, no-cache")
        return response
    }

    /// - Parameter isShown: whether a browser shows it, and must not connect to anybody for it.
    private static func body(of file: Descriptor, _ range: Range<Int64>, isShown: Bool) -> ResponseBody {
        ResponseBody(contentLength: Int(range.upperBound - range.lowerBound)) { writer in
            var offset = range.lowerBound
            while offset < range.upperBound {
                var piece = try isShown ? inertPiece(of: file, at: offset) : piece(of: file, at: offset)
                guard piece.readableBytes > 0 else { break }
                let wanted = Int(range.upperBound - offset)
                if piece.readableBytes > wanted { piece = piece.readSlice(length: wanted) ?? piece }
                offset += Int64(piece.readableBytes)
                try await writer.write(piece)
            }
            try await writer.finish(nil)
        }
    }

    private func source(_ request: Request, _ context: WebContext) async throws -> Response {
        let kept = try await kept(request, context)
        let isShown = Self.shownType(kept.version.article.format) != nil
        var model = ArticlePages.head(kept.record, tab: "Original")
        model["version"] = kept.version.number
        model["file"] = ShownText.cut(kept.delivery.path.display, ShownText.inList)
        model["size"] = ByteCount.text(kept.delivery.size)
        model["sha256"] = kept.digest.hex
        model["isShown"] = isShown
        if isShown {
            let file = try await file(kept.digest)
            let bytes = try await archive.run { try Self.beginning(of: file) }
            model["unloaded"] = UnloadedParts(bytes).description
        }
        return frame.page("source", model, request, context)
    }

    private static func piece(of file: Descriptor, at offset: Int64) throws -> ByteBuffer {
        var buffer = ByteBufferAllocator().buffer(capacity: pieceBytes)
        _ = try buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: pieceBytes) { raw in
            try file.read(into: UnsafeMutableRawBufferPointer(rebasing: raw[..<pieceBytes]), at: offset)
        }
        return buffer
    }

    /// A piece in which nothing makes a browser connect; names that begin or end outside of it are replaced as far as they lie in it.
    private static func inertPiece(of file: Descriptor, at offset: Int64) throws -> ByteBuffer {
        let before = min(offset, Int64(InertElements.overlap))
        var bytes = [UInt8](repeating: 0, count: Int(before) + pieceBytes + InertElements.overlap)
        let count = try bytes.withUnsafeMutableBytes { raw in
            let count = try file.read(into: raw, at: offset - before)
            InertElements.disarm(UnsafeMutableRawBufferPointer(rebasing: raw[..<count]))
            return count
        }
        let end = min(count, Int(before) + pieceBytes)
        return ByteBuffer(bytes: bytes[min(Int(before), end)..<end])
    }

    private static func beginning(of file: Descriptor) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: min(mostSearched, Int(clamping: try file.status().size)))
        let count = try bytes.withUnsafeMutableBytes { try file.read(into: $0, at: 0) }
        return Array(bytes[..<count])
    }

    /// The media type of what a browser may show; nil for what it is to download. The charset is left to the page itself, as it was when it
    /// was read.
    private static func shownType(_ format: String) -> String? {
        switch format {
        case "html": "text/html"
        case "text", "markdown": "text/plain"
        default: nil
        }
    }

    /// The name under which a file is downloaded (RFC 6266, section 4.3).
    private static func fileName(_ path: FileName) -> String {
        let name = path.lastComponent.display
        let plain = String(
            decoding: name.utf8.map { byte in
                (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
                    ? byte : UInt8(ascii: "_")
            }, as: UTF8.self)
        return "filename=\"\(plain)\"; filename*=UTF-8''\(FormParameters.encoded(name))"
    }
}
