import CZstd

/// One zstd frame (RFC 8878) with content size and checksum, written to a descriptor as it grows.
struct ZstdCompressor: ~Copyable {
    private let context: OpaquePointer
    private let output: UnsafeMutableRawBufferPointer
    /// Bytes written so far.
    private(set) var written: Int64 = 0

    init(level: Int32, expectedSize: Int64) {
        guard let context = ZSTD_createCCtx() else { preconditionFailure("no memory for a zstd context") }
        self.context = context
        output = .allocate(byteCount: ZSTD_CStreamOutSize(), alignment: 16)
        ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level)
        ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
        ZSTD_CCtx_setPledgedSrcSize(context, UInt64(expectedSize))
    }

    deinit {
        ZSTD_freeCCtx(context)
        output.deallocate()
    }

    mutating func compress(
        _ bytes: UnsafeRawBufferPointer, to descriptor: CInt, path: String
    ) throws(ArchiveError) {
        try run(bytes, ZSTD_e_continue, to: descriptor, path: path)
    }

    /// Ends the frame.
    mutating func finish(to descriptor: CInt, path: String) throws(ArchiveError) {
        try run(UnsafeRawBufferPointer(start: nil, count: 0), ZSTD_e_end, to: descriptor, path: path)
    }

    private mutating func run(
        _ bytes: UnsafeRawBufferPointer, _ directive: ZSTD_EndDirective, to descriptor: CInt, path: String
    ) throws(ArchiveError) {
        var input = ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: 0)
        while true {
            var out = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
            let remaining = ZSTD_compressStream2(context, &out, &input, directive)
            guard ZSTD_isError(remaining) == 0 else {
                throw ArchiveError(
                    .other, operation: "compress", path: path, cause: String(cString: ZSTD_getErrorName(remaining)))
            }
            try SystemCalls.write(UnsafeRawBufferPointer(rebasing: output[..<out.pos]), to: descriptor, path: path)
            written += Int64(out.pos)
            let isDone = directive == ZSTD_e_end ? remaining == 0 : input.pos == input.size
            if isDone { return }
        }
    }
}
