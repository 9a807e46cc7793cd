import NewsModel

/// Where the words of a text name the article's entities.
struct EntityMentions {
    /// A mention of an entity.
    struct Mention {
        var words: Range<Int>
        var entity: Int
    }

    /// The article's entities.
    let entities: [Entity]
    /// The mentions by their words, in order.
    let all: [Mention]
    /// The number of the mention that each word belongs to, or -1.
    private let numberOfWord: [Int32]

    init(of entities: [Entity], in words: [QuotationWord]) {
        self.entities = entities
        var mentions: [Mention] = []
        for (place, entity) in entities.enumerated() {
            for range in entity.mentions {
                let first = words.partitioned { $0.end <= range.start }
                var end = first
                while end < words.count, words[end].start < range.end { end += 1 }
                if end > first { mentions.append(Mention(words: first..<end, entity: place)) }
            }
        }
        mentions.sort { $0.words.lowerBound < $1.words.lowerBound }
        var numbers = [Int32](repeating: -1, count: words.count)
        for (number, mention) in mentions.enumerated() {
            for word in mention.words { numbers[word] = Int32(clamping: number) }
        }
        all = mentions
        numberOfWord = numbers
    }

    /// The mention that a word belongs to, or nil.
    subscript(word: Int) -> Mention? {
        numberOfWord[word] >= 0 ? all[Int(numberOfWord[word])] : nil
    }

    /// The mention that begins at a word, or nil.
    func starting(at word: Int) -> Mention? {
        self[word].flatMap { $0.words.lowerBound == word ? $0 : nil }
    }

    func kind(_ mention: Mention) -> Entity.Kind { entities[mention.entity].kind }

    /// The number of mentions that begin before a word.
    func count(before word: Int) -> Int { all.partitioned { $0.words.lowerBound < word } }
}

extension RandomAccessCollection where Index == Int {
    /// The first place whose element does not fulfil a condition that all before it do, by bisection.
    func partitioned(by holds: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
