import NewsModel

/// What stands of an article's corrections, tags and notes, in the order in which they were made.
struct StandingCorrections: Sendable, Equatable {
    private(set) var all: [Correction] = []

    init() {}

    /// What is stored, in its order.
    init(_ stored: [Correction]) { all = stored }

    /// The values of the corrected fields.
    var fields: [(field: CorrectableField, value: String)] {
        all.compactMap { each in
            guard each.kind == .field, let field = each.field.flatMap(CorrectableField.init), let value = each.value
            else { return nil }
            return (field, value)
        }
    }

    /// Whether a person has decided that the article is withdrawn, or that it is not; nil where nobody has.
    var isWithdrawn: Bool? {
        fields.first { $0.field == .withdrawn }.map { $0.value == CorrectableField.withdrawnValues[true] }
    }

    /// The tags.
    var tags: [String] { all.filter { $0.kind == .tag }.compactMap(\.value) }

    /// Who speaks in quotations of the article; nil where nothing is said of that.
    var speakers: CorrectedSpeakers? { CorrectedSpeakers(all.filter { $0.kind == .speaker }) }

    /// The ids of articles to whose story this one does not belong.
    var otherStories: [String] { all.filter { $0.kind == .story }.compactMap(\.value) }

    /// The article as people say that it is.
    func applied(to article: Article) -> Article {
        var article = article
        for (field, value) in fields { field.apply(value, to: &article) }
        speakers?.apply(to: &article)
        return article
    }

    /// Adds or takes back; false where there is nothing to take back.
    mutating func apply(_ correction: Correction) -> Bool {
        let before = all.count
        switch correction.kind {
        case .field: all.removeAll { $0.kind == .field && $0.field == correction.field }
        case .tag:
            let index = all.firstIndex { $0.kind == .tag && $0.value == correction.value }
            // A tag that is there already stays as whoever gave it first; at most it gets another place in its list, which it has only
            // with the tag.
            if !correction.isUndone, let index {
                if let place = correction.field { all[index].field = place }
                return true
            }
            if !correction.isUndone, correction.field != nil { return false }
            all.removeAll { $0.kind == .tag && $0.value == correction.value }
        case .note:
            if correction.isUndone, let last = all.lastIndex(where: { $0.kind == .note }) { all.remove(at: last) }
        case .speaker: all.removeAll { $0.kind == .speaker && $0.field == correction.field }
        case .story: all.removeAll { $0.kind == .story && $0.value == correction.value }
        case .merge, .outlet: return false
        }
        if correction.isUndone { return all.count < before }
        all.append(correction)
        return true
    }
}
