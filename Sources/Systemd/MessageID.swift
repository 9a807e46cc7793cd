import Logging

/// The lasting identity of one kind of message that an operator may act on: the journal's `MESSAGE_ID`.
///
/// Each has a text in `systemd/wiredesk.catalog`, which `journalctl -x` shows. An id is never changed or used for another kind.
public struct MessageID: Sendable, Hashable, CustomStringConvertible {
    /// The metadata key under which a log handler of this room looks for the id.
    public static let metadataKey = "message-id"

    /// 32 lower-case hexadecimal digits (128 random bits, made by `journalctl --new-id128` or the like).
    public let hex: String
    /// The level at which messages of this kind are logged.
    public let level: Logger.Level

    /// An id that a constant of this type declares.
    init(_ hex: String, _ level: Logger.Level) {
        self.hex = hex
        self.level = level
    }

    /// The same as `hex`.
    public var description: String { hex }
}
