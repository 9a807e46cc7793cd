import Dispatch
import Foundation
import LinuxSystem

extension DeskConfiguration {
    /// Folders that cannot be used together.
    struct Overlap {
        /// The inbox, as an index.
        var inbox: Int
        /// Whether it is the state that it cannot be used with.
        var isOfState: Bool
        /// What is wrong and what to do.
        var message: String
    }

    /// Seconds within which the links of all paths must be followed; on a disk that spins that takes milliseconds.
    private static let resolvingSeconds = 1.0

    /// Checks the folders as they are after the command line has had its say; links are followed as far as they exist.
    ///
    /// - Throws: `ConfigurationError` for inboxes that overlap, and for a state that the desk would take in itself.
    public func checkFolders() throws(ConfigurationError) {
        let problems = overlaps(of: inboxes).map { ConfigurationProblem(file: "the command line", message: $0.message) }
        if !problems.isEmpty { throw ConfigurationError(problems: problems) }
    }

    func overlaps(of inboxes: [InboxConfiguration]) -> [Overlap] {
        var overlaps: [Overlap] = []
        let realState = Self.resolved(state)
        let places = Self.resolved(inboxes.map(\.path))
        for (index, place) in places.enumerated() {
            let path = inboxes[index].path
            if let other = places[..<index].firstIndex(where: {
                Self.contains(place, $0) || Self.contains($0, place)
            }) {
                let relation =
                    places[other] == place ? "is listed twice" : "overlaps with the inbox \(inboxes[other].path)"
                overlaps.append(
                    Overlap(
                        inbox: index, isOfState: false,
                        message: "the inbox \(path) \(relation); each file must belong to one inbox"))
            }
            if Self.contains(place, realState) {
                overlaps.append(
                    Overlap(
                        inbox: index, isOfState: true,
                        message:
                            "the state \(state) lies in the inbox \(path), so that the archive would take in itself;"
                            + " move one of them"))
            } else if ["originals", "work"].contains(where: { Self.contains(realState + "/" + $0, place) }) {
                overlaps.append(
                    Overlap(
                        inbox: index, isOfState: true,
                        message: "the inbox \(path) lies among the archive's own files in \(state); move it"))
            }
        }
        return overlaps
    }

    /// Whether a folder is another, or one above it; both are absolute and without slashes at their ends.
    private static func contains(_ folder: String, _ path: String) -> Bool {
        folder == path || path.hasPrefix(folder == "/" ? "/" : folder + "/")
    }

    /// The paths with their links followed. One that lies in a file system that does not answer counts as it is written: every command reads
    /// the configuration, and none must wait for an inbox.
    private static func resolved(_ paths: [String]) -> [String] {
        let calls = paths.map { path in BoundedCall("wiredesk.configuration") { resolved(path) } }
        let end = DispatchTime.now() + resolvingSeconds
        return zip(paths, calls).map { path, call in call.result(until: end) ?? path }
    }

    private static func resolved(_ path: String) -> String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    }
}
