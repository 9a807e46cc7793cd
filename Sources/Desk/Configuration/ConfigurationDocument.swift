import Yams

/// A YAML text as a tree of nodes that know their places, also where a key stands twice.
///
/// Yams stops at the first repeated key. So that all problems can be reported at once, a key that is repeated later is hidden
/// under a name of private-use characters, just as long, and the text is composed again.
struct ConfigurationDocument {
    /// The most keys that are hidden: each costs one more reading of the text, and nobody mends more at once.
    private static let mostHidden = 50
    /// The first of the private-use characters that hide keys (Unicode's Private Use Area).
    private static let firstHiding: UInt32 = 0xE000

    /// The top node; nil for a text without any.
    let root: Node?
    private let hidden: [String: String]

    /// Composes a text.
    ///
    /// - Throws: `ConfigurationError` where the text is no YAML.
    init(text: String, file: String) throws(ConfigurationError) {
        var text = text
        var hidden: [String: String] = [:]
        while true {
            do {
                root = try Yams.compose(yaml: text)
                self.hidden = hidden
                return
            } catch YamlError.duplicatedKeysInMapping(let names, let context) {
                let name = names.first ?? ""
                let stand = String(
                    repeating: Unicode.Scalar(Self.firstHiding + UInt32(hidden.count)).map(String.init) ?? "?",
                    count: name.unicodeScalars.count)
                guard hidden.count < Self.mostHidden,
                    let replaced = Self.replacing(name, with: stand, at: context.mark, in: text)
                else {
                    let message = "`\(name)` is set twice in the same place; keep one of them"
                    throw ConfigurationError(problems: [Self.problem(file, context.mark, message)])
                }
                hidden[stand] = name
                text = replaced
            } catch {
                throw ConfigurationError(problems: [Self.problem(of: error, file: file, text: text)])
            }
        }
    }

    /// The name of a key as it was written.
    func name(of key: String) -> String { hidden[key] ?? key }

    private static func problem(_ file: String, _ mark: Mark, _ message: String) -> ConfigurationProblem {
        ConfigurationProblem(file: file, line: mark.line, column: mark.column, message: message)
    }

    private static func problem(of error: any Error, file: String, text: String) -> ConfigurationProblem {
        switch error {
        case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _):
            return Self.problem(file, mark, "this is not valid YAML: \(problem)")
        case YamlError.reader(let problem, let offset?, _, _):
            let before = text.prefix(offset)
            let line = before.reduce(1) { $1.isNewline ? $0 + 1 : $0 }
            let column = before.reversed().prefix { !$0.isNewline }.reduce(1) { $0 + $1.unicodeScalars.count }
            return ConfigurationProblem(
                file: file, line: line, column: column, message: "this is not valid YAML: \(problem)")
        default:
            return ConfigurationProblem(file: file, message: "this is not valid YAML: \(error)")
        }
    }

    /// The text with the name at a place, in quotes or not, replaced; nil where the place does not hold it literally.
    private static func replacing(_ name: String, with stand: String, at mark: Mark, in text: String) -> String? {
        var scalars = Array(text.unicodeScalars)
        var position = 0
        var line = 1
        while line < mark.line, position < scalars.count {
            if scalars[position] == "\n" { line += 1 }
            position += 1
        }
        position += mark.column - 1
        if position < scalars.count, scalars[position] == "\"" || scalars[position] == "'" { position += 1 }
        let old = Array(name.unicodeScalars)
        guard !old.isEmpty, position >= 0, position + old.count <= scalars.count,
            Array(scalars[position..<position + old.count]) == old
        else { return nil }
        scalars.replaceSubrange(position..<position + old.count, with: Array(stand.unicodeScalars))
        var replaced = ""
        replaced.unicodeScalars.append(contentsOf: scalars)
        return replaced
    }
}
