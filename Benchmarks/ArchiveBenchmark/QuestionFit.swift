import Archive
import ArticleQuery
import Foundation

/// Tells how far the constants of the ranking were fitted to questions: the strongest of them are fitted again on one half of the questions,
/// and both, as they are and as they became, are measured on the other half.
struct QuestionFit {
    /// A question with the pages that answer it.
    private struct Question {
        var text: String
        var pages: Set<String>
        /// Which half it is in: the parity of a hash of its text, so that it is always the same.
        var half: Int
    }

    /// A constant that may be fitted.
    private struct Constant: Sendable {
        var name: String
        var place: any WritableKeyPath<RankingConstants, Double> & Sendable
    }

    /// What some questions find.
    private struct Measure {
        /// Shares of questions of which a right page is first, among the first three and among the first ten.
        var first = 0.0
        var three = 0.0
        var ten = 0.0
        /// The mean of 1/rank of the first right page, 0 where none is among the first ten. By it is fitted: it changes by small steps.
        var reciprocalRank = 0.0
    }

    private static let constants = [
        Constant(name: "saturation", place: \.saturation),
        Constant(name: "length normalization", place: \.lengthNormalization),
        Constant(name: "inflected", place: \.inflected), Constant(name: "compound", place: \.compound),
        Constant(name: "neighbour", place: \.neighbour), Constant(name: "proximity", place: \.proximity),
        Constant(name: "complete", place: \.complete),
    ]
    /// What each constant is tried at, as parts of what it is.
    private static let factors = [0, 0.33, 0.5, 0.75, 1, 1.33, 2, 3]
    /// How many constants are fitted.
    private static let fitted = 4
    /// How often each of them is gone through.
    private static let rounds = 2
    private static let hits = 10

    private let archive: ArchiveReader
    private let questions: [Question]

    /// - Parameters:
    ///   - state: an archive of the pages.
    ///   - file: JSON Lines with `query` and `right`, the names of the right pages without their endings.
    init(state: String, questions file: String) throws {
        archive = try ArchiveReader.open(state: state)
        questions = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").compactMap { line in
            guard let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
                let text = object["query"] as? String, let right = object["right"] as? [String]
            else { return nil }
            return Question(text: text, pages: Set(right), half: Self.half(of: text))
        }
    }

    /// Prints what each half says of the other.
    func run() throws {
        print("fitted on  measured on  constants          n   first   three     ten     MRR")
        for half in 0...1 {
            let own = questions.filter { $0.half == half }
            let other = questions.filter { $0.half != half }
            let (constants, changes) = try fit(own)
            for (name, values) in [("as they are", RankingConstants.standard), ("fitted", constants)] {
                for (on, asked) in [(half, own), (1 - half, other)] {
                    let found = try measure(asked, values)
                    print(
                        "    \("AB".dropFirst(half).prefix(1))            \("AB".dropFirst(on).prefix(1))       "
                            + name.padding(toLength: 14, withPad: " ", startingAt: 0)
                            + String(
                                format: "%6d%8.3f%8.3f%8.3f%8.3f", asked.count, found.first, found.three, found.ten,
                                found.reciprocalRank))
                }
            }
            print("    fitted: " + changes.joined(separator: ", "))
        }
    }

    /// The strongest constants at their best for some questions, and what they became.
    private func fit(_ asked: [Question]) throws -> (RankingConstants, [String]) {
        let standard = RankingConstants.standard
        var effects: [(constant: Constant, effect: Double)] = []
        for constant in Self.constants {
            let values = try Self.factors.map {
                try measure(asked, Self.changed(standard, constant, $0)).reciprocalRank
            }
            effects.append((constant, (values.max() ?? 0) - (values.min() ?? 0)))
        }
        let strongest = effects.sorted { $0.effect > $1.effect }.prefix(Self.fitted).map(\.constant)
        var best = standard
        var reached = try measure(asked, best).reciprocalRank
        for _ in 0..<Self.rounds {
            for constant in strongest {
                for factor in Self.factors {
                    var tried = best
                    tried[keyPath: constant.place] = standard[keyPath: constant.place] * factor
                    let value = try measure(asked, tried).reciprocalRank
                    if value > reached { (best, reached) = (tried, value) }
                }
            }
        }
        return (
            best,
            strongest.map { constant in
                String(
                    format: "%@ %.2f (is %.2f)", constant.name, best[keyPath: constant.place],
                    standard[keyPath: constant.place])
            }
        )
    }

    private static func changed(_ constants: RankingConstants, _ constant: Constant, _ factor: Double)
        -> RankingConstants
    {
        var changed = constants
        changed[keyPath: constant.place] *= factor
        return changed
    }

    private func measure(_ asked: [Question], _ constants: RankingConstants) throws -> Measure {
        var measure = Measure()
        let share = 1 / Double(max(1, asked.count))
        for question in asked {
            let filter = ArticleFilter(availability: .notWithdrawn, foldsCopies: true)
            let request = SearchRequest(query: question.text, filter: filter, limit: Self.hits)
            let hits = try archive.search(request, by: constants).page.items
            guard let place = hits.firstIndex(where: { question.pages.contains(Self.page($0.article.file)) }) else {
                continue
            }
            if place < 1 { measure.first += share }
            if place < 3 { measure.three += share }
            measure.ten += share
            measure.reciprocalRank += share / Double(place + 1)
        }
        return measure
    }

    /// The name of a page without its folder and ending.
    private static func page(_ file: String) -> String {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        return name.hasSuffix(".html") ? String(name.dropLast(5)) : name
    }

    /// FNV-1a, of which the parity of all bits is taken.
    private static func half(of text: String) -> Int {
        let hash = text.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return hash.nonzeroBitCount & 1
    }
}
