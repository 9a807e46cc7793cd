import Bytes
import NewsModel

extension Format {
    /// A file packed with gzip (RFC 1952), in one member or several.
    static let gzip = compressed(
        "gzip", "application/gzip", ["gz": "", "tgz": "tar", "svgz": "svg"], ZlibDecompressor.beginsGzip
    ) { () throws(ReadingFailure) in try ZlibDecompressor(.gzip) }

    /// A file packed with Zstandard (RFC 8878).
    static let zstd = compressed(
        "zstd", "application/zstd", ["zst": "", "zstd": "", "tzst": "tar"], ZstdDecompressor.begins
    ) { () throws(ReadingFailure) in try ZstdDecompressor() }

    /// A file packed with xz (The .xz File Format 1.1.0, tukaani.org).
    static let xz = compressed("xz", "application/x-xz", ["xz": "", "txz": "tar"], XZDecompressor.begins) {
        () throws(ReadingFailure) in try XZDecompressor()
    }

    /// A file packed with bzip2.
    static let bzip2 = compressed(
        "bzip2", "application/x-bzip2", ["bz2": "", "tbz2": "tar", "tbz": "tar"], Bzip2Decompressor.begins
    ) { () throws(ReadingFailure) in try Bzip2Decompressor() }

    /// A format that is nothing but another file, packed; what is in it stands at the same path and keeps its own format.
    ///
    /// - Parameters:
    ///   - endings: endings of names that tell the packing, and what is left of the name without it.
    ///   - decompressor: makes a fresh decompressor.
    private static func compressed(
        _ name: String, _ mediaType: String, _ endings: [String: String],
        _ begins: @escaping @Sendable (UnsafeBufferPointer<UInt8>) -> Bool,
        _ decompressor: @escaping @Sendable () throws(ReadingFailure) -> any Decompressor
    ) -> Format {
        Format(
            name: name, mediaTypes: [mediaType], endings: endings.keys.sorted(), isServed: false,
            form: .file(
                .signature, { begins($0.bytes) },
                .streamed { input, context in
                    var hint = context.hint
                    hint.name = unpackedName(hint.name, endings)
                    hint.mediaType = nil
                    let stream = try DecompressedStream(input, decompressor(), budget: context.budget)
                    try context.content(ByteInput(stream), hint: hint)
                }))
    }

    /// `report.html.gz` as `report.html`, `dump.tgz` as `dump.tar`.
    private static func unpackedName(_ name: FileName, _ endings: [String: String]) -> FileName {
        let ending = ReadingHint(name: name).ending
        guard let unpacked = endings[ending] else { return name }
        let stem = name.bytes.dropLast(ending.utf8.count + 1)
        return FileName(bytes: Array(stem) + (unpacked.isEmpty ? [] : Array(".".utf8) + Array(unpacked.utf8)))
    }
}
