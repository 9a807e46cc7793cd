/// What became of a file that the intake had handed out.
public enum Disposition: Sendable {
    /// Its outcome is durable; its name is gone or is in the ledger.
    case done
    /// It changed or something else stands there: look again.
    case again
    /// A program has it open for writing: it is taken when that has closed it.
    case openForWriting
    /// It cannot be taken now, for a reason that an operator may read; it is tried again with growing pauses, and at once when
    /// an event tells of a change.
    case waiting(reason: String)
    /// It cannot be taken as it is, for a reason that an operator may read; it is looked at again when it has changed.
    case unfit(reason: String)
    /// Taking it costs a lane much time to no effect; it is tried again after so many seconds.
    case delayed(reason: String, seconds: UInt64)
    /// The express lane gives it back, since it takes long: it is left to the other lanes.
    case takesLong(isGivenUp: Bool)
    /// The name is gone.
    case vanished
}
