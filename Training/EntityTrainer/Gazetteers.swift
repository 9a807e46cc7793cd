import Analysis
import Foundation

/// The lists of names in a folder: `given-names.txt`, `surnames.txt`, `places.txt`, `countries.txt`; `#` opens a comment.
enum Gazetteers {
    static func load(_ folder: String) throws -> EntityGazetteer {
        let files: [(EntityGazetteer.List, String)] = [
            (.givenName, "given-names"), (.surname, "surnames"), (.place, "places"), (.country, "countries"),
        ]
        return EntityGazetteer(
            lists: try files.map { list, name in
                let text = try String(contentsOfFile: "\(folder)/\(name).txt", encoding: .utf8)
                return (list, text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init))
            })
    }
}
