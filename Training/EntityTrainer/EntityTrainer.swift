import Analysis
import Foundation

/// Trains the model of the name tagger and writes it, or measures it on documents that it was not trained on.
///
///     EntityTrainer train CORPUS GAZETTEERS MODEL [ANSWERS]    `make model`; with the answers of `folds`
///     EntityTrainer folds CORPUS GAZETTEERS ANSWERS    each document tagged by a model that was trained without it
///     EntityTrainer without CORPUS GAZETTEERS ANSWERS NAME ...    the named corpora tagged by a model trained without them
///
/// CORPUS holds one document a line (`id corpus sentences tags`). The same input gives the same bytes.
@main
enum EntityTrainer {
    /// Parts that the documents are dealt into.
    static let folds = 5

    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 5 else { usage() }
        let all = try CorpusDocument.load(arguments[2])
        let gazetteer = try Gazetteers.load(arguments[3])
        let training = all.filter { !CorpusDocument.notForTraining.contains($0.corpus) }
        switch arguments[1] {
        case "train":
            // How sure to be is learned from what was left out, the weights from everything.
            let calibration = Calibration()
            let lines = try answersOfFolds(of: all, training, gazetteer, calibration)
            if arguments.count > 5 { try lines.write(to: URL(fileURLWithPath: arguments[5])) }
            let trainer = FieldTrainer(gazetteer: gazetteer)
            trainer.train(training)
            let bytes = ModelFile.bytes(of: trainer.model(calibration: calibration.points))
            try Data(bytes).write(to: URL(fileURLWithPath: arguments[4]))
            print("\(arguments[4]): \(bytes.count) bytes, calibration \(calibration.points)")
        case "folds":
            let lines = try answersOfFolds(of: all, training, gazetteer, Calibration())
            try lines.write(to: URL(fileURLWithPath: arguments[4]))
        case "without":
            let left = Set(arguments.dropFirst(5))
            let trainer = FieldTrainer(gazetteer: gazetteer)
            trainer.train(training.filter { !left.contains($0.corpus) })
            let model = trainer.model(calibration: Calibration.even)
            var lines = Data()
            for document in all where left.contains(document.corpus) { try lines.append(answer(document, model)) }
            try lines.write(to: URL(fileURLWithPath: arguments[4]))
        default: usage()
        }
    }

    /// Each document tagged by a model that was trained without its part, which the calibration learns from.
    private static func answersOfFolds(
        of all: [CorpusDocument], _ training: [CorpusDocument], _ gazetteer: EntityGazetteer, _ calibration: Calibration
    ) throws -> Data {
        var lines = Data()
        for fold in 0..<folds {
            let trainer = FieldTrainer(gazetteer: gazetteer)
            trainer.train(training.filter { $0.fold(of: folds) != fold })
            let model = trainer.model(calibration: Calibration.even)
            calibration.add(training.filter { $0.fold(of: folds) == fold }, model: model)
            for document in all where document.fold(of: folds) == fold { try lines.append(answer(document, model)) }
        }
        return lines
    }

    private static func answer(_ document: CorpusDocument, _ model: EntityModel) throws -> Data {
        let text = EntityText(sentences: document.sentences)
        let tags = EntityTagger(model: model).tags(of: text).tags
        let names = text.sentences.map { $0.map { EntityTag.corpusName(of: Int(tags[$0])) } }
        return try JSONSerialization.data(withJSONObject: ["id": document.id, "tags": names]) + Data("\n".utf8)
    }

    private static func usage() -> Never {
        FileHandle.standardError.write(
            Data("usage: EntityTrainer train|folds|without CORPUS.jsonl GAZETTEERS OUTPUT [CORPUS NAME ...]\n".utf8))
        exit(64)
    }
}
