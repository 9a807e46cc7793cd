import Analysis

/// The story of each article: taken one after the other, then grouped anew, as the desk does when it comes to rest.
enum StoryTask {
    static func run(_ records: [Record]) {
        var grouper = StoryGrouper()
        var stories: [Int64: Int64] = [:]
        func note(_ changes: [StoryChange]) { for change in changes { stories[change.article] = change.story } }
        for (number, record) in records.enumerated() {
            let terms = StoryTerms(headline: nil, body: record.text)
            note(grouper.add(StoryArticle(id: Int64(number), time: 0, terms: terms)))
        }
        note(grouper.regroup())
        for (number, record) in records.enumerated() {
            let label = stories[Int64(number)].map { "story \($0)" } ?? "alone \(number)"
            Record.write(["id": record.id, "story": label])
        }
    }
}
