import Analysis
import Foundation

/// The lists of names in a folder, one name in small letters a line, and `word-classes.txt`, a word and the number of its class a
/// line; `#` opens a comment.
enum Gazetteers {
    static func load(_ folder: String, _ plan: TrainingPlan) throws -> EntityGazetteer {
        let files: [(EntityGazetteer.List, String)] =
            [
                (.givenName, "given-names"), (.surname, "surnames"), (.place, "places"), (.place, "regions"),
                (.country, "countries"), (.town, "towns"), (.town, "features"), (.organization, "organisations"),
                (.person, "people"), (.nationality, "nationalities"),
            ] + plan.lists.map { ($0.list, $0.file) }
        func lines(_ name: String) throws -> [String] {
            let path = "\(folder)/\(name).txt"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
        }
        return EntityGazetteer(
            lists: try files.map { list, name in (list, try lines(name)) },
            classes: try lines("word-classes").compactMap { line in
                let parts = line.split(separator: " ")
                return parts.count == 2 ? (String(parts[0]), 1 + (UInt8(parts[1]) ?? 0)) : nil
            }, places: plan.places)
    }
}
