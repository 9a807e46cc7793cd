extension String {
    /// The text with spaces before it up to a width in columns.
    package func leftPadded(_ width: Int) -> String {
        String(repeating: " ", count: max(0, width - DisplayWidth.of(self))) + self
    }
    /// The text with spaces behind it up to a width in columns.
    package func rightPadded(_ width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - DisplayWidth.of(self)))
    }
    /// The text cut to a width in columns, with `…` at the end of what was cut.
    package func cut(to width: Int) -> String {
        guard DisplayWidth.of(self) > width else { return self }
        var result = ""
        var columns = 0
        for character in self {
            columns += DisplayWidth.of(String(character))
            if columns > width - 1 { break }
            result.append(character)
        }
        return result + "…"
    }
}
