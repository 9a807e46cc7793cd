import Yams

/// Adds inboxes to the text of a configuration file and takes them out of it; everything else, comments too, stays as it is.
public struct ConfigurationEditor {
    /// Why a text is not changed.
    public enum Failure: Error, Sendable, Equatable, CustomStringConvertible {
        /// The inbox is configured already.
        case isThere(path: String)
        /// No such inbox is configured.
        case isNotThere(path: String)
        /// It is the only inbox, and a desk wants one.
        case isTheOnlyOne(path: String)
        /// The text is written in a way that is left to people.
        case mustBeEdited(file: String, lines: [String])

        /// What was attempted, why it failed, and what to do.
        public var description: String {
            switch self {
            case .isThere(let path): "\(path) is an inbox already"
            case .isNotThere(let path): "\(path) is not an inbox of this configuration"
            case .isTheOnlyOne(let path): "\(path) is the only inbox; add another one first"
            case .mustBeEdited(let file, let lines):
                "the inboxes in \(file) are written in a form that only people should change; edit the file yourself:\n"
                    + lines.joined(separator: "\n")
            }
        }
    }

    /// The text as it is now.
    public private(set) var text: String
    /// What the text means.
    public private(set) var configuration: DeskConfiguration
    private let file: String

    /// An editor of a text.
    ///
    /// - Parameter file: how the file is named in messages.
    /// - Throws: `ConfigurationError` for a text with errors.
    public init(text: String, file: String) throws(ConfigurationError) {
        self.text = text
        self.file = file
        configuration = try DeskConfiguration(yaml: text, file: file)
    }

    /// Adds an inbox behind the others.
    ///
    /// - Parameter base: the inboxes that are in force where the text names none.
    /// - Throws: `Failure`, or `ConfigurationError` for an inbox that would be refused.
    public mutating func add(_ inbox: InboxConfiguration, base: [InboxConfiguration]) throws {
        let present = listed == nil ? base : configuration.inboxes
        guard !present.contains(where: { $0.path == inbox.path }) else { throw Failure.isThere(path: inbox.path) }
        var lines = Self.lines(of: text)
        let wanted: [InboxConfiguration]
        if let listed {
            guard let last = listed.last, let indent = Self.indent(of: last, in: lines) else {
                throw mustBeEdited(inbox, verb: "add")
            }
            lines.insert(contentsOf: Self.yaml(inbox, indent: indent), at: Self.lastLine(of: last))
            wanted = present + [inbox]
        } else {
            while lines.last == "" { lines.removeLast() }
            lines += ["", "inboxes:"] + (present + [inbox]).flatMap { Self.yaml($0, indent: 2) } + [""]
            wanted = present + [inbox]
        }
        try replace(lines, wanted, mustBeEdited(inbox, verb: "add"))
    }

    /// Takes an inbox out.
    ///
    /// - Parameter base: the inboxes that are in force where the text names none.
    /// - Throws: `Failure`.
    public mutating func remove(path: String, base: [InboxConfiguration]) throws {
        let present = listed == nil ? base : configuration.inboxes
        guard let index = present.firstIndex(where: { $0.path == path }) else { throw Failure.isNotThere(path: path) }
        guard present.count > 1 else { throw Failure.isTheOnlyOne(path: path) }
        var wanted = present
        let inbox = wanted.remove(at: index)
        var lines = Self.lines(of: text)
        guard let listed, index < listed.count, Self.indent(of: listed[index], in: lines) != nil,
            let first = listed[index].mark?.line
        else { throw mustBeEdited(inbox, verb: "remove") }
        lines.removeSubrange((first - 1)..<Self.lastLine(of: listed[index]))
        try replace(lines, wanted, mustBeEdited(inbox, verb: "remove"))
    }

    /// Takes over new lines if they mean what was wanted: a text that is written in an unusual way must not be spoilt.
    private mutating func replace(_ lines: [String], _ wanted: [InboxConfiguration], _ failure: Failure) throws {
        let changed = lines.joined(separator: "\n")
        let meant: DeskConfiguration
        do throws(ConfigurationError) {
            meant = try DeskConfiguration(yaml: changed, file: file)
        } catch {
            // An inbox that overlaps with another, and the like, is refused with its reason.
            throw error
        }
        var expected = configuration
        expected.inboxes = wanted
        guard meant == expected else { throw failure }
        text = changed
        configuration = meant
    }

    private func mustBeEdited(_ inbox: InboxConfiguration, verb: String) -> Failure {
        .mustBeEdited(file: file, lines: ["  # \(verb)"] + Self.yaml(inbox, indent: 2))
    }

    /// The items of `inboxes` in the text; nil where it names none.
    private var listed: [Node]? {
        guard let root = try? Yams.compose(yaml: text), let mapping = root.mapping else { return nil }
        for (key, value) in mapping where key.scalar?.string == "inboxes" {
            return value.sequence.map { Array($0) }
        }
        return nil
    }

    private static func lines(of text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// The column of an item's dash; nil where the item does not begin with one on its line, and so is not in block style.
    private static func indent(of item: Node, in lines: [String]) -> Int? {
        guard let mark = item.mark, mark.line >= 1, mark.line <= lines.count else { return nil }
        let line = lines[mark.line - 1]
        let dash = line.prefix { $0 == " " }
        return line.dropFirst(dash.count).hasPrefix("- ") ? dash.count : nil
    }

    /// The last line of a node, from 1; our values have one line each.
    private static func lastLine(of node: Node) -> Int {
        let own = node.mark?.line ?? 1
        switch node {
        case .mapping(let mapping):
            return mapping.reduce(own) { max($0, lastLine(of: $1.key), lastLine(of: $1.value)) }
        case .sequence(let sequence): return sequence.reduce(own) { max($0, lastLine(of: $1)) }
        case .scalar, .alias: return own
        }
    }

    /// An inbox as an item of the list, settings that have their defaults left out.
    static func yaml(_ inbox: InboxConfiguration, indent: Int) -> [String] {
        let defaults = InboxConfiguration()
        var settings = ["path: \(quoted(inbox.path))"]
        if inbox.take != defaults.take { settings.append("take: \(inbox.take.rawValue)") }
        if let settle = inbox.settle { settings.append("settle: \(DurationSetting.format(settle))") }
        if let unseen = inbox.settleUnseen { settings.append("settle_unseen: \(DurationSetting.format(unseen))") }
        if !inbox.collection.isEmpty { settings.append("collection: \(quoted(inbox.collection))") }
        if let outlet = inbox.outlet { settings.append("outlet: \(quoted(outlet))") }
        if let language = inbox.language { settings.append("language: \(quoted(language))") }
        if inbox.watch != defaults.watch { settings.append("watch: \(inbox.watch.rawValue)") }
        let margin = String(repeating: " ", count: indent)
        return settings.enumerated().map { margin + ($0.offset == 0 ? "- " : "  ") + $0.element }
    }

    /// A text as a scalar of YAML 1.2: plain where nothing in it means anything else, else in double quotes.
    private static func quoted(_ text: String) -> String {
        let isPlain =
            text.first.map { $0.isLetter || $0 == "/" } ?? false
            && !["yes", "no", "on", "off", "true", "false", "null"].contains(text.lowercased())
            && text.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || ("0"..."9").contains($0) || "/._-+".unicodeScalars.contains($0)
            }
        guard !isPlain else { return text }
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16)
                result += "\\x" + (digits.count == 1 ? "0" : "") + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
