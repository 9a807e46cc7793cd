import ArticleQuery

extension Counters {
    /// Each counter's name in the database and its value.
    var named: [(name: String, value: Int64)] {
        [
            ("stored", stored), ("duplicate", duplicate), ("rejected", rejected), ("articles", articles),
            ("versions", versions), ("originals", originals), ("originals_bytes", originalsBytes),
        ]
    }

    /// The counters from rows of name and value; a name that is missing counts nothing.
    init(named values: [String: Int64]) {
        self.init()
        stored = values["stored"] ?? 0
        duplicate = values["duplicate"] ?? 0
        rejected = values["rejected"] ?? 0
        articles = values["articles"] ?? 0
        versions = values["versions"] ?? 0
        originals = values["originals"] ?? 0
        originalsBytes = values["originals_bytes"] ?? 0
    }
}
