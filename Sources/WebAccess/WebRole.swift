/// What somebody may do through the web interface; each role has those before it.
public enum WebRole: String, Sendable, Codable, CaseIterable, Comparable {
    /// Search and read.
    case read
    /// Hand in files.
    case add
    /// Correct, tag and note articles, and have deliveries read again.
    case edit

    /// Whether one role may do less than another.
    public static func < (left: WebRole, right: WebRole) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .read: 0
        case .add: 1
        case .edit: 2
        }
    }
}
