extension WordFrequencies {
    /// Counts the words of a text.
    public mutating func count(_ text: ShingledText) { count(text.words) }
}
