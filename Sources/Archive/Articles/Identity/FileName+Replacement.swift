import NewsModel

extension FileName {
    /// The name of the file that an original of an article's own stands for (`ReplacementOriginal`). The name of the erased one may tell what
    /// was in it.
    static func replacement(of article: String, version: Int64) -> FileName { FileName("\(article)-\(version).json") }
}
