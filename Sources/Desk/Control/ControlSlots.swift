/// How many requests are served at once, in all and of each user: so that no user can keep the others, nor the service manager's
/// health check, from being answered.
///
/// A user of the desk's group gets a few connections, and fewer of them for requests that take long; what is left over is for short ones
/// such as a status. Owners (root and the desk's own user) are bounded in all only, and some connections are theirs alone.
struct ControlSlots: Sendable {
    /// Connections of members in all: each costs a thread.
    static let connections = 48
    /// Connections of one member.
    static let connectionsOfUser = 12
    /// Connections beyond those of members that owners have.
    static let connectionsOfOwners = 16
    /// Requests of members that take long in all, such as one that reads a file.
    static let longRequests = 16
    /// Requests of one member that take long.
    static let longRequestsOfUser = 4
    /// Requests that take long beyond those of members that owners have.
    static let longRequestsOfOwners = 8

    /// Who asks.
    struct User: Hashable, Sendable {
        var id: UInt32
        /// Root or the desk's own user.
        var isOwner: Bool
    }

    /// What is in use of one kind of slots.
    private struct Use: Sendable {
        var ofUser: [User: Int] = [:]
        var ofMembers = 0
        var ofOwners = 0

        mutating func begin(_ user: User, most: Int, mostOfUser: Int, mostOfOwners: Int) -> Bool {
            let used = ofUser[user, default: 0]
            if user.isOwner {
                guard ofOwners < mostOfOwners || ofOwners + ofMembers < most else { return false }
                ofOwners += 1
            } else {
                guard used < mostOfUser, ofMembers < most else { return false }
                ofMembers += 1
            }
            ofUser[user] = used + 1
            return true
        }

        mutating func end(_ user: User) {
            if user.isOwner { ofOwners -= 1 } else { ofMembers -= 1 }
            let left = ofUser[user, default: 1] - 1
            ofUser[user] = left > 0 ? left : nil
        }
    }

    private var open = Use()
    private var long = Use()

    /// A connection of a user begins; false when it must be turned away.
    mutating func connect(_ user: User) -> Bool {
        open.begin(
            user, most: Self.connections, mostOfUser: Self.connectionsOfUser, mostOfOwners: Self.connectionsOfOwners)
    }

    /// A connection has ended.
    mutating func disconnect(_ user: User) { open.end(user) }

    /// A request that takes long begins; false when it must come again later.
    mutating func beginLongRequest(_ user: User) -> Bool {
        long.begin(
            user, most: Self.longRequests, mostOfUser: Self.longRequestsOfUser, mostOfOwners: Self.longRequestsOfOwners)
    }

    /// Such a request has ended.
    mutating func endLongRequest(_ user: User) { long.end(user) }
}
