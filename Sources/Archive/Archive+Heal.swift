import ArticleQuery
import LinuxSystem
import NewsModel

extension Archive {
    /// Writes a kept original again where it is missing or damaged, durable when this returns.
    ///
    /// - Parameters:
    ///   - bytes: an open file with the bytes of the original, such as those of a backup's copy.
    ///   - facts: the facts that stand beside those bytes; nil for none.
    ///   - limit: what ends the work before its end.
    /// - Returns: What was wrong with the original; nil where it was whole.
    /// - Throws: `ArchiveError`, of kind `.hashMismatch` where the bytes are others; `.missing` where the original is not to be kept,
    ///   since it was never there, or retention or an erasure took it out.
    public func heal(
        _ sha256: SHA256Digest, from bytes: Descriptor, facts: OriginalFacts?, within limit: WorkLimit = WorkLimit()
    ) throws(ArchiveError) -> ArchiveError? {
        guard let known = try known(sha256), known.isKept else {
            throw ArchiveError(
                .missing, operation: "heal the original", path: originals.path(of: sha256),
                cause: "the archive keeps no such original")
        }
        let offered = facts ?? OriginalFacts(received: 0, inbox: "", path: FileName(sha256.hex), collection: "")
        var damage: ArchiveError?
        let kept = try originals.write(
            from: bytes, size: known.size, sha256: sha256, facts: offered, within: limit, healed: { damage = $0 })
        try originalsAreDurable()
        try committing("note an original that was healed") { stores in
            try stores.deliveries.originals.note(kept: kept, of: sha256)
        }
        originals.committed([sha256])
        return damage
    }
}
