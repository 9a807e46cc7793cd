import Archive
import DeskProtocol
import LinuxSystem

/// How the desk of a configuration is, whether or not it runs or answers.
public enum CurrentStatus {
    /// What the running desk says; nil when none runs.
    ///
    /// - Parameter version: of the program that asks, for what is told beside a desk that does not answer.
    /// - Throws: `ControlFailure` where the desk refuses, `ArchiveError` where neither desk nor archive answers.
    public static func live(_ configuration: DeskConfiguration, version: String) throws -> LiveStatus? {
        do {
            switch try ControlClient.ask(state: configuration.state, .status) {
            case .status(let status): return status
            case .failed(let failure) where failure.kind == .temporary:
                return try silent(configuration, version, "the desk runs but does not answer: \(failure)")
            case .failed(let failure): throw failure
            default: throw ControlFailure(.failed, "the desk gave no result")
            }
        } catch ControlClient.Failure.notRunning {
            return nil
        } catch ControlClient.Failure.broken {
            return try silent(
                configuration, version, "the desk runs but does not answer; it may be very busy, try again")
        } catch ControlClient.Failure.notAllowed(let path) {
            return try silent(
                configuration, version,
                "the desk cannot be asked at \(path); "
                    + (MembershipAdvice.text(for: path) ?? "only its user and the members of its group may"))
        }
    }

    /// What can be told beside a desk that does not answer.
    private static func silent(
        _ configuration: DeskConfiguration, _ version: String, _ problem: String
    ) throws -> LiveStatus {
        let archive = try ArchiveReader.open(state: configuration.state)
        var status = OfflineStatus.take(configuration, archive, version: version)
        status.process = StateLock.holder(state: configuration.state)?.process ?? 0
        status.problem = problem
        return status
    }
}
