extension String {
    /// The text with spaces before it up to a width in characters.
    package func leftPadded(_ width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
    /// The text with spaces behind it up to a width in characters.
    package func rightPadded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
