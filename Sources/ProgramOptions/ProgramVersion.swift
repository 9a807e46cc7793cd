/// The version of all programs.
public enum ProgramVersion {
    /// As `--version` tells it.
    public static let current = "0.1.0"
}
