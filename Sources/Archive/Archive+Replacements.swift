import ArticleQuery
import LinuxSystem
import NewsModel

extension Archive {
    /// Writes originals for the versions that would lose theirs, durable when this returns; rows come later. Made again after an
    /// interruption it writes the same bytes to the same names.
    ///
    /// - Parameter bytes: the form in which a version is kept; a reader must make an equal article of it.
    func writeReplacements(
        for originals: [ErasurePlan.Original], leaving article: Int64, bytes: (FiledVersion) -> [UInt8]
    ) throws -> [ReplacementOriginal] {
        let reader = try ArchiveReader.open(state: state.path)
        var replacements: [ReplacementOriginal] = []
        for original in originals {
            for version in try reader.versions(ofOriginal: original.id, leaving: article) {
                guard var filed = try reader.filedVersion(version) else { continue }
                filed.delivery.path = FileName.replacement(
                    of: filed.id.description, version: Int64(filed.version.number))
                replacements.append(try writeReplacement(version, filed, bytes(filed), place: replacements.count))
            }
        }
        try originalsAreDurable()
        return replacements
    }

    private func writeReplacement(
        _ version: ArchiveReader.VersionPlace, _ filed: FiledVersion, _ bytes: [UInt8], place: Int
    ) throws -> ReplacementOriginal {
        let file = try Descriptor.memoryFile(name: "replacement")
        try bytes.withUnsafeBytes { try file.writeAll($0) }
        let digest = SHA256Digest.of(bytes)
        let facts = OriginalFacts(
            received: filed.delivery.received, inbox: filed.delivery.inbox,
            path: filed.delivery.path, collection: filed.delivery.collection,
            sequence: UInt64(place), article: filed.id)
        let kept = try originals.write(from: file, size: Int64(bytes.count), sha256: digest, facts: facts)
        return ReplacementOriginal(
            version: version.version, article: version.article, delivery: filed.delivery.id, sha256: digest,
            size: Int64(bytes.count), kept: kept, facts: facts)
    }
}
