/// The address of a feed as its key remembers it: the parameters that decide what it holds, in order.
struct FeedAddress: Sendable, Equatable, CustomStringConvertible {
    /// The parameter that has the key.
    static let keyName = "key"
    /// What ends the path of a feed.
    static let ending = ".atom"

    private let path: String
    private let parameters: FormParameters

    /// - Parameters:
    ///   - path: such as `/search.atom`.
    ///   - parameters: those of the address; where a page of it begins and the key are no part of what it is.
    init(path: String, _ parameters: FormParameters) {
        self.path = path
        let kept = parameters.items.filter { !$0.value.isEmpty && ![Self.keyName, "after", "limit"].contains($0.name) }
        self.parameters = FormParameters(kept.sorted { ($0.name, $0.value) < ($1.name, $1.value) })
    }

    /// Whether a path is that of a feed.
    static func isFeed(_ path: String) -> Bool { path.hasSuffix(ending) }

    var description: String { path + (parameters.items.isEmpty ? "" : "?" + parameters.encoded) }

    /// The address with a key.
    func with(key: String) -> String { path + "?" + parameters.with(Self.keyName, key).encoded }
}
