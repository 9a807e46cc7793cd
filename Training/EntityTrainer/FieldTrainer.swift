import Analysis
import SeededNumbers

/// Learns the weights of the tagger: a conditional random field by stochastic gradients with AdaGrad (J. Duchi, E. Hazan,
/// Y. Singer 2011), features at random left out so that it does not lean on single words.
final class FieldTrainer {
    /// The passes of each run through all documents, and the last ones of these that count.
    private static let passes = 6
    private static let averagedPasses = 3
    /// The first step.
    private static let rate: Float = 0.1
    /// The share of features that are left out in each pass, and of words that are hidden, so that what stands around them and the
    /// lists have to do.
    private static let dropout = 0.15
    private static let wordDropout = 0.2

    private let plan: TrainingPlan
    private let runs: Int
    private let gazetteer: EntityGazetteer
    private var weights: [SIMD16<Float>] = []
    /// The hash of each row's feature, and how often it was seen.
    private var hashes: [UInt32] = []
    private var occurrences: [Float] = []
    private var squares: [SIMD16<Float>] = []
    private var pairs = (0..<EntityTag.count).map { EntityModel.limited(.zero, after: $0) }
    private var pairSquares = [SIMD16<Float>](repeating: SIMD16(repeating: 1e-3), count: EntityTag.count)

    init(plan: TrainingPlan, gazetteer: EntityGazetteer, calibrates: Bool = false) {
        self.plan = plan
        runs = calibrates ? plan.calibrationRuns : plan.runs
        self.gazetteer = gazetteer
    }

    /// One sentence: the rows of each token's features, and its tags.
    private struct Example {
        var rows: [[UInt32]]
        /// How many of a token's rows are of the word itself; they come first.
        var own: [Int] = []
        var tags: [UInt8]
        var weight: Float
    }

    func train(_ documents: [CorpusDocument]) {
        var generator = SeededGenerator(seed: 20_240_511)
        var examples: [Example] = []
        for document in documents {
            let weight = plan.weights[document.corpus] ?? 1
            add(document.text, document.tags, weight, to: &examples)
            if let other = Augmentation.rewritten(document.sentences, &generator) {
                // Only what was rewritten; the rest of the document lends its context.
                add(
                    EntityText(sentences: other, language: document.language), document.tags, weight, to: &examples,
                    only: zip(other, document.sentences).map { $0 != $1 })
            }
        }
        number(&examples)
        // The mean of several runs, each in another order and with other features left out, and of the latter passes of
        // each, leans less on the examples that came last (B. Polyak, A. Juditsky 1992).
        var sum = [SIMD16<Float>](repeating: .zero, count: hashes.count)
        var pairSum = [SIMD16<Float>](repeating: .zero, count: EntityTag.count)
        var order = Array(examples.indices)
        for _ in 0..<runs {
            weights = Array(repeating: .zero, count: hashes.count)
            squares = Array(repeating: SIMD16(repeating: 1e-3), count: hashes.count)
            pairs = (0..<EntityTag.count).map { EntityModel.limited(.zero, after: $0) }
            pairSquares = Array(repeating: SIMD16(repeating: 1e-3), count: EntityTag.count)
            for pass in 0..<Self.passes {
                order.shuffle(using: &generator)
                let step = Self.rate / (1 + 0.15 * Float(pass))
                for index in order { learn(examples[index], step, &generator) }
                guard pass + Self.averagedPasses >= Self.passes else { continue }
                for place in weights.indices { sum[place] += weights[place] }
                for tag in 0..<EntityTag.count { pairSum[tag] += pairs[tag] }
            }
        }
        let share = 1 / Float(runs * Self.averagedPasses)
        weights = sum.map { $0 * share }
        pairs = pairSum.enumerated().map { EntityModel.limited($1 * share, after: $0) }
    }

    /// Gives the features rows in place of their hashes: features that were seen once only teach nothing, and the others lie by how
    /// common they are, which is kind to caches.
    private func number(_ examples: inout [Example]) {
        var counts: [UInt32: Int32] = [:]
        for example in examples { for rows in example.rows { for row in rows { counts[row, default: 0] += 1 } } }
        let common = counts.filter { $0.value >= plan.leastOccurrences }.sorted {
            ($0.value, $0.key) > ($1.value, $1.key)
        }
        hashes = common.map(\.key)
        occurrences = common.map { Float($0.value) }
        var numbers: [UInt32: UInt32] = [:]
        for (place, hash) in hashes.enumerated() { numbers[hash] = UInt32(place) }
        for place in examples.indices {
            for token in examples[place].rows.indices {
                let rows = examples[place].rows[token]
                examples[place].own.append(rows.prefix(4).count { numbers[$0] != nil })
                examples[place].rows[token] = rows.compactMap { numbers[$0] }
            }
        }
    }

