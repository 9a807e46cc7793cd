/// Groups articles about the same event as they arrive, and groups the latest ones again from time to time.
///
/// An article joins the story whose latest articles are on average most alike with it (cosine of term weights by rarity,
/// G. Salton 1975; average linkage). What came in a bad order is put right by `regroup`, which looks at all articles of the
/// window at once. A story is named by the number of the article that opened it, and keeps its name as long as most of its
/// articles stay together.
public struct StoryGrouper: Sendable {
    /// Articles that are remembered, the latest.
    public static let capacity = 1_024

    var frequencies = TermDocumentFrequencies()
    var articles: [StoryArticle] = []
    /// The weights of each article's terms, of length 1 together.
    var vectors: [[Float]] = []
    /// For each term the articles that hold it, by their place counted from the first ever, with its weight in them.
    private var places: [UInt32: [(place: Int32, weight: Float)]] = [:]
    /// How many articles were forgotten.
    private var forgotten = 0
    /// Names of stories that were given to articles of the window.
    private var usedNames: Set<Int64> = []

    /// A grouping with no articles.
    public init() {}

    /// The story of an article of the window; nil where it stands alone or is forgotten.
    public func story(of article: Int64) -> Int64? { articles.last { $0.id == article }?.story }

    /// Whether an article is in the window.
    public func holds(_ article: Int64) -> Bool { articles.contains { $0.id == article } }

    /// Takes an article that was grouped in an earlier run.
    public mutating func restore(_ article: StoryArticle) {
        frequencies.count(article.terms)
        if let story = article.story { usedNames.insert(story) }
        append(article)
    }

    /// Takes a new article and tells whose story changed: its own, and that of a lone article that it joined.
    public mutating func add(_ article: StoryArticle) -> [StoryChange] {
        frequencies.count(article.terms)
        var article = article
        let vector = vector(of: article.terms)
        var changes: [StoryChange] = []
        if let group = mostAlike(article, vector) {
            var story = articles[group.first].story
            if story == nil {
                let name = name(for: group.members.map { articles[$0].id })
                for member in group.members {
                    articles[member].story = name
                    changes.append(StoryChange(article: articles[member].id, story: name))
                }
                story = name
            }
            article.story = story
            changes.append(StoryChange(article: article.id, story: story))
        }
        append(article, vector)
        return changes
    }

    // MARK: Remembering

    private mutating func append(_ article: StoryArticle, _ known: [Float]? = nil) {
        let vector = known ?? vector(of: article.terms)
        file(article, vector, at: forgotten + articles.count)
        articles.append(article)
        vectors.append(vector)
        // A quarter at a time, so that moving the rest costs little.
        guard articles.count >= Self.capacity + Self.capacity / 4 else { return }
        let count = articles.count - Self.capacity
        articles.removeFirst(count)
        vectors.removeFirst(count)
        forgotten += count
        places = [:]
        for (index, article) in articles.enumerated() { file(article, vectors[index], at: forgotten + index) }
        let oldest = articles.map(\.id).min() ?? 0
        usedNames = usedNames.filter { $0 >= oldest }
    }

    /// Files an article under its terms.
    private mutating func file(_ article: StoryArticle, _ vector: [Float], at place: Int) {
        for (term, weight) in zip(article.terms.terms, vector) where weight > 0 {
            places[term, default: []].append((Int32(clamping: place), weight))
        }
    }

    /// The weights of the terms by what is known of their rarity now, of length 1.
    func vector(of terms: StoryTerms) -> [Float] {
        var vector: [Float] = []
        vector.reserveCapacity(terms.terms.count)
        var square: Float = 0
        for (term, weight) in zip(terms.terms, terms.weights) {
            let rarity = frequencies.rarity(of: term)
            let value = weight * rarity * rarity.squareRoot()
            vector.append(value)
            square += value * value
        }
        guard square > 0 else { return vector }
        let scale = 1 / square.squareRoot()
        for index in vector.indices { vector[index] *= scale }
        return vector
    }

    /// The name of a new story: the first of its articles that has given its number to none.
    mutating func name(for members: [Int64]) -> Int64 {
        let name = members.sorted().first { !usedNames.contains($0) } ?? members.min() ?? 0
        usedNames.insert(name)
        return name
    }

    // MARK: Joining

    /// The group that is most alike with an article, when it is enough.
    private func mostAlike(_ article: StoryArticle, _ vector: [Float]) -> (first: Int, members: [Int])? {
        let limit = StoryThresholds(counted: frequencies.texts).likeness
        let likeness = likenesses(article, vector)
        var sums: [Int64: Float] = [:]
        var lone: (place: Int, likeness: Float)?
        for (place, value) in likeness {
            if let story = articles[place].story {
                sums[story, default: 0] += value
            } else if value > lone?.likeness ?? 0 {
                lone = (place, value)
            }
        }
        var best: (members: [Int], likeness: Float)?
        for (story, sum) in sums where sum >= limit {
            let members = articles.indices.filter { articles[$0].story == story && isNear(articles[$0], article) }
            guard !members.isEmpty else { continue }
            let mean = sum / Float(members.count)
            if mean >= limit, mean > best?.likeness ?? 0 { best = (members, mean) }
        }
        if let lone, lone.likeness >= limit, lone.likeness > best?.likeness ?? 0 {
            best = ([lone.place], lone.likeness)
        }
        guard let best, let first = best.members.first else { return nil }
        return (first, best.members)
    }

    /// Pairs of term and article that are looked at for one new article; its heaviest terms come first.
    private static let mostPairs = 16_384

    /// The cosine of each article of the window with a new one, where they share a term.
    private func likenesses(_ article: StoryArticle, _ vector: [Float]) -> [(place: Int, likeness: Float)] {
        var sums = [Float](repeating: 0, count: articles.count)
        var names = [Float](repeating: 0, count: articles.count)
        // A term that many articles hold adds next to nothing and is in everything.
        let mostPlaces = Self.mostHolders(of: articles.count)
        var pairs = 0
        let order = vector.indices.sorted { vector[$0] > vector[$1] }
        for index in order {
            guard let holders = places[article.terms.terms[index]], holders.count <= mostPlaces else { continue }
            for holder in holders { sums[Int(holder.place) - forgotten] += vector[index] * holder.weight }
            if article.terms.areNames[index] {
                let rarity = frequencies.rarity(of: article.terms.terms[index])
                for holder in holders { names[Int(holder.place) - forgotten] += rarity }
            }
            pairs += holders.count
            if pairs > Self.mostPairs { break }
        }
        return sums.indices.compactMap { place in
            guard sums[place] > 0 else { return nil }
            let part = StoryThresholds.part(articles[place], article)
            return part > 0 ? (place, sums[place] * part * StoryThresholds.part(ofNames: names[place])) : nil
        }
    }

    /// Articles that may hold a term for it to count, among so many.
    static func mostHolders(of count: Int) -> Int { max(64, count / 8) }

    /// Whether the days between two articles allow them to be of one story.
    func isNear(_ first: StoryArticle, _ second: StoryArticle) -> Bool { StoryThresholds.part(first, second) > 0 }
}
