import Bytes
import NewsModel

/// A format that is nothing but another file, packed; what is in it stands at the same path and keeps its own format.
protocol CompressedFormat: StreamedFormatReader {
    /// Endings of names that tell the packing, and what is left of the name without it.
    static var endings: [(packed: String, unpacked: String)] { get }
    /// A fresh decompressor.
    static func decompressor() throws(ReadingFailure) -> any Decompressor
}

extension CompressedFormat {
    static func read(_ input: ByteInput, in context: ReadingContext) throws {
        var hint = context.hint
        hint.name = unpackedName(hint.name)
        hint.mediaType = nil
        let stream = try DecompressedStream(input, decompressor(), budget: context.budget)
        try context.content(ByteInput(stream), hint: hint)
    }

    /// `report.html.gz` as `report.html`, `dump.tgz` as `dump.tar`.
    private static func unpackedName(_ name: FileName) -> FileName {
        let ending = ReadingHint(name: name).ending
        guard let known = endings.first(where: { $0.packed == ending }) else { return name }
        let stem = name.bytes.dropLast(ending.utf8.count + 1)
        return FileName(
            bytes: Array(stem) + (known.unpacked.isEmpty ? [] : Array(".".utf8) + Array(known.unpacked.utf8)))
    }
}
