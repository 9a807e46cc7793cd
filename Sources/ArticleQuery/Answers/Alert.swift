/// A saved search that every new article is matched against.
public struct Alert: Sendable, Hashable {
    /// Its number in the archive.
    public var number: Int64
    /// Its name.
    public var name: String
    /// What is looked for, as in `wiredesk search`.
    public var query: String
    /// When it was made, in milliseconds since 1970.
    public var created: Int64
    /// How many articles it has found.
    public var hits: Int

    package init(number: Int64, name: String, query: String, created: Int64, hits: Int) {
        self.number = number
        self.name = name
        self.query = query
        self.created = created
        self.hits = hits
    }

    /// Bytes of a name.
    private static let longestName = 64

    /// Whether an alert may be called so: letters, digits, `-` and `_`, in 1 to 64 bytes.
    public static func isName(_ name: String) -> Bool {
        (1...longestName).contains(name.utf8.count)
            && name.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-" || $0 == "_"
            }
    }
}
