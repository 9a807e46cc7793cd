import Bytes
import NewsModel

/// A file packed with xz (The .xz File Format 1.1.0, tukaani.org).
enum XZFormat: CompressedFormat {
    static let format = Format.xz
    static let endings: [(packed: String, unpacked: String)] = [("xz", ""), ("txz", "tar")]

    static func recognises(_ sample: FormatSample) -> Bool { XZDecompressor.begins(sample.bytes) }

    static func decompressor() throws(ReadingFailure) -> any Decompressor { try XZDecompressor() }
}
