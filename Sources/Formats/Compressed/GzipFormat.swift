import Bytes
import NewsModel

/// A file packed with gzip (RFC 1952), in one member or several.
enum GzipFormat: CompressedFormat {
    static let format = Format.gzip
    static let endings: [(packed: String, unpacked: String)] = [("gz", ""), ("tgz", "tar"), ("svgz", "svg")]

    static func recognises(_ sample: FormatSample) -> Bool { ZlibDecompressor.beginsGzip(sample.bytes) }

    static func decompressor() throws(ReadingFailure) -> any Decompressor { try ZlibDecompressor(.gzip) }
}
