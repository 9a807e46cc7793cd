import Hashing
import NewsModel
import Testing

@testable import Archive

/// Ids, keys, addresses and texts that count as the same.
struct IdentityTests {
    struct Address: Sendable {
        var given: String
        var canonical: String?
        var namesAnArticle = true
    }

    @Test(arguments: [
        Address(given: "https://News.Example/a", canonical: "https://news.example/a"),
        Address(given: "HTTP://news.example:80/a", canonical: "https://news.example/a"),
        Address(given: "https://news.example:443/a", canonical: "https://news.example/a"),
        Address(given: "http://news.example:8080/a", canonical: "https://news.example:8080/a"),
        Address(given: "https://news.example:/a", canonical: "https://news.example/a"),
        Address(given: "https://user:secret@news.example./a", canonical: "https://news.example/a"),
        Address(given: "https://[2001:DB8::1]/a", canonical: "https://[2001:db8::1]/a"),
        Address(given: "https://news.example/a/", canonical: "https://news.example/a"),
        Address(given: "https://news.example/a#part", canonical: "https://news.example/a"),
        Address(given: "https://news.example/#!a", canonical: "https://news.example/#!a", namesAnArticle: false),
        Address(given: "https://news.example/a?utm_source=x&UTM_medium=y", canonical: "https://news.example/a"),
        Address(given: "https://news.example/a?id=7&fbclid=z", canonical: "https://news.example/a?id=7"),
        Address(given: "https://news.example/a?b=2&a=1", canonical: "https://news.example/a?a=1&b=2"),
        Address(given: "https://news.example/a?", canonical: "https://news.example/a"),
        Address(given: "https://news.example/%7euser/%c3%a9%2f", canonical: "https://news.example/~user/%C3%A9%2F"),
        Address(given: "https://news.example/a%", canonical: "https://news.example/a%"),
        Address(given: "https://news.example/A", canonical: "https://news.example/A"),
        Address(given: "https://news.example", canonical: "https://news.example/", namesAnArticle: false),
        Address(given: "https://news.example/?p=12", canonical: "https://news.example/?p=12", namesAnArticle: false),
        Address(given: "https:///a", canonical: nil),
        Address(given: "ftp://news.example/a", canonical: nil),
        Address(given: "urn:news:1", canonical: nil),
        Address(given: "/relative", canonical: nil),
        Address(given: "", canonical: nil),
    ])
    func address_HasOneForm(_ address: Address) {
        let canonical = CanonicalURL(address.given)
        #expect(canonical?.text == address.canonical)
        #expect(canonical.map(\.namesAnArticle) ?? true == address.namesAnArticle)
    }

    @Test func guid_GoesBeforeTheAddress_AndAnEmptyOneIsNone() {
        func key(url: String? = nil, guid: String? = nil) -> ArticleKey? {
            ArticleKey(.make("x", url: url, guid: guid))
        }
        #expect(key(url: "https://n.example/a", guid: "urn:1") == key(guid: "urn:1"))
        #expect(key(url: "https://n.example/a", guid: "") == key(url: "https://n.example/a"))
        #expect(key(guid: "https://n.example/a") != key(url: "https://n.example/a"))
        #expect(key(url: "https://n.example/") == nil)
    }

    struct Pair: Sendable {
        var first: String
        var second: String
        var areSame: Bool
    }

    @Test(arguments: [
        Pair(first: "One two.\n\nThree", second: "one  two three!", areSame: true),
        Pair(first: "“don’t” – he said…", second: "\"don't\" - he said...", areSame: true),
        Pair(first: "a\u{200B}b\u{AD}c", second: "abc", areSame: true),
        Pair(first: "ab c", second: "abc", areSame: false),
        Pair(first: "首相 会見", second: "首相、会見。", areSame: true),
        Pair(first: "Größe", second: "Grosse", areSame: false),
        Pair(first: "rise of 3", second: "rise of 4", areSame: false),
        Pair(first: "🙂 ok", second: "ok", areSame: false),
        Pair(first: "", second: " … ", areSame: true),
    ])
    func texts_AreTheSame_WhenOnlySpacingAndPunctuationDiffer(_ pair: Pair) {
        #expect((NormalizedText(pair.first) == NormalizedText(pair.second)) == pair.areSame)
    }

