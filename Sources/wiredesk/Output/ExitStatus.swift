/// How the program ends (sysexits.h where there is a number for it).
enum ExitStatus: Int32 {
    /// Everything is fine.
    case fine = 0
    /// Some input was rejected, or nothing matched.
    case negative = 1
    /// The command was used wrongly.
    case usage = 64
    /// Reading or writing failed.
    case inputOutput = 74
    /// Something still waits; try again.
    case waiting = 75
    /// The configuration is wrong.
    case configuration = 78
}
