import NewsModel
import Yams

/// Reads settings out of YAML nodes and collects what is wrong with them, place by place.
struct ConfigurationReader {
    /// The values of one mapping by their keys, and the place of the mapping.
    struct Fields {
        var values: [String: Node] = [:]
        var mark: Mark?
    }

    private let document: ConfigurationDocument
    private let file: String
    private(set) var problems: [ConfigurationProblem] = []

    init(_ document: ConfigurationDocument, file: String) {
        self.document = document
        self.file = file
    }

    /// Notes a problem.
    mutating func report(_ mark: Mark?, _ message: String) {
        problems.append(ConfigurationProblem(file: file, line: mark?.line, column: mark?.column, message: message))
    }

    /// The values of a mapping, after unknown and repeated keys were reported.
    ///
    /// - Parameters:
    ///   - name: what the mapping is, for messages.
    ///   - known: the keys that may stand in it.
    mutating func fields(of node: Node, name: String, known: [String]) -> Fields {
        var fields = Fields(mark: node.mark)
        guard let mapping = node.mapping else {
            report(node.mark, "\(name) wants settings such as `\(known[0]): ...`, not \(Self.kind(of: node))")
            return fields
        }
        var lines: [String: Int] = [:]
        for (key, value) in mapping {
            guard let written = key.scalar?.string else {
                report(key.mark, "a setting's name is a word, not \(Self.kind(of: key))")
                continue
            }
            let word = document.name(of: written)
            if let line = lines[word] {
                report(key.mark, "`\(Self.shown(word))` is set in line \(line) already; keep one of the two")
            } else if known.contains(word) {
                fields.values[word] = value
            } else {
                reportUnknown(word, at: key.mark, known: known)
            }
            lines[word] = lines[word] ?? key.mark?.line ?? 0
        }
        return fields
    }

    /// Sets what a key says; leaves the default where the key is absent or null.
    mutating func set<Value>(
        _ target: inout Value, _ fields: Fields, _ key: String, _ kind: SettingKind<Value>
    ) {
        guard let node = fields.values[key], let value = value(of: node, name: "`\(key)`", kind) else { return }
        target = value
    }

    /// The same for a setting that may be nothing.
    mutating func set<Value>(
        _ target: inout Value?, _ fields: Fields, _ key: String, _ kind: SettingKind<Value>
    ) {
        guard let node = fields.values[key], let value = value(of: node, name: "`\(key)`", kind) else { return }
        target = value
    }

    /// The value of one node; nil for null, and for a wrong one, which is reported.
    mutating func value<Value>(of node: Node, name: String, _ kind: SettingKind<Value>) -> Value? {
        guard !Self.isNull(node) else { return nil }
        guard let text = node.scalar?.string else {
            report(node.mark, "\(name) wants \(kind.hint), not \(Self.kind(of: node))")
            return nil
        }
        guard let value = kind.parse(text) else {
            var message = "\(name) wants \(kind.hint), not `\(Self.shown(text))`"
            if let meant = NearestWord.find(to: text, among: kind.words) { message += "; did you mean `\(meant)`?" }
            report(node.mark, message)
            return nil
        }
        return value
    }

    /// The items of a list; nil for an absent or null key, and for another thing, which is reported.
    mutating func items(_ fields: Fields, _ key: String, of what: String) -> [Node]? {
        guard let node = fields.values[key], !Self.isNull(node) else { return nil }
        guard let sequence = node.sequence else {
            report(node.mark, "`\(key)` must be a list of \(what), each after a `- `, not \(Self.kind(of: node))")
            return nil
        }
        return Array(sequence)
    }

    /// Whether a node says nothing: `null`, `~`, or a key without a value (YAML 1.2, core schema).
    static func isNull(_ node: Node) -> Bool {
        guard let scalar = node.scalar, scalar.style == .plain || scalar.style == .any else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }

    private mutating func reportUnknown(_ word: String, at mark: Mark?, known: [String]) {
        var message = "unknown setting `\(Self.shown(word))`"
        if let meant = NearestWord.find(to: word, among: known) {
            message += "; did you mean `\(meant)`?"
        } else {
            message += "; known here: " + known.joined(separator: ", ")
        }
        report(mark, message)
    }

    private static func kind(of node: Node) -> String {
        switch node {
        case .scalar(let scalar): isNull(node) ? "nothing" : "`\(shown(scalar.string))`"
        case .sequence: "a list"
        case .mapping: "a group of settings"
        case .alias: "an alias"
        }
    }

    /// What was written, fit for one line; sixty letters are enough to find it again.
    private static func shown(_ text: String) -> String {
        let clipped = text.count > 60 ? text.prefix(60) + "…" : text[...]
        return FileName(String(clipped)).display
    }
}
