import ArticleQuery
import CZstd
import LinuxSystem

/// One zstd frame (RFC 8878) with content size and checksum, written to a descriptor as it grows.
struct ZstdCompressor: ~Copyable {
    private let workspace: CompressionWorkspace
    /// Bytes written so far.
    private(set) var written: Int64 = 0

    /// A frame that is made in `workspace`, which has no other user until it is finished.
    init(level: Int32, expectedSize: Int64, in workspace: CompressionWorkspace) {
        self.workspace = workspace
        // A frame that was left unfinished by an error is forgotten here.
        ZSTD_CCtx_reset(workspace.context, ZSTD_reset_session_and_parameters)
        ZSTD_CCtx_setParameter(workspace.context, ZSTD_c_compressionLevel, level)
        ZSTD_CCtx_setParameter(workspace.context, ZSTD_c_checksumFlag, 1)
        ZSTD_CCtx_setPledgedSrcSize(workspace.context, UInt64(expectedSize))
    }

    /// Adds bytes to the frame.
    ///
    /// - Parameter isLast: true to end the frame with them.
    /// - Throws: `ArchiveError`.
    mutating func compress(
        _ bytes: UnsafeRawBufferPointer, isLast: Bool, to file: Descriptor, path: String
    ) throws(ArchiveError) {
        let output = workspace.output
        var input = ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: 0)
        while true {
            var out = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
            let remaining = ZSTD_compressStream2(
                workspace.context, &out, &input, isLast ? ZSTD_e_end : ZSTD_e_continue)
            guard ZSTD_isError(remaining) == 0 else {
                throw ArchiveError(
                    .other, operation: "compress", path: path, cause: String(cString: ZSTD_getErrorName(remaining)))
            }
            try ArchiveFiles.write(UnsafeRawBufferPointer(rebasing: output[..<out.pos]), to: file, path: path)
            written += Int64(out.pos)
            let isDone = isLast ? remaining == 0 : input.pos == input.size
            if isDone { return }
        }
    }
}
