/// Text as UTF-8, with what became of its bytes on the way.
package struct DecodedText: Sendable, Equatable {
    /// Valid UTF-8 without a byte-order mark.
    package var utf8: [UInt8]
    /// The charset it was read from, in lower case as the Encoding Standard or IANA names it, such as `windows-1252`.
    package var charset: String
    /// How many sequences were no text in that charset and became U+FFFD.
    package var replacements: Int
}
