/// One field of a journal entry, as `NAME=value` (systemd.journal-fields(7)).
struct JournalField: Sendable, Equatable {
    /// The prefix of the fields of our own.
    static let ownPrefix = "WIREDESK_"
    /// The longest name that journald takes, in bytes (`journal_field_valid` of systemd 252).
    static let longestName = 64
    /// The longest value that is sent, in bytes: a headline or a message fits many times over, and an entry of some twenty such
    /// fields stays far below journald's limit of 64 MiB for one entry.
    static let longestValue = 64 * 1024

    /// `NAME`; upper-case ASCII letters, digits and underscores.
    let name: String
    /// The value, any bytes; sd_journal_sendv(3) sends one with a newline in the binary form, so that it cannot forge a field.
    let value: String

    /// A field whose name is known to be valid.
    init(_ name: String, _ value: String) {
        self.name = name
        self.value = PrintableText.clip(value, toBytes: Self.longestValue)
    }

    /// A field of our own: the key `sha256` becomes `WIREDESK_SHA256`; whatever is no ASCII letter or digit becomes `_`.
    init(ownKey key: String, value: String) {
        var letters = Array(Self.ownPrefix.utf8)
        for byte in key.utf8.prefix(Self.longestName - letters.count) {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): letters.append(byte - 32)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): letters.append(byte)
            default: letters.append(UInt8(ascii: "_"))
            }
        }
        self.init(String(decoding: letters, as: UTF8.self), value)
    }
}
