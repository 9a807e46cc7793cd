/// The query taken apart: what ranks, what is demanded and what is excluded.
extension SearchQuery {
    /// A word or phrase by which articles are ranked.
    struct ScoredTerm {
        /// The word or phrase.
        var term: QueryTerm
        /// Where it must stand; empty for anywhere.
        var fields: Set<SearchField>
        /// Whether it is one of several of which one is enough.
        var isAlternative: Bool
    }

    /// The words that rank articles and are not demanded, in their order; empty for a query that demands everything it names.
    var rankedTerms: [QueryTerm] { parts.ranked }

    /// Every word and phrase that is looked for, in its place: those that rank and those that are demanded.
    var scoredTerms: [ScoredTerm] {
        var scored: [ScoredTerm] = []
        func visit(_ node: QueryNode, depth: Int, isAlternative: Bool) {
            switch node {
            case .term(var term, let fields):
                // What stands deeper than in a plain group is demanded with the group.
                term.isRanked = term.isRanked && depth <= Self.depthOfPlainGroup
                scored.append(ScoredTerm(term: term, fields: fields, isAlternative: isAlternative))
            case .near(let terms, _, let fields):
                scored += terms.map { ScoredTerm(term: $0, fields: fields, isAlternative: isAlternative) }
            case .any(let nodes):
                nodes.forEach { visit($0, depth: .max, isAlternative: true) }
            case .all(let must, let mustNot):
                let isPlain = depth < Self.depthOfPlainGroup && (depth == 0 || mustNot.isEmpty)
                must.forEach { visit($0, depth: isPlain ? depth + 1 : .max, isAlternative: isAlternative) }
            }
        }
        if let root { visit(root, depth: 0, isAlternative: false) }
        return scored
    }

    /// A group of plain words is no more than its words; one inside a group is demanded.
    private static let depthOfPlainGroup = 2

    /// What is demanded and excluded beside the ranked words, as a query of its own; nil where nothing is.
    package var demands: SearchQuery? {
        let (ranked, must, mustNot) = parts
        guard !ranked.isEmpty else { return self.root == nil ? nil : self }
        guard let first = must.first else { return nil }
        let root = must.count == 1 && mustNot.isEmpty ? first : QueryNode.all(must: must, mustNot: mustNot)
        return SearchQuery(text: text, notes: [], root: root)
    }

    /// What is excluded where nothing is demanded beside the ranked words, as a query of its own; nil where nothing is.
    package var exclusions: SearchQuery? {
        let (ranked, must, mustNot) = parts
        guard !ranked.isEmpty, must.isEmpty, !mustNot.isEmpty else { return nil }
        return SearchQuery(text: text, notes: [], root: mustNot.count == 1 ? mustNot[0] : .any(mustNot))
    }

    /// The root taken apart: words that rank, what must match and what must not.
    private var parts: (ranked: [QueryTerm], must: [QueryNode], mustNot: [QueryNode]) {
        let (must, mustNot): ([QueryNode], [QueryNode]) =
            switch root {
            case nil: ([], [])
            case .all(let must, let mustNot): (must, mustNot)
            case .some(let node): ([node], [])
            }
        var ranked: [QueryTerm] = []
        var demanded: [QueryNode] = []
        for node in must {
            if let plain = node.plainGroup {
                for each in plain {
                    if let term = each.rankedTerm { ranked.append(term) } else { demanded.append(each) }
                }
            } else if let term = node.rankedTerm {
                ranked.append(term)
            } else {
                demanded.append(node)
            }
        }
        return (ranked, demanded, mustNot)
    }

    /// The same query without some of its ranked words.
    ///
    /// - Parameters:
    ///   - places: the words, by their places in `rankedTerms`.
    ///   - time: the time that they name; nil where they are left out for another reason.
    func leavingOut(_ places: Set<Int>, naming time: NamedTime? = nil) -> SearchQuery {
        var place = -1
        func kept(_ node: QueryNode) -> QueryNode? {
            guard node.rankedTerm != nil else { return node }
            place += 1
            return places.contains(place) ? nil : node
        }
        func reduced(_ nodes: [QueryNode]) -> [QueryNode] {
            nodes.compactMap { node in
                guard let plain = node.plainGroup else { return kept(node) }
                let left = plain.compactMap(kept)
                return left.count > 1 ? .all(must: left, mustNot: []) : left.first
            }
        }
        var (root, excluded) = (root, excluded)
        switch root {
        case nil: break
        case .all(let must, let mustNot):
            let left = reduced(must)
            if left.isEmpty {
                root = nil
                excluded = mustNot.isEmpty ? nil : mustNot.count == 1 ? mustNot[0] : .any(mustNot)
            } else {
                root = left.count == 1 && mustNot.isEmpty ? left[0] : .all(must: left, mustNot: mustNot)
            }
        case .some(let node): root = reduced([node]).first
        }
        return SearchQuery(
            text: text, notes: notes, root: root, conditions: conditions, excluded: excluded, time: time ?? self.time)
    }
}

extension QueryNode {
    /// The term of a plain word that ranks; nil for everything else.
    fileprivate var rankedTerm: QueryTerm? {
        guard case .term(let term, let fields) = self, fields.isEmpty, term.isRanked else { return nil }
        return term
    }

    /// What stands in a group without exclusions; nil for everything else.
    fileprivate var plainGroup: [QueryNode]? {
        guard case .all(let inner, let without) = self, without.isEmpty else { return nil }
        return inner
    }
}
