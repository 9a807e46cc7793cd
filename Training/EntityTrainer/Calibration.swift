import Analysis

/// How often names are right, by the tagger's own probability, counted on documents that the tagger was not trained on.
final class Calibration {
    /// Probabilities as they are.
    static let even: [Float] = (0..<EntityModel.calibrationPoints).map {
        Float($0) / Float(EntityModel.calibrationPoints - 1)
    }

    /// Names and right names around each point; each point starts with a few that agree with it.
    private var names = [Float](repeating: 4, count: EntityModel.calibrationPoints)
    private var right = even.map { $0 * 4 }

    func add(_ documents: [CorpusDocument], model: EntityModel) {
        let tagger = EntityTagger(model: model)
        for document in documents {
            let text = document.text
            let tags = document.tags.flatMap { $0 }.map { CorpusDocument.number(of: $0) }
            for mention in tagger.mentions(in: text) {
                let range = mention.tokens
                let isRight =
                    tags[range.lowerBound] == EntityTag.begin(mention.kind)
                    && range.dropFirst().allSatisfy { tags[$0] == EntityTag.inside(mention.kind) }
                    && (range.upperBound == tags.count || tags[range.upperBound] != EntityTag.inside(mention.kind)
                        || text.sentences.contains { $0.lowerBound == range.upperBound })
                let place = Int((mention.confidence * Float(EntityModel.calibrationPoints - 1)).rounded())
                names[place] += 1
                if isRight { right[place] += 1 }
            }
        }
    }

    /// The shares, made rising (pool adjacent violators; M. Ayer and others 1955).
    var points: [Float] {
        var pools: [(right: Float, names: Float, points: Int)] = []
        for index in names.indices {
            pools.append((right[index], names[index], 1))
            while pools.count > 1,
                pools[pools.count - 2].right / pools[pools.count - 2].names > pools[pools.count - 1].right
                    / pools[pools.count - 1].names
            {
                let last = pools.removeLast()
                let before = pools.removeLast()
                pools.append((before.right + last.right, before.names + last.names, before.points + last.points))
            }
        }
        return pools.flatMap { Array(repeating: $0.right / $0.names, count: $0.points) }
    }
}