    @Test func scriptsWithoutSpaces_AreCutIntoCharacters() {
        #expect(NormalizedText("首相AB会").words.map { String(decoding: $0, as: UTF8.self) } == ["首", "相", "ab", "会"])
    }

    struct Limit: Sendable {
        var bytes: Int
        var words: [String]
    }

    @Test(arguments: [
        Limit(bytes: 0, words: []), Limit(bytes: 1, words: ["n"]), Limit(bytes: 2, words: ["n"]),
        Limit(bytes: 3, words: ["né"]), Limit(bytes: 6, words: ["né"]), Limit(bytes: 7, words: ["né", "首"]),
        Limit(bytes: 9, words: ["né", "首"]), Limit(bytes: 10, words: ["né", "首", "相"]),
        Limit(bytes: 99, words: ["né", "首", "相"]),
    ])
    func limit_CutsBetweenCharacters(_ limit: Limit) {
        let words = NormalizedText("né 首相", limit: limit.bytes).words
        #expect(words.map { String(decoding: $0, as: UTF8.self) } == limit.words)
    }

    @Test func derivedHeadline_IsNotPartOfTheText_AndAGivenOneIs() {
        var first = Article.make("Words.", headline: "One")
        var second = Article.make("Words.", headline: "Two")
        #expect(NormalizedText.hash(of: first) != NormalizedText.hash(of: second))
        first.headlineIsDerived = true
        second.headlineIsDerived = true
        #expect(NormalizedText.hash(of: first) == NormalizedText.hash(of: second))
    }

    @Test func shingles_TellEditionsFromOtherTexts() {
        func shingles(_ text: String) -> WordShingles { WordShingles(NormalizedText(text)) }
        #expect(shingles(Copy.bridge).containment(with: shingles(Copy.bridgeUpdated)) > 0.8)
        #expect(shingles(Copy.bridge).containment(with: shingles(Copy.budget)) == 0)
        let stub = String(Copy.bridge.prefix(70))
        #expect(shingles(stub).containment(with: shingles(Copy.bridge)) > 0.8)
        #expect(shingles("").containment(with: shingles("")) == 1)
        #expect(shingles("").containment(with: shingles("a")) == 0)
        #expect(shingles("one two").containment(with: shingles("one two")) == 1)
    }

    @Test func id_IsOfTheBytesAndTheMember_AndTheSameEverywhere() {
        let original = SHA256Digest.of(Array("abc".utf8))
        // First 60 bits of the SHA-256 of "ba7816bf...15ad\n", computed apart from this program.
        #expect(ArticleID(original: original, memberPath: nil).description == Self.expectedID)
        #expect(ArticleID(original: original, memberPath: nil) == ArticleID(original: original, memberPath: ""))
        #expect(ArticleID(original: original, memberPath: "#1") != ArticleID(original: original, memberPath: "#2"))
        let attempts = (0..<9).map { ArticleID(original: original, memberPath: nil, attempt: $0) }
        #expect(Set(attempts).count == 9)
    }

    @Test func collidingId_TakesTheNextBits() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let original = SHA256Digest.of(Array("second".utf8))
        try desk.deliver("first", [.make(Copy.bridge)])
        _ = try Desk.sqlite3(
            desk.database,
            "UPDATE articles SET article = '\(ArticleID(original: original, memberPath: nil))'", readOnly: false)
        let second = try desk.deliver("second", [.make(Copy.budget)])
        #expect(second.articles.map(\.id) == [ArticleID(original: original, memberPath: nil, attempt: 1)])
        #expect(try desk.archive.counters().articles == 2)
    }

    private static let expectedID = "c853vwhpv85f"
}
