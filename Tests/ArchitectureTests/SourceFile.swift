/// What one source file imports, declares and mentions.
struct SourceFile {
    /// Its path below the repository.
    var path: String
    /// The room: the folder of `Sources` that it lies in.
    var room: String
    /// Its folder within the room; empty for the room itself.
    var folder: String
    /// The modules that it imports.
    var imports: Set<String> = []
    /// The types that it declares for the whole module.
    var declares: Set<String> = []
    /// The types that it declares within others or for itself, which hide those of the same name.
    var hides: Set<String> = []
    /// The names in it that may be types of the module.
    var mentions: Set<String> = []

    /// - Parameters:
    ///   - path: `Sources/ROOM/FOLDER/File.swift`.
    ///   - source: The file's text.
    init(path: String, source: String) {
        let parts = path.split(separator: "/").map(String.init)
        self.path = path
        room = parts.count > 1 ? parts[1] : ""
        folder = parts.dropFirst(2).dropLast().joined(separator: "/")
        let tokens = SwiftTokenizer.tokens(of: source)
        var isPrivate = false
        for (index, token) in tokens.enumerated() {
            if token.isFirstInLine { isPrivate = false }
            if token.text == "private" || token.text == "fileprivate" { isPrivate = true }
            let previous = index > 0 ? tokens[index - 1].text : ""
            if token.depth == 0, previous == "import", !token.isMember {
                // `import struct Module.Type` names the module behind the kind of declaration.
                let isKind = Self.importKinds.contains(token.text) && index + 1 < tokens.count
                imports.insert(isKind ? tokens[index + 1].text : token.text)
            } else if Self.declarations.contains(previous), index > 1 || previous == tokens.first?.text {
                if token.depth == 0, !isPrivate { declares.insert(token.text) } else { hides.insert(token.text) }
            } else if !token.isMember, let first = token.text.utf8.first, first &- 0x41 < 26 {
                mentions.insert(token.text)
            }
        }
        imports.remove("Swift")
    }

    private static let declarations: Set<String> = ["struct", "class", "enum", "protocol", "actor", "typealias"]
    private static let importKinds: Set<String> = [
        "struct", "class", "enum", "protocol", "typealias", "func", "let", "var",
    ]
}
