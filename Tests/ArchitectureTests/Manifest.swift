/// The targets of a package manifest with their dependencies, as its text lists them.
struct Manifest {
    /// A target.
    struct Target {
        /// Its name.
        var name: String
        /// The modules that it depends on: targets and products.
        var dependencies: [String]
        /// Whether it has no sources of its own, or C ones; told by the leading C of its name.
        var isC: Bool { name.hasPrefix("C") && name.dropFirst().first?.isUppercase ?? false }
    }

    var targets: [Target] = []

    init(_ text: String) {
        let code = text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
        var rest = code[...]
        while let start = rest.firstRange(of: "arget(")?.upperBound
            ?? rest.firstRange(of: ".systemLibrary(")?.upperBound
        {
            let body = Self.balanced(rest[start...], open: "(", close: ")")
            rest = rest[body.endIndex...]
            guard let name = Self.string(after: "name:", in: body) else { continue }
            var dependencies: [String] = []
            if let list = body.firstRange(of: "dependencies: [")?.upperBound {
                var entries = Self.balanced(body[list...], open: "[", close: "]")
                while let product = entries.firstRange(of: ".product(") {
                    let call = Self.balanced(entries[product.upperBound...], open: "(", close: ")")
                    if let name = Self.string(after: "name:", in: call) { dependencies.append(name) }
                    dependencies += Self.strings(entries[..<product.lowerBound])
                    entries = entries[call.endIndex...]
                }
                dependencies += Self.strings(entries)
            }
            targets.append(Target(name: name, dependencies: dependencies))
        }
    }

    /// The text up to the bracket that closes one opened before it.
    private static func balanced(_ text: Substring, open: Character, close: Character) -> Substring {
        var depth = 1
        for index in text.indices {
            if text[index] == open { depth += 1 }
            if text[index] == close { depth -= 1 }
            if depth == 0 { return text[..<index] }
        }
        return text
    }

    private static func string(after label: String, in text: Substring) -> String? {
        guard let start = text.firstRange(of: label)?.upperBound else { return nil }
        return strings(text[start...]).first
    }

    private static func strings(_ text: Substring) -> [String] {
        let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
        return parts.indices.filter { $0 % 2 == 1 }.map { String(parts[$0]) }
    }
}
