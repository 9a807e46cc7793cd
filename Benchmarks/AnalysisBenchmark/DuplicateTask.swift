import Analysis

/// Relations of each text to the ones before it.
enum DuplicateTask {
    static func run(_ records: [Record]) {
        var index = SampleIndex()
        var frequencies = WordFrequencies()
        var texts: [ShingledText] = []
        for (number, record) in records.enumerated() {
            let text = ShingledText(record.text)
            texts.append(text)
            frequencies.count(text)
            guard text.isComparable else { continue }
            var votes = CandidateVotes()
            for key in text.askedKeys { votes.add(index.texts(under: key)) }
            for candidate in votes.best {
                let other = texts[Int(candidate)]
                guard text.mayShareEnough(keys: votes.keys(of: candidate), withTextOf: other.wordCount) else {
                    continue
                }
                let comparison = TextComparison(text, other, frequencies: frequencies)
                guard let relation = TextRelation(comparison) else { continue }
                Record.write([
                    "a": record.id, "b": records[Int(candidate)].id,
                    "relation": relation.kind == .excerpt ? "excerpt" : "copy",
                ])
            }
            index.insert(UInt32(clamping: number), keys: text.filedKeys)
        }
    }
}
