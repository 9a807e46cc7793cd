import Synchronization

/// Workspaces that wait for the next original.
final class CompressionWorkspacePool: Sendable {
    /// Workspaces that are kept while nothing is compressed, each 1.5 to 2.5 MB: enough for the lanes of a small machine.
    private static let mostIdle = 4

    private let idle = Mutex<[Idle]>([])

    /// Sendable because it is reached only from within the mutex, and a workspace that is lent has left the list: it has one user.
    private struct Idle: @unchecked Sendable {
        let workspace: CompressionWorkspace
    }

    /// Lends a workspace for the time of `body`.
    ///
    /// - Parameter keeps: false where the workspace grew with a large original; it is given back to the system.
    func withWorkspace<Result, Failure: Error>(
        keeps: Bool, _ body: (CompressionWorkspace) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let workspace = idle.withLock { $0.popLast() }?.workspace ?? CompressionWorkspace()
        defer {
            let returned = Idle(workspace: workspace)
            if keeps { idle.withLock { if $0.count < Self.mostIdle { $0.append(returned) } } }
        }
        return try body(workspace)
    }
}
