extension StoryGrouper {
    /// Groups all articles of the window again, with what is known of the rarity of terms now, and tells whose story changed.
    public mutating func regroup() -> [StoryChange] {
        guard articles.count > 1 else { return [] }
        for index in articles.indices { vectors[index] = vector(of: articles[index].terms) }
        var linkage = AverageLinkage(
            likenesses: allLikenesses(), count: articles.count,
            thresholds: StoryThresholds(counted: frequencies.texts))
        let groups = linkage.groups()
        return rename(groups)
    }

    /// The likeness of every two articles of the window, row by row.
    private func allLikenesses() -> [Float] {
        let count = articles.count
        var likenesses = [Float](repeating: 0, count: count * count)
        // Term by term: only pairs that share one cost anything.
        var names = [Float](repeating: 0, count: count * count)
        var holders: [UInt32: [(article: Int32, weight: Float)]] = [:]
        var areNames: Set<UInt32> = []
        for (index, article) in articles.enumerated() {
            for (place, weight) in vectors[index].enumerated() where weight > 0 {
                holders[article.terms.terms[place], default: []].append((Int32(index), weight))
                if article.terms.areNames[place] { areNames.insert(article.terms.terms[place]) }
            }
        }
        let mostHolders = Self.mostHolders(of: count)
        likenesses.withUnsafeMutableBufferPointer { likenesses in
            for (term, list) in holders where list.count > 1 && list.count <= mostHolders {
                let rarity = areNames.contains(term) ? frequencies.rarity(of: term) : 0
                list.withUnsafeBufferPointer { list in
                    for first in list.indices {
                        let row = Int(list[first].article) * count
                        for second in (first + 1)..<list.count {
                            likenesses[row + Int(list[second].article)] += list[first].weight * list[second].weight
                            if rarity > 0 { names[row + Int(list[second].article)] += rarity }
                        }
                    }
                }
            }
            for first in 0..<count {
                for second in (first + 1)..<count {
                    let place = first * count + second
                    if likenesses[place] > 0 {
                        likenesses[place] *=
                            StoryThresholds.part(articles[first], articles[second])
                            * StoryThresholds.part(ofNames: names[place])
                    }
                    likenesses[second * count + first] = likenesses[first * count + second]
                }
            }
        }
        return likenesses
    }

    /// Gives each group the name that most of its articles had, the largest share first; new groups get new names.
    private mutating func rename(_ groups: [[Int]]) -> [StoryChange] {
        var claims: [(group: Int, name: Int64, count: Int)] = []
        for (number, group) in groups.enumerated() where group.count > 1 {
            var counts: [Int64: Int] = [:]
            for member in group { if let story = articles[member].story { counts[story, default: 0] += 1 } }
            claims += counts.map { (number, $0.key, $0.value) }
        }
        claims.sort { $0.count != $1.count ? $0.count > $1.count : ($0.name, $0.group) < ($1.name, $1.group) }
        var names: [Int: Int64] = [:]
        var taken: Set<Int64> = []
        for claim in claims where names[claim.group] == nil && taken.insert(claim.name).inserted {
            names[claim.group] = claim.name
        }
        var changes: [StoryChange] = []
        for (number, group) in groups.enumerated() {
            let story = group.count > 1 ? names[number] ?? name(for: group.map { articles[$0].id }) : nil
            for member in group where articles[member].story != story {
                articles[member].story = story
                changes.append(StoryChange(article: articles[member].id, story: story))
            }
        }
        return changes
    }

    /// The article of a story that is most alike with the others of the window, which tells the story best; nil where none
    /// is remembered.
    public func lead(of story: Int64) -> Int64? {
        let members = articles.indices.filter { articles[$0].story == story }
        guard let first = members.first else { return nil }
        var sums: [UInt32: Float] = [:]
        for member in members {
            for (term, weight) in zip(articles[member].terms.terms, vectors[member]) {
                sums[term, default: 0] += weight
            }
        }
        var best = (place: first, likeness: -Float.infinity)
        for member in members {
            var likeness: Float = 0
            for (term, weight) in zip(articles[member].terms.terms, vectors[member]) {
                likeness += weight * (sums[term] ?? 0)
            }
            if likeness > best.likeness { best = (member, likeness) }
        }
        return articles[best.place].id
    }
}
