/// Finds the likeliest tags of each sentence: a linear-decoder conditional random field (Lafferty, McCallum, Pereira 2001).
package struct EntityTagger: Sendable {
    /// A name in a text as the tagger found it.
    package struct Mention: Sendable, Equatable {
        /// Its tokens.
        package var tokens: Range<Int>
        /// The index of its kind in `EntityTag.kinds`.
        package var kind: Int
        /// How often names with this probability are right, 0 to 1.
        package var confidence: Float
    }

    private let model: EntityModel

    /// A tagger with a model.
    package init(model: EntityModel) { self.model = model }

    /// The names of a text, in order.
    package func mentions(in text: EntityText) -> [Mention] {
        var mentions: [Mention] = []
        let (tags, certainty) = tags(of: text)
        for sentence in text.sentences {
            var index = sentence.lowerBound
            while index < sentence.upperBound {
                guard tags[index] != EntityTag.outside else {
                    index += 1
                    continue
                }
                let start = index
                let kind = EntityTag.kind(of: Int(tags[index]))
                var least = certainty[index]
                index += 1
                while index < sentence.upperBound, Int(tags[index]) == EntityTag.inside(kind) {
                    least = min(least, certainty[index])
                    index += 1
                }
                mentions.append(Mention(tokens: start..<index, kind: kind, confidence: calibrated(least)))
            }
        }
        return mentions
    }

    /// The tags of all tokens, and the tagger's own probability of each; 1 in sentences without a name, which are not weighed.
    package func tags(of text: EntityText) -> (tags: [UInt8], certainty: [Float]) {
        let features = EntityFeatures(of: text, gazetteer: model.gazetteer)
        var scores = [SIMD16<Float>](repeating: .zero, count: text.tokens.count)
        for index in text.tokens.indices {
            let steps = model.weights.steps(
                of: features.hashes[Int(features.starts[index])..<Int(features.starts[index + 1])])
            for tag in 0..<WeightTable.tags { scores[index][tag + 1] = Float(steps[tag]) * model.scale }
        }
        var tags = [UInt8](repeating: 0, count: text.tokens.count)
        var certainty = [Float](repeating: 1, count: text.tokens.count)
        var decoder = LinearChainDecoder(pairs: model.pairs)
        for sentence in text.sentences where decoder.decode(scores[sentence]) {
            decoder.findMarginals(scores[sentence])
            for (offset, index) in sentence.enumerated() {
                tags[index] = decoder.best[offset]
                certainty[index] = decoder.marginals[offset][Int(decoder.best[offset])]
            }
        }
        return (tags, certainty)
    }

    private func calibrated(_ probability: Float) -> Float {
        let place = max(0, min(1, probability)) * Float(EntityModel.calibrationPoints - 1)
        let low = min(Int(place), EntityModel.calibrationPoints - 2)
        let share = place - Float(low)
        return model.calibration[low] * (1 - share) + model.calibration[low + 1] * share
    }
}
