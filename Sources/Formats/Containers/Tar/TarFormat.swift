import Bytes
import NewsModel

extension Format {
    /// A tar archive: ustar and pax (POSIX.1-2017, pax, "ustar Interchange Format"), the long names of GNU tar, and the older form
    /// without a signature.
    ///
    /// Files are read; folders, links and devices are none. Sparse files are told as not read.
    static let tar = Format(
        name: "tar", mediaTypes: ["application/x-tar"], endings: ["tar"], members: "file", isServed: false,
        form: .file(.signature, TarFormat.recognises, .streamed(TarFormat.read)))
}

/// Recognises and reads `Format.tar`.
enum TarFormat {
    static func recognises(_ sample: FormatSample) -> Bool {
        guard sample.bytes.count >= TarHeader.bytes else { return false }
        let block = UnsafeBufferPointer(rebasing: sample.bytes[..<TarHeader.bytes])
        return TarHeader(block) != nil
    }

    static func read(_ input: ByteInput, in context: ReadingContext) throws {
        try TarReader(input, context).read()
    }
}
