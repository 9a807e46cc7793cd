import Analysis

/// Learns the weights of the tagger: a conditional random field by stochastic gradients with AdaGrad (J. Duchi, E. Hazan,
/// Y. Singer 2011), features at random left out so that it does not lean on single words.
final class FieldTrainer {
    /// Times that all documents are gone through.
    private static let passes = 12
    /// The first step, and how much a weight shrinks with each.
    private let rate: Float = 0.1
    private let decay: Float = 1e-6
    /// The share of features that are left out in each pass.
    private let dropout = 0.1
    /// What a document of news counts for; the others are encyclopaedic.
    private static let newsWeight: Float = 2

    private let gazetteer: EntityGazetteer
    private var weights = [SIMD16<Float>](repeating: .zero, count: EntityModel.rows)
    private var squares = [SIMD16<Float>](repeating: SIMD16(repeating: 1e-3), count: EntityModel.rows)
    private var pairs = (0..<EntityTag.count).map { EntityModel.limited(.zero, after: $0) }
    private var pairSquares = [SIMD16<Float>](repeating: SIMD16(repeating: 1e-3), count: EntityTag.count)

    init(gazetteer: EntityGazetteer) { self.gazetteer = gazetteer }

    /// One sentence: the rows of each token's features, and its tags.
    private struct Example {
        var rows: [[UInt32]]
        var tags: [UInt8]
        var weight: Float
    }

    func train(_ documents: [CorpusDocument]) {
        var generator = SeededGenerator(state: 20_240_511)
        var examples: [Example] = []
        for document in documents {
            let weight: Float = ["gum-news", "re3d"].contains(document.corpus) ? Self.newsWeight : 1
            add(document.sentences, document.tags, weight, to: &examples)
            if let other = Augmentation.rewritten(document.sentences, &generator) {
                // Only what was rewritten; the rest of the document lends its context.
                add(other, document.tags, weight, to: &examples, unlike: document.sentences)
            }
        }
        var order = Array(examples.indices)
        for pass in 0..<Self.passes {
            order.shuffle(using: &generator)
            let step = rate / (1 + 0.15 * Float(pass))
            for index in order { learn(examples[index], step, &generator) }
        }
    }

    private func add(
        _ sentences: [[String]], _ tags: [[String]], _ weight: Float, to examples: inout [Example],
        unlike usual: [[String]]? = nil
    ) {
        let text = EntityText(sentences: sentences)
        let features = EntityFeatures(of: text, gazetteer: gazetteer)
        for (place, sentence) in text.sentences.enumerated() {
            if let usual, usual[place] == sentences[place] { continue }
            let rows = sentence.map { index in
                features.hashes[Int(features.starts[index])..<Int(features.starts[index + 1])].map {
                    UInt32(EntityModel.row(of: $0))
                }
            }
            examples.append(
                Example(rows: rows, tags: tags[place].map { UInt8(CorpusDocument.number(of: $0)) }, weight: weight))
        }
    }

    private func learn(_ example: Example, _ step: Float, _ generator: inout SeededGenerator) {
        let count = example.rows.count
        var scores = [SIMD16<Float>](repeating: .zero, count: count)
        let limit = UInt64(dropout * 65_536)
        var kept: [[UInt32]] = []
        kept.reserveCapacity(count)
        for index in 0..<count {
            let rows = example.rows[index]
            var here: [UInt32] = []
            here.reserveCapacity(rows.count)
            var bits: UInt64 = 0
            for (place, row) in rows.enumerated() {
                if place % 4 == 0 { bits = generator.next() }
                if bits & 0xFFFF >= limit { here.append(row) }
                bits >>= 16
            }
            var sum = SIMD16<Float>.zero
            for row in here { sum += weights[Int(row)] }
            scores[index] = sum
            kept.append(here)
        }
        var chain = TagChain(pairs: pairs)
        chain.weigh(scores[...])
        for index in 0..<count {
            var gradient = chain.marginals[index]
            gradient[Int(example.tags[index])] -= 1
            gradient *= example.weight
            let square = gradient * gradient
            guard square.sum() > 1e-6 else { continue }
            for row in kept[index] {
                let row = Int(row)
                squares[row] += square
                weights[row] -= step * (gradient / squares[row].squareRoot() + decay * weights[row])
            }
        }
        guard count > 1 else { return }
        var gradients = [SIMD16<Float>](repeating: .zero, count: EntityTag.count)
        for index in 1..<count {
            let right = chain.own[index] * chain.backward[index]
            var total: Float = 0
            var table = gradients
            for tag in 0..<EntityTag.count {
                table[tag] = chain.pairPowers[tag] * right * chain.forward[index - 1][tag]
                total += table[tag].sum()
            }
            for tag in 0..<EntityTag.count { gradients[tag] += table[tag] / SIMD16(repeating: max(total, 1e-30)) }
            gradients[Int(example.tags[index - 1])][Int(example.tags[index])] -= 1
        }
        for tag in 0..<EntityTag.count {
            pairSquares[tag] += gradients[tag] * gradients[tag]
            let moved = pairs[tag] - step * gradients[tag] / pairSquares[tag].squareRoot()
            pairs[tag] = EntityModel.limited(moved, after: tag)
        }
    }

    /// The model in numbers of one byte.
    func model(calibration: [Float]) -> EntityModel {
        // The largest weights are cut, so that the others keep more digits.
        var sizes: [Float] = []
        for row in weights { for tag in 0..<EntityTag.count where row[tag] != 0 { sizes.append(abs(row[tag])) } }
        sizes.sort()
        let largest = sizes.isEmpty ? 1 : sizes[min(sizes.count - 1, sizes.count * 9_995 / 10_000)]
        let scale = largest / 127
        var bytes: [Int8] = []
        bytes.reserveCapacity(weights.count * EntityTag.count + 7)
        for row in weights {
            for tag in 0..<EntityTag.count { bytes.append(Int8(max(-127, min(127, (row[tag] / scale).rounded())))) }
        }
        bytes += Array(repeating: 0, count: 7)
        return EntityModel(
            weights: bytes, scale: scale, pairs: pairs, calibration: calibration, gazetteer: gazetteer)
    }
}
