import NewsModel

/// An article of a reading list: of those that have a tag.
public struct ReadingListEntry: Sendable {
    /// The article.
    public var article: ArticleSummary
    /// Where it stands in the list (`ReadingListPosition`).
    public var position: String
    /// What people noted of it, in the order in which they did.
    public var notes: [Correction]

    package init(article: ArticleSummary, position: String, notes: [Correction]) {
        self.article = article
        self.position = position
        self.notes = notes
    }
}

/// Where an article stands in a reading list: a word of digits and lower-case letters; lists are in the order of the words' bytes.
///
/// Between any two words there is another one, so that an article is moved by giving it a new word and leaving all others as they are
/// (D. Greenspan, "Implementing Fractional Indexing", 2020).
public enum ReadingListPosition {
    /// Bytes of a word at most. Some nine hundred moves to the very same place make it as long.
    public static let longest = 200

    private static let digits = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)
    /// Digits of a time in milliseconds: enough until the year 5138.
    private static let timeDigits = 14

    /// The place of an article that nobody moved: behind those that had the tag before.
    ///
    /// - Parameters:
    ///   - time: when it got the tag, milliseconds since 1970.
    ///   - article: its id, which tells apart what came at once.
    public static func natural(_ time: Int64, _ article: String) -> String {
        let number = String(max(0, time))
        return String(repeating: "0", count: max(0, timeDigits - number.count)) + number + article
    }

    /// Whether a word is one.
    public static func isValid(_ word: String) -> Bool {
        (1...longest).contains(word.utf8.count) && word.utf8.allSatisfy { digits.contains($0) }
    }

    /// A word between two others; nil if none is short enough.
    ///
    /// - Parameters:
    ///   - first: the word before; nil for the head of the list.
    ///   - second: the word behind; nil for its end.
    public static func between(_ first: String?, _ second: String?) -> String? {
        let (first, second) = (Array((first ?? "").utf8), second.map { Array($0.utf8) })
        if let second, !first.lexicographicallyPrecedes(second) { return nil }
        guard let middle = middle(first[...], second?[...]) else { return nil }
        let word = String(decoding: middle, as: UTF8.self)
        return isValid(word) ? word : nil
    }

    /// - Parameters:
    ///   - first: lower than `second`; digits behind its end count as 0.
    ///   - second: nil for a word above all others.
    private static func middle(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>?) -> [UInt8]? {
        if let second {
            var shared = 0
            while shared < second.count,
                (shared < first.count ? first[first.startIndex + shared] : digits[0])
                    == second[second.startIndex + shared]
            { shared += 1 }
            // Nothing is between a word and the same with zeros behind it.
            guard shared < second.count else { return nil }
            if shared > 0 {
                return middle(first.dropFirst(shared), second.dropFirst(shared)).map {
                    Array(second.prefix(shared)) + $0
                }
            }
        }
        let low = first.first.flatMap { digits.firstIndex(of: $0) } ?? 0
        let high = second?.first.flatMap { digits.firstIndex(of: $0) } ?? digits.count
        if high - low > 1 { return [digits[(low + high) / 2]] }
        if let second, second.count > 1 { return [second[second.startIndex]] }
        return middle(first.dropFirst(), nil).map { [digits[low]] + $0 }
    }
}
