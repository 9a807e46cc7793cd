import Bytes
import NewsModel

/// A file packed with bzip2.
enum Bzip2Format: CompressedFormat {
    static let format = Format.bzip2
    static let endings: [(packed: String, unpacked: String)] = [("bz2", ""), ("tbz2", "tar"), ("tbz", "tar")]

    static func recognises(_ sample: FormatSample) -> Bool { Bzip2Decompressor.begins(sample.bytes) }

    static func decompressor() throws(ReadingFailure) -> any Decompressor { try Bzip2Decompressor() }
}
