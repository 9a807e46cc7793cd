import ArticleQuery
import LinuxSystem
import NewsModel

extension Archive {
    /// Writes originals for the versions that would lose theirs, durable when this returns; rows come later. Made again after an
    /// interruption it writes the same bytes to the same names.
    ///
    /// - Parameter bytes: the form in which a version is kept; a reader must make an equal article of it.
    func writeStandIns(
        for originals: [ErasurePlan.Original], leaving article: Int64, bytes: (FiledVersion) -> [UInt8]
    ) throws -> [StandIn] {
        let reader = try ArchiveReader.open(state: state.path)
        var standIns: [StandIn] = []
        for original in originals {
            for version in try reader.versions(ofOriginal: original.id, leaving: article) {
                guard var filed = try reader.filedVersion(version) else { continue }
                // The name of the erased file may tell what was in it.
                filed.delivery.path = FileName("\(filed.id)-\(filed.version.number).json")
                standIns.append(try writeStandIn(version, filed, bytes(filed), place: standIns.count))
            }
        }
        try originalsAreDurable()
        return standIns
    }

    private func writeStandIn(
        _ version: ArchiveReader.VersionPlace, _ filed: FiledVersion, _ bytes: [UInt8], place: Int
    ) throws -> StandIn {
        let file = try Descriptor.memoryFile(name: "stand-in")
        try bytes.withUnsafeBytes { try file.writeAll($0) }
        let digest = SHA256Digest.of(bytes)
        let facts = OriginalFacts(
            received: filed.delivery.received, inbox: filed.delivery.inbox,
            path: filed.delivery.path, collection: filed.delivery.collection,
            sequence: UInt64(place), article: filed.id)
        let kept = try originals.write(from: file.number, size: Int64(bytes.count), sha256: digest, facts: facts)
        return StandIn(
            version: version.version, article: version.article, delivery: filed.delivery.id, sha256: digest,
            size: Int64(bytes.count), kept: kept, facts: facts)
    }
}

extension ArchiveReader {
    /// A version by its numbers.
    struct VersionPlace {
        let version: Int64
        let article: Int64
    }

    /// The versions that were read from an original, but for those of one article.
    func versions(ofOriginal original: Int64, leaving article: Int64) throws(ArchiveError) -> [VersionPlace] {
        try read("list the articles of an original") { session in
            try session.sql(
                """
                SELECT v.id, v.article FROM deliveries d JOIN versions v ON v.delivery = d.id
                WHERE d.original = ? AND v.article <> ? ORDER BY v.id
                """
            ).all(.integer(original), .integer(article)) {
                VersionPlace(version: $0.integer(0), article: $0.integer(1))
            }
        }
    }

    /// A version with where it comes from; nil where it is gone.
    func filedVersion(_ place: VersionPlace) throws(ArchiveError) -> FiledVersion? {
        try read("read an article") { session in
            let row = try session.sql("SELECT article, withdrawn, current FROM articles WHERE id = ?").first(
                .integer(place.article)
            ) { (id: ArticleID($0.text(0)), isWithdrawn: $0.integer(1) != 0, current: $0.integer(2)) }
            guard let row, let id = row.id, let version = try session.version(place.version, isCorrected: false),
                let delivery = try session.deliveries("d.id = ?", [.integer(version.delivery)]).first
            else { return nil }
            return FiledVersion(
                id: id, version: version, isCurrent: row.current == place.version, isWithdrawn: row.isWithdrawn,
                delivery: delivery, original: nil)
        }
    }
}

extension Writer {
    /// Makes a version one of a delivery of its own, whose original is its stand-in, inside a transaction.
    func file(_ standIn: StandIn) throws {
        let delivery = memory.nextDelivery
        let known = try sql("SELECT id FROM originals WHERE sha256 = ?").first(.blob(standIn.sha256.bytes)) {
            $0.integer(0)
        }
        let original = known ?? memory.nextOriginal
        memory.nextDelivery += 1
        if known == nil {
            memory.nextOriginal += 1
            try sql("INSERT INTO originals(id, sha256, size, kept_bytes, stored_by) VALUES (?, ?, ?, ?, ?)").run(
                .integer(original), .blob(standIn.sha256.bytes), .integer(standIn.size), .integer(standIn.kept),
                .integer(delivery))
            memory.counters.originals += 1
            memory.counters.originalsBytes += standIn.kept
        }
        try sql(
            """
            INSERT INTO deliveries(id, received, inbox, path, collection, size, original, outcome, articles, new_articles,
                reader_version)
            SELECT ?, d.received, d.inbox, ?, d.collection, ?, ?, 'stored', 1, 1, v.reader_version
            FROM versions v JOIN deliveries d ON d.id = v.delivery WHERE v.id = ?
            """
        ).run(
            .integer(delivery), .blob(standIn.facts.path.bytes), .integer(standIn.size), .integer(original),
            .integer(standIn.version))
        memory.counters.stored += 1
        // It is the only article of its file now.
        try sql("UPDATE versions SET delivery = ?, member = NULL WHERE id = ?").run(
            .integer(delivery), .integer(standIn.version))
        try sql("UPDATE articles SET delivery = ? WHERE id = ? AND delivery = ?").run(
            .integer(delivery), .integer(standIn.article), .integer(standIn.delivery))
    }
}
