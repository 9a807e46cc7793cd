/// Which names in an inbox are left alone, counted and listed.
public struct IgnoreConfiguration: Sendable, Equatable {
    /// The names that browsers, file managers, editors and synchronising programs use for what is unfinished or their own. A
    /// pattern is a shell pattern for one component of a path (fnmatch(3)); `.*` covers dotfiles.
    public static let defaultPatterns = [
        ".*", "*.part", "*.partial", "*.tmp", "*.crdownload", "*.download", "*.filepart", "*~", "~$*", ".~lock*",
        "~syncthing~*", "._*", "Thumbs.db", "desktop.ini", "@eaDir", ".stversions", "lost+found",
    ]

    /// Whether the default patterns hold; true.
    public var usesDefaults: Bool
    /// Patterns beside the default ones, or in their place; none.
    public var patterns: [String]

    /// Patterns; everything that is not given has its default.
    public init(usesDefaults: Bool = true, patterns: [String] = []) {
        self.usesDefaults = usesDefaults
        self.patterns = patterns
    }

    /// All patterns that hold.
    public var effectivePatterns: [String] { (usesDefaults ? Self.defaultPatterns : []) + patterns }
}
