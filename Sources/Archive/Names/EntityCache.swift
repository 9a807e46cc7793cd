/// The numbers and names of entities that were met lately.
struct EntityCache {
    /// More than this are forgotten all at once: a day's news names some tens of thousands, of some 150 bytes each here.
    static let largest = 50_000

    private struct Key: Hashable {
        let kind: Int64
        let folded: String
    }

    private var known: [Key: (id: Int64, name: String)] = [:]

    /// An entity by its kind and folded name.
    subscript(kind: Int64, folded: String) -> (id: Int64, name: String)? {
        get { known[Key(kind: kind, folded: folded)] }
        set {
            if known.count >= Self.largest { known.removeAll(keepingCapacity: true) }
            known[Key(kind: kind, folded: folded)] = newValue
        }
    }
}
