import DeskProtocol

/// How the program ends (sysexits.h where there is a number for it).
package enum ExitStatus: Int32 {
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

extension ExitStatus {
    /// How a command ends when the desk did not carry its request out.
    package init(_ kind: ControlFailure.Kind) {
        self =
            switch kind {
            case .unknown: .negative
            case .temporary: .waiting
            case .refused: .configuration
            case .failed, .notAllowed: .inputOutput
            }
    }

    /// The graver of two ends: what failed before what is to be tried again before what was merely rejected.
    package func or(_ other: ExitStatus) -> ExitStatus {
        let gravity: [ExitStatus] = [.fine, .negative, .waiting, .inputOutput]
        let own = gravity.firstIndex(of: self) ?? gravity.count
        let others = gravity.firstIndex(of: other) ?? gravity.count
        return own >= others ? self : other
    }
}
