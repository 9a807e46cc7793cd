/// A value of JSON (RFC 8259), numbers kept as they are written.
indirect enum JSONValue: Equatable, Sendable {
    case object([Member])
    case array([JSONValue])
    case string(String)
    case number(String)
    case bool(Bool)
    case null

    /// A key with its value; order and repeated keys are kept.
    struct Member: Equatable, Sendable {
        var key: String
        var value: JSONValue
    }

    /// The first value of that key, or nil; nil for anything but an object.
    subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// The string, or a number as it is written; the first of them in an array; nil for anything else.
    var text: String? {
        switch self {
        case .string(let text): text
        case .number(let text): text
        case .array(let values): values.lazy.compactMap(\.text).first
        default: nil
        }
    }

    /// The members of an array, or the value itself as the only one.
    var list: [JSONValue] {
        switch self {
        case .array(let values): values
        case .null: []
        default: [self]
        }
    }

    /// The same with all keys in lower case, for formats whose versions disagree about capitals.
    var withLowercaseKeys: JSONValue {
        switch self {
        case .object(let members):
            .object(members.map { Member(key: $0.key.lowercased(), value: $0.value.withLowercaseKeys) })
        case .array(let values): .array(values.map(\.withLowercaseKeys))
        default: self
        }
    }
}
