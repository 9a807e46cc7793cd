import Foundation

/// Predictions for the scorers of `make analysis`: reads one JSON object a line and writes one a line.
///
/// It runs the very types of the desk in the order in which it runs them; docs/analysis.md says what is measured.
@main
enum AnalysisBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard (3...4).contains(arguments.count) else { usage() }
        if arguments[1] == "entities" { return try EntityTask.run(arguments[2]) }
        let records = try Record.load(arguments[2])
        switch arguments[1] {
        case "duplicates": DuplicateTask.run(records)
        case "stories": StoryTask.run(records)
        case "credits": CreditTask.run(records)
        case "quotes": QuotationTask.run(records)
        case "speed": try SpeedTask.run(records, count: arguments.count > 3 ? Int(arguments[3]) ?? 0 : 1_000_000)
        default: usage()
        }
    }

    private static func usage() -> Never {
        FileHandle.standardError.write(
            Data(
                "usage: AnalysisBenchmark duplicates|stories|credits|quotes|entities FILE.jsonl, or speed FILE.jsonl [ARTICLES]\n"
                    .utf8)
        )
        exit(64)
    }
}

/// One line of a set.
struct Record: Decodable {
    var id: String
    var text: String
    var language: String?
    /// The day of publication, `2024-05-03`.
    var date: String?
    /// The id of the record whose text this one has.
    var copy_of: String?

    static func load(_ path: String) throws -> [Record] { try load(path, as: Record.self) }

    /// Reads one object a line, from the standard input for `-`.
    static func load<Line: Decodable>(_ path: String, as type: Line.Type) throws -> [Line] {
        let data =
            path == "-"
            ? FileHandle.standardInput.readDataToEndOfFile() : try Data(contentsOf: URL(fileURLWithPath: path))
        return try data.split(separator: UInt8(ascii: "\n")).map {
            try JSONDecoder().decode(Line.self, from: Data($0))
        }
    }

    /// Writes an object as one line.
    static func write(_ object: [String: Any]) {
        guard let data = try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys]) else { return }
        FileHandle.standardOutput.write(data + Data("\n".utf8))
    }
}
