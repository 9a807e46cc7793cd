import LinuxSystem
import NewsModel

/// The bytes of one file as they were read, which nobody can change any more.
public struct SealedCopy: Sendable {
    /// A sealed memory file, or a nameless file of the work directory for large ones.
    public let descriptor: Descriptor
    /// The size in bytes.
    public let size: Int64
    /// The SHA-256 of the bytes.
    public let digest: SHA256Digest
    /// The file that was read.
    public let identity: FileIdentity
    /// What was noted beside the bytes.
    public let facts: CaptureFacts
    /// True where the bytes are a copy of our own that was sealed as it was hashed.
    public let isImmutable: Bool

    /// The same bytes with an address that was noted beside them when they first came in.
    public func noted(url: String?) -> SealedCopy {
        SealedCopy(
            descriptor: descriptor, size: size, digest: digest, identity: identity,
            facts: CaptureFacts(url: facts.url ?? url), isImmutable: isImmutable)
    }
}
