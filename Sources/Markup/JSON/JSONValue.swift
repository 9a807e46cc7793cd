/// A value of JSON (RFC 8259), numbers kept as they are written.
package indirect enum JSONValue: Equatable, Sendable {
    case object([Member])
    case array([JSONValue])
    case string(String)
    case number(String)
    case bool(Bool)
    case null

    /// A key with its value; order and repeated keys are kept.
    package struct Member: Equatable, Sendable {
        package var key: String
        package var value: JSONValue

        package init(key: String, value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    /// The first value of that key, or nil; nil for anything but an object.
    package subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// The string, or a number as it is written; the first of them in an array; nil for anything else.
    package var text: String? {
        switch self {
        case .string(let text): text
        case .number(let text): text
        case .array(let values): values.lazy.compactMap(\.text).first
        default: nil
        }
    }

    /// The members of an array, or the value itself as the only one.
    package var list: [JSONValue] {
        switch self {
        case .array(let values): values
        case .null: []
        default: [self]
        }
    }

    /// The same with all keys in lower case, for formats whose versions disagree about capitals.
    package var withLowercaseKeys: JSONValue {
        switch self {
        case .object(let members):
            .object(members.map { Member(key: $0.key.lowercased(), value: $0.value.withLowercaseKeys) })
        case .array(let values): .array(values.map(\.withLowercaseKeys))
        default: self
        }
    }
}
