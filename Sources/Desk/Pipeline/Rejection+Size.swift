import NewsModel

extension Rejection {
    /// Why a file of this size is not read at all; nil where it is.
    static func beforeReading(size: Int64, maximumBytes: Int64) -> Rejection? {
        if size == 0 { return Rejection(stage: .intake, code: .empty, message: "the file has no bytes") }
        if size > maximumBytes {
            return Rejection(
                stage: .intake, code: .tooLarge,
                message: "the file has \(size) bytes and max_size is \(maximumBytes);"
                    + " raise max_size and retry the delivery")
        }
        return nil
    }
}
