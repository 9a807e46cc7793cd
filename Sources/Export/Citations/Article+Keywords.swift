import NewsModel

extension Article {
    /// The keywords, then the people that it names and that are not among them; reference managers have no other place for these.
    var citedKeywords: [String] {
        var seen = Set(keywords)
        return keywords + certainEntities.filter { $0.kind == .person }.map(\.name).filter { seen.insert($0).inserted }
    }
}
