/// The version of the methods that find relations and stories, kept beside what they found.
public enum AnalysisVersion {
    /// Raised when the same texts would be related or grouped in another way.
    public static let current = 2
}
