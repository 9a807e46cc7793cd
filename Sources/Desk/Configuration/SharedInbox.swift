import Foundation

/// An inbox that two configurations watch, so that each file goes to the desk that is quicker.
public struct SharedInbox: Sendable, Equatable {
    /// The inbox of this configuration.
    public var path: String
    /// The file of the other configuration.
    public var other: String

    /// What is wrong.
    public var detail: String {
        "the inbox \(path) is watched by the configuration \(other) too: each file goes to one of the two desks only"
    }

    /// What to do.
    public var remedy: String { "give each configuration an inbox of its own, or set take: leave for it in both" }
}

extension DeskConfiguration {
    /// The inboxes that other configurations in the folder of a configuration file watch too, unless both leave the files there.
    ///
    /// A configuration with errors watches nothing, and is not looked at.
    /// - Parameter path: the file of this configuration; it need not be there.
    public func sharedInboxes(withOthersBeside path: String) -> [SharedInbox] {
        let own = URL(fileURLWithPath: path).standardizedFileURL
        let folder = own.deletingLastPathComponent()
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".yaml") && $0 != own.lastPathComponent }.sorted().flatMap { name in
            let other = folder.appendingPathComponent(name).path
            guard var configuration = try? DeskConfiguration.load(path: other) else { return [SharedInbox]() }
            if folder.path == URL(fileURLWithPath: Self.defaultPath).deletingLastPathComponent().path,
                other != Self.defaultPath
            {
                configuration = configuration.forInstance(String(name.dropLast(".yaml".count)))
            }
            return inboxes.compactMap { inbox in
                let same = configuration.inboxes.first {
                    URL(fileURLWithPath: $0.path).standardizedFileURL
                        == URL(fileURLWithPath: inbox.path).standardizedFileURL
                }
                guard let same, same.take == .move || inbox.take == .move else { return nil }
                return SharedInbox(path: inbox.path, other: other)
            }
        }
    }

    /// The same with an instance's own folders in the place of the defaults.
    public func forInstance(_ instance: String) -> DeskConfiguration {
        var configuration = self
        let defaults = DeskConfiguration()
        if configuration.state == defaults.state { configuration.state = "/var/lib/wiredesk/\(instance)" }
        if configuration.inboxes == defaults.inboxes {
            configuration.inboxes = [InboxConfiguration(path: "/var/spool/wiredesk/\(instance)/inbox")]
        }
        return configuration
    }
}
