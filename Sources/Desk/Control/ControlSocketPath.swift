import Foundation
import Hashing
import LinuxSystem
import NewsModel

/// Where the control socket is.
enum ControlSocketPath {
    /// In the service manager's runtime directory when there is one, else in the state folder, else (where that path would be too
    /// long for a socket) in `/run/wiredesk` under a name made from the state's path.
    ///
    /// - Throws: `SystemError` when the directory cannot be made.
    static func choose(state: String) throws(SystemError) -> String {
        if let runtime = ProcessInfo.processInfo.environment["RUNTIME_DIRECTORY"],
            let first = runtime.split(separator: ":").first
        {
            return first + "/control.sock"
        }
        let path = state + "/control.sock"
        if path.utf8.count <= UnixSocket.longestPath { return path }
        try FileCalls.makeFolder("/run/wiredesk", mode: 0o755)
        return "/run/wiredesk/\(SHA256Digest.of(Array(state.utf8)).hex.prefix(16)).sock"
    }
}
