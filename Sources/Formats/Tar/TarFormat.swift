import Bytes
import NewsModel

/// A tar archive: ustar and pax (POSIX.1-2017, pax, "ustar Interchange Format"), the long names of GNU tar, and the older form
/// without a signature.
///
/// Files are read; folders, links and devices are none. Sparse files are told as not read.
enum TarFormat: StreamedFormatReader {
    static let format = Format.tar

    static func recognises(_ sample: FormatSample) -> Bool {
        guard sample.bytes.count >= TarHeader.bytes else { return false }
        let block = UnsafeBufferPointer(rebasing: sample.bytes[..<TarHeader.bytes])
        return TarHeader(block) != nil
    }

    static func read(_ input: ByteInput, in context: ReadingContext) throws {
        try context.asContainer(of: "file") { try TarReader(input, context).read() }
    }
}