    private func add(
        _ text: EntityText, _ tags: [[String]], _ weight: Float, to examples: inout [Example], only: [Bool]? = nil
    ) {
        let features = EntityFeatures(of: text, gazetteer: gazetteer)
        for (place, sentence) in text.sentences.enumerated() {
            if let only, !only[place] { continue }
            let rows = sentence.map { index in
                Array(features.hashes[Int(features.starts[index])..<Int(features.starts[index + 1])])
            }
            examples.append(
                Example(rows: rows, tags: tags[place].map { UInt8(CorpusDocument.number(of: $0)) }, weight: weight))
        }
    }

    private func learn(_ example: Example, _ step: Float, _ generator: inout SeededGenerator) {
        let count = example.rows.count
        var scores = [SIMD16<Float>](repeating: .zero, count: count)
        let limit = UInt64(Self.dropout * 65_536)
        var kept: [[UInt32]] = []
        kept.reserveCapacity(count)
        for index in 0..<count {
            let rows = example.rows[index]
            var here: [UInt32] = []
            here.reserveCapacity(rows.count)
            var bits: UInt64 = 0
            let hidden = generator.happens(Self.wordDropout) ? example.own[index] : 0
            for (place, row) in rows.enumerated() where place >= hidden {
                if place % 4 == 0 || place == hidden { bits = generator.next() }
                if bits & 0xFFFF >= limit { here.append(row) }
                bits >>= 16
            }
            var sum = SIMD16<Float>.zero
            for row in here { sum += weights[Int(row)] }
            scores[index] = sum
            kept.append(here)
        }
        var decoder = LinearChainDecoder(pairs: pairs)
        decoder.findMarginals(scores[...])
        for index in 0..<count {
            var gradient = decoder.marginals[index]
            gradient[Int(example.tags[index])] -= 1
            gradient *= example.weight
            let square = gradient * gradient
            guard square.sum() > 1e-6 else { continue }
            for row in kept[index] {
                let row = Int(row)
                squares[row] += square
                weights[row] -= step * gradient / squares[row].squareRoot()
            }
        }
        guard count > 1 else { return }
        var gradients = [SIMD16<Float>](repeating: .zero, count: EntityTag.count)
        for index in 1..<count {
            let right = decoder.own[index] * decoder.backward[index]
            var total: Float = 0
            var table = gradients
            for tag in 0..<EntityTag.count {
                table[tag] = decoder.pairPowers[tag] * right * decoder.forward[index - 1][tag]
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

    /// The model in few bytes.
    func model(calibration: [Float]) -> EntityModel {
        let features = weights.indices.map { place in
            let row = weights[place]
            var steps = SIMD8<Float>.zero
            for tag in 0..<WeightTable.tags { steps[tag] = row[tag + 1] - row[EntityTag.outside] }
            // A weight that all tags share decides nothing.
            var rest = row
            let mean = row.sum() / Float(EntityTag.count)
            for tag in 0..<EntityTag.count { rest[tag] -= mean }
            return (hash: hashes[place], steps: steps, size: (rest * rest).sum(), count: occurrences[place])
        }.sorted { ($0.size, $0.hash) > ($1.size, $1.hash) }
        // The scale by which the weights that are kept lose least, each by how often it is used; the largest are cut for it.
        let kept = features.prefix(plan.buckets * WeightTable.slots)
        var largest: Float = 0
        for feature in kept { largest = max(largest, feature.steps.max(), -feature.steps.min()) }
        var scale = max(largest, 1e-6) / WeightTable.mostSteps
        var least = Float.infinity
        var tried = scale
        for _ in 0..<24 {
            let step = tried
            let loss = kept.reduce(Float(0)) { sum, feature in
                let error = feature.steps - WeightTable.rounded(feature.steps / step) * step
                return sum + (error * error).sum() * feature.count
            }
            if loss < least { (least, scale) = (loss, step) }
            tried *= 0.85
        }
        return EntityModel(
            weights: WeightTable(features: features.map { ($0.hash, $0.steps / scale) }, buckets: plan.buckets),
            scale: scale, pairs: pairs,
            calibration: calibration, gazetteer: gazetteer)
    }
}
