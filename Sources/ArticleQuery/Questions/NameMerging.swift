import NewsModel

/// What a person says of names: that one is another's, or that it is not.
public enum NameMerging {
    /// Why nothing can be said.
    public enum Refusal: Error, Equatable {
        /// The name to merge into is none of the archive's, or several of them.
        case unclear(String)
        /// Both are one name.
        case same(String)
        /// The name does not count as one with another.
        case notJoined(String)
    }

    /// That a name is another's.
    ///
    /// - Parameter kind: of the names; nil for that of the one to merge into.
    /// - Throws: `Refusal`, and when the archive cannot be read.
    public static func merge(
        _ name: String, into target: String, kind: Entity.Kind?, _ archive: any ArticleArchive
    ) throws -> Correction {
        guard name.lowercased() != target.lowercased() else { throw Refusal.same(name) }
        var wanted = kind
        if wanted == nil, case .found(let known) = try archive.lookUp(name: target, kind: nil) { wanted = known.kind }
        guard let wanted else { throw Refusal.unclear(target) }
        return Correction(kind: .merge, field: wanted.rawValue, value: name, into: target)
    }

    /// What takes back that a person merged a name; else what keeps it apart from those that it counts as one with by itself.
    ///
    /// - Parameter kind: of the name; nil for any.
    /// - Throws: `Refusal`, and when the archive cannot be read.
    public static func split(
        _ name: String, kind: Entity.Kind?, _ archive: any ArticleArchive
    ) throws -> [Correction] {
        let merged = try archive.mergedKinds(ofName: name).filter { kind == nil || $0 == kind }
        if let first = merged.first {
            return [Correction(kind: .merge, field: first.rawValue, value: name, isUndone: true)]
        }
        let joined = try archive.joinedKinds(ofName: name).filter { kind == nil || $0 == kind }
        guard !joined.isEmpty else { throw Refusal.notJoined(name) }
        return joined.map { Correction(kind: .merge, field: $0.rawValue, value: name, into: name) }
    }
}
