import NewsModel

extension Rejection {
    /// Why a file of this size is not read at all; nil where it is.
    static func beforeReading(size: Int64, maximumBytes: Int64) -> Rejection? {
        if size == 0 { return Rejection(stage: .intake, code: .empty, message: "the file has no bytes") }
        return size > maximumBytes ? tooLarge(size: size, maximumBytes: maximumBytes) : nil
    }

    /// A file of this size is not taken.
    static func tooLarge(size: Int64, maximumBytes: Int64) -> Rejection {
        Rejection(
            stage: .intake, code: .tooLarge,
            message: "the file has \(size) bytes and max_size is \(maximumBytes); raise max_size and deliver it again")
    }
}
