import Bytes
import NewsModel

/// The body of an HTTP message in chunked transfer coding (RFC 9112, 7.1), put together.
final class ChunkedStream: ByteStream {
    /// Bytes of a line with a chunk's size and its extensions.
    private static let sizeLine = 4096

    private let input: ByteInput
    private var left = 0
    private var hasEnded = false
    private var isFirst = true

    init(_ input: ByteInput) { self.input = input }

    /// Whether an input begins with the size of a chunk; archives also keep bodies that were put together before.
    static func begins(_ input: ByteInput) throws -> Bool {
        try input.fill(20)
        let digits = input.buffered.prefix(18).prefix(while: isHexDigit)
        let rest = input.buffered[digits.endIndex...]
        guard !digits.isEmpty, digits.count <= 16, let next = rest.first(where: { $0 != 0x20 }) else { return false }
        return next == 0x0D || next == 0x0A || next == UInt8(ascii: ";")
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        guard !hasEnded else { return 0 }
        if left == 0 { try beginChunk() }
        guard left > 0 else {
            hasEnded = true
            return 0
        }
        guard try input.fill(1) > 0 else {
            // The connection was closed early; the page is as a browser would show it.
            hasEnded = true
            return 0
        }
        let part = UnsafeRawBufferPointer(input.buffered).prefix(min(left, buffer.count))
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: part))
        left -= part.count
        input.consume(part.count)
        return part.count
    }

    private func beginChunk() throws {
        if !isFirst { _ = try input.line(limit: Self.sizeLine) }
        isFirst = false
        guard let line = try input.line(limit: Self.sizeLine) else { return }
        let digits = line.prefix(while: Self.isHexDigit)
        // Anything else is damage, and the end of what can be told apart.
        left = digits.count > 15 ? 0 : Int(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
    }
}
