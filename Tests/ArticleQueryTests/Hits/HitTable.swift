import Testing

/// A text and queries that must find it or must not.
struct Hit: Sendable {
    var text: String
    var finds: [String]
    var misses: [String]

    init(_ text: String, finds: [String], misses: [String]) {
        self.text = text
        self.finds = finds
        self.misses = misses
    }
}

/// The texts of one language or script, indexed together, with the languages whose word forms are searched.
struct HitTable: CustomTestStringConvertible, Sendable {
    var name: String
    var languages: [String]
    var hits: [Hit]

    var pairCount: Int { hits.reduce(0) { $0 + $1.finds.count + $1.misses.count } }
    var testDescription: String { "\(name) (\(pairCount) pairs)" }

    static let all = [
        english, signs, german, french, spanish, nordic, polish, turkish, vietnamese, russian, ukrainian, greek, arabic,
        persian, hebrew, hindi, chinese, japanese, korean, thai, mainlandSoutheastAsia,
    ]
}
