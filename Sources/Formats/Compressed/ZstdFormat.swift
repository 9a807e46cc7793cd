import Bytes
import NewsModel

/// A file packed with Zstandard (RFC 8878).
enum ZstdFormat: CompressedFormat {
    static let format = Format.zstd
    static let endings: [(packed: String, unpacked: String)] = [("zst", ""), ("zstd", ""), ("tzst", "tar")]

    static func recognises(_ sample: FormatSample) -> Bool { ZstdDecompressor.begins(sample.bytes) }

    static func decompressor() throws(ReadingFailure) -> any Decompressor { try ZstdDecompressor() }
}
