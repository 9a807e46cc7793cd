/// How names of outlets and authors are compared: without regard to case.
enum NameFolding {
    /// A name in lower case, as it is stored beside the name and as a part of it is looked for.
    static func fold(_ name: String) -> String { name.lowercased() }
}
