import Analysis
import Foundation

/// Trains the model of the name tagger and writes it, or measures it on documents that it was not trained on.
///
///     EntityTrainer train PLAN CORPUS GAZETTEERS MODEL [ANSWERS]    `make model`; with the answers of `folds`
///     EntityTrainer quick PLAN CORPUS GAZETTEERS MODEL    to try a plan: without the folds that calibrate it
///     EntityTrainer folds PLAN CORPUS GAZETTEERS ANSWERS    each document tagged by a model that was trained without it
///     EntityTrainer without PLAN CORPUS GAZETTEERS ANSWERS NAME ...    the named corpora tagged by a model trained without them
///
/// PLAN is `english` or `other`. CORPUS holds one document a line (`id corpus sentences tags`, and `language` where it is not English).
/// The same input gives the same bytes.
@main
enum EntityTrainer {
    /// Parts that the documents are dealt into.
    static let folds = 5

    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 6, let plan = TrainingPlan.named(arguments[2]) else { usage() }
        let all = try CorpusDocument.load(arguments[3])
        let gazetteer = try Gazetteers.load(arguments[4], plan)
        let output = URL(fileURLWithPath: arguments[5])
        let training = all.filter { !plan.excluded.contains($0.corpus) }
        switch arguments[1] {
        case "train":
            // How sure to be is learned from what was left out, the weights from everything.
            let calibration = Calibration()
            let lines = try answersOfFolds(of: all, training, gazetteer, plan, calibration)
            if arguments.count > 6 { try lines.write(to: URL(fileURLWithPath: arguments[6])) }
            try write(training, gazetteer, plan, calibration.points, to: output)
        case "quick":
            // To try a plan: without calibration.
            try write(training, gazetteer, plan, Calibration.even, to: output)
        case "folds":
            let calibration = Calibration()
            let lines = try answersOfFolds(of: all, training, gazetteer, plan, calibration)
            try lines.write(to: output)
            print("calibration \(calibration.points)")
        case "without":
            let left = Set(arguments.dropFirst(6))
            let trainer = FieldTrainer(plan: plan, gazetteer: gazetteer)
            trainer.train(training.filter { !left.contains($0.corpus) })
            let model = trainer.model(calibration: Calibration.even)
            var lines = Data()
            for document in all where left.contains(document.corpus) { try lines.append(answer(document, model)) }
            try lines.write(to: output)
        default: usage()
        }
    }

    private static func write(
        _ training: [CorpusDocument], _ gazetteer: EntityGazetteer, _ plan: TrainingPlan, _ calibration: [Float],
        to output: URL
    ) throws {
        let trainer = FieldTrainer(plan: plan, gazetteer: gazetteer)
        trainer.train(training)
        let bytes = ModelFile.bytes(of: trainer.model(calibration: calibration))
        try Data(bytes).write(to: output)
        print("\(output.lastPathComponent): \(bytes.count) bytes, calibration \(calibration)")
    }

    /// Each document tagged by a model that was trained without its part, which the calibration learns from.
    private static func answersOfFolds(
        of all: [CorpusDocument], _ training: [CorpusDocument], _ gazetteer: EntityGazetteer, _ plan: TrainingPlan,
        _ calibration: Calibration
    ) throws -> Data {
        var lines = Data()
        for fold in 0..<plan.calibrationFolds {
            let trainer = FieldTrainer(plan: plan, gazetteer: gazetteer, calibrates: true)
            trainer.train(training.filter { $0.fold(of: folds) != fold })
            let model = trainer.model(calibration: Calibration.even)
            calibration.add(training.filter { $0.fold(of: folds) == fold }, model: model)
            for document in all where document.fold(of: folds) == fold { try lines.append(answer(document, model)) }
        }
        return lines
    }

    private static func answer(_ document: CorpusDocument, _ model: EntityModel) throws -> Data {
        let text = document.text
        let tags = EntityTagger(model: model).tags(of: text).tags
        let names = text.sentences.map { $0.map { EntityTag.corpusName(of: Int(tags[$0])) } }
        return try JSONSerialization.data(withJSONObject: ["id": document.id, "tags": names]) + Data("\n".utf8)
    }

    private static func usage() -> Never {
        FileHandle.standardError.write(
            Data(
                "usage: EntityTrainer train|quick|folds|without english|other CORPUS.jsonl GAZETTEERS OUTPUT [CORPUS NAME ...]\n"
                    .utf8))
        exit(64)
    }
}
