import CZstd

/// The memory that compressing one original needs: zstd's tables, and room for what goes in and what comes out.
///
/// One caller uses it at a time. It is worth keeping: made for each file, its pages are mapped, cleared and given back each time,
/// which took a third as long as the compression itself (saved pages of 150 kB).
final class CompressionWorkspace {
    /// Originals up to this size are read and compressed in one step, without passing through zstd's own window.
    static let stepBytes = ArchiveFiles.copyBufferSize

    /// The largest original after which a workspace is kept: zstd's window then has at most this size. One saved page in seven is greater
    /// than a step and one in eighty than this; where the window was mapped for each, it made six in ten of all page faults of the daemon.
    static let largestKept: Int64 = 1 << 20

    let context: OpaquePointer
    /// `stepBytes` to read into.
    let input: UnsafeMutableRawBufferPointer
    /// Room for all that `stepBytes` can become.
    let output: UnsafeMutableRawBufferPointer

    init() {
        guard let context = ZSTD_createCCtx() else { preconditionFailure("no memory for a zstd context") }
        self.context = context
        input = .allocate(byteCount: Self.stepBytes, alignment: 64)
        output = .allocate(byteCount: max(ZSTD_compressBound(Self.stepBytes), ZSTD_CStreamOutSize()), alignment: 64)
    }

    deinit {
        ZSTD_freeCCtx(context)
        input.deallocate()
        output.deallocate()
    }
}
