import Analysis

/// The story of each article: taken one after the other, then grouped again, as the desk does when it comes to rest. A text that is stored
/// already is not grouped. In a set without any dates all articles are of one day.
enum StoryTask {
    static func run(_ records: [Record]) {
        var grouper = StoryGrouper()
        var stories: [Int64: Int64] = [:]
        var confidences: [Int64: Double] = [:]
        func note(_ changes: [StoryChange]) {
            for change in changes { stories[change.article] = change.story }
            for story in Set(changes.compactMap(\.story)) {
                if let confidence = grouper.confidence(of: story) { confidences[story] = confidence }
            }
        }
        let hasDates = records.contains { $0.date != nil }
        let ids = Set(records.map(\.id))
        let order = records.indices.sorted { (records[$0].date ?? "", $0) < (records[$1].date ?? "", $1) }
        for number in order {
            let record = records[number]
            if let original = record.copy_of, ids.contains(original) { continue }
            let terms = StoryTerms(headline: nil, body: record.text)
            let time = hasDates ? record.date.flatMap(milliseconds) : 0
            note(grouper.add(StoryArticle(id: Int64(number), time: time, terms: terms)))
        }
        note(grouper.regroup())
        for (number, record) in records.enumerated() {
            let label = stories[Int64(number)].map { "story \($0)" } ?? "alone \(number)"
            let confidence = stories[Int64(number)].flatMap { confidences[$0] } ?? 1
            Record.write(["id": record.id, "story": label, "confidence": confidence])
        }
    }

    /// The midnight of a day, `2024-05-03`, in milliseconds since 1970.
    private static func milliseconds(_ date: String) -> Int64? {
        let parts = date.prefix(10).split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        // Days from civil date (H. Hinnant).
        let year = parts[1] <= 2 ? parts[0] - 1 : parts[0]
        let era = year / 400
        let ofEra = year - era * 400
        let ofYear = (153 * (parts[1] + (parts[1] > 2 ? -3 : 9)) + 2) / 5 + parts[2] - 1
        let days = era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
        return Int64(days) * 86_400_000
    }
}
