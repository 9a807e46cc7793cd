/// A file takes longer than the express lane has for one; nothing of it was handed to the writer, and another lane is to take it.
struct TakesLong: Error {
    /// Nanoseconds in which a file must be read in the express lane: a hundred times what an ordinary file takes, since a reader may have to be
    /// started first on a machine at work.
    static let expressNanoseconds: UInt64 = 1_500_000_000
    /// Milliseconds after which a reader of that lane that says nothing is ended. More than the above, so that whatever failed for lack of time
    /// counts as one that takes long, and is judged by another lane.
    static let silentMilliseconds = 2000
}
