import Analysis

/// Relations of each text to the ones before it.
enum DuplicateTask {
    static func run(_ records: [Record]) {
        var index = SketchIndex()
        var frequencies = WordFrequencies()
        var texts: [ShingledText] = []
        for (number, record) in records.enumerated() {
            let text = ShingledText(record.text)
            texts.append(text)
            frequencies.count(text)
            guard text.isComparable else { continue }
            var scores = CandidateScores()
            for key in text.queryKeys { scores.add(index.texts(under: key)) }
            for candidate in scores.best {
                let other = texts[Int(candidate)]
                guard text.mayShareEnough(keys: scores.keys(of: candidate), withTextOf: other.wordCount) else {
                    continue
                }
                let comparison = TextComparison(text, other, frequencies: frequencies)
                guard let relation = TextRelation(comparison) else { continue }
                Record.write([
                    "a": record.id, "b": records[Int(candidate)].id,
                    "relation": relation.kind == .excerpt ? "excerpt" : "copy",
                ])
            }
            index.insert(UInt32(clamping: number), keys: text.storedKeys)
        }
    }
}
