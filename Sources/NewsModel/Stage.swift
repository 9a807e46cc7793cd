/// The stage of the way of an article at which something happened.
public enum Stage: String, Sendable, Hashable, CaseIterable {
    /// Taking the file's bytes out of the inbox.
    case intake
    /// Turning bytes into articles.
    case reading
    /// Filing articles in the archive.
    case archive
}
