/// Why an answer or a request is not valid.
public enum StreamError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The bytes end in the middle of a value.
    case endsEarly
    /// Bytes are left over after the last value.
    case trailingBytes(Int)
    /// A length or count passes its limit.
    case tooLong(what: String, count: Int)
    /// A text is not UTF-8.
    case notUTF8(what: String)
    /// A value is outside its range.
    case invalid(what: String)
    /// A frame of a kind that does not exist.
    case unknownKind(UInt8)
    /// A frame that belongs to another request.
    case wrongRequest
    /// A frame that may not stand here.
    case outOfOrder(String)
    /// The other end speaks another version.
    case version(UInt16)

    /// One line for the journal.
    public var description: String {
        switch self {
        case .endsEarly: "a frame ends early"
        case .trailingBytes(let count): "a frame has \(count) bytes too many"
        case .tooLong(let what, let count): "\(what) passes its limit with \(count)"
        case .notUTF8(let what): "\(what) is not UTF-8"
        case .invalid(let what): "\(what) is not valid"
        case .unknownKind(let kind): "a frame of the unknown kind \(kind)"
        case .wrongRequest: "an answer to another request"
        case .outOfOrder(let what): "\(what) out of order"
        case .version(let version): "version \(version) of the stream"
        }
    }
}
