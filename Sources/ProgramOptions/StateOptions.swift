import ArgumentParser
import Desk
import Foundation

/// Which desk a program is about.
public struct StateOptions: ParsableArguments, Sendable {
    /// The instances that have a configuration, for completions.
    private static let instanceNames = CompletionKind.custom { _, _, _ in
        let files = (try? FileManager.default.contentsOfDirectory(atPath: "/etc/wiredesk")) ?? []
        return files.filter { $0.hasSuffix(".yaml") && $0 != "wiredesk.yaml" }.map { String($0.dropLast(5)) }.sorted()
    }

    /// The state folder; nil for what the configuration says.
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The state folder. Without --inbox its inbox is DIR/inbox. Default: what the configuration says.",
            valueName: "dir"), completion: .directory)
    public var state: String?

    /// The configuration file; nil for that of the service.
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The configuration file. Default: /etc/wiredesk/wiredesk.yaml if it is there and --state is not given.",
            valueName: "file"), completion: .file(extensions: ["yaml", "yml"]))
    public var config: String?

    /// The name of an instance; nil for the service itself.
    @Option(
        name: .long,
        help: ArgumentHelp(
            "An instance: /etc/wiredesk/NAME.yaml, /var/lib/wiredesk/NAME, /var/spool/wiredesk/NAME/inbox.",
            valueName: "name"), completion: Self.instanceNames)
    public var instance: String?

    /// Options that say nothing.
    public init() {}

    /// The configuration with what the command line says put over it.
    ///
    /// - Throws: `ConfigurationError`.
    public func resolve(inboxes: [String] = []) throws -> DeskConfiguration {
        var configuration = try fromFile()
        let configured = configuration.inboxes
        if let state {
            configuration.state = Self.absolute(state)
            configuration.inboxes = [InboxConfiguration(path: configuration.state + "/inbox")]
        }
        if !inboxes.isEmpty {
            configuration.inboxes = inboxes.map { path in
                let path = Self.absolute(path)
                // An inbox that the configuration knows keeps its settings.
                return configured.first { $0.path == path } ?? InboxConfiguration(path: path)
            }
        }
        // Inboxes that stand in a file were checked when it was read; one that does not answer is waited for once.
        let areOfFile =
            state == nil && instance == nil && inboxes.isEmpty && configuration.inboxes != DeskConfiguration().inboxes
        if !areOfFile { try configuration.checkFolders() }
        return configuration
    }

    /// The configuration file that is meant; nil for a state of one's own.
    public var configurationPath: String? {
        if let config { return Self.absolute(config) }
        if let instance { return "/etc/wiredesk/\(instance).yaml" }
        return state == nil ? DeskConfiguration.defaultPath : nil
    }

    /// Whether the configuration is that of the service or of an instance of it, which runs in a sandbox.
    public var isOfService: Bool { config == nil && state == nil }

    /// The unit that runs the desk of this configuration; nil for a desk that no unit runs.
    public var unit: String? { isOfService ? instance.map { "wiredesk@\($0)" } ?? "wiredesk" : nil }

    /// What starts the desk.
    public var startCommand: String {
        if let unit { return "systemctl start \(unit)" }
        let place = config.map { "--config \($0)" } ?? state.map { "--state \($0)" } ?? ""
        return "wiredesk run \(place)"
    }

    /// The state folder as far as it is known without the configuration file; nil where only the file can tell.
    public var stateWithoutConfiguration: String? {
        if let state { return Self.absolute(state) }
        if config != nil { return nil }
        return instance.map { "/var/lib/wiredesk/\($0)" } ?? DeskConfiguration().state
    }

    private func fromFile() throws -> DeskConfiguration {
        if let config { return forInstance(try DeskConfiguration.load(path: config)) }
        if let instance {
            return forInstance(try DeskConfiguration.load(path: "/etc/wiredesk/\(instance).yaml", isRequired: false))
        }
        // A state of one's own has nothing to do with the service's configuration.
        if state != nil { return DeskConfiguration() }
        return try DeskConfiguration.load(path: DeskConfiguration.defaultPath, isRequired: false)
    }

    /// Puts an instance's own folders in the place of the defaults.
    private func forInstance(_ loaded: DeskConfiguration) -> DeskConfiguration {
        instance.map { loaded.forInstance($0) } ?? loaded
    }

    /// Inboxes that other configurations watch too.
    public func sharedInboxes(_ configuration: DeskConfiguration) -> [SharedInbox] {
        configurationPath.map { configuration.sharedInboxes(withOthersBeside: $0) } ?? []
    }

    /// Why the unit that runs the desk does not run; nil where it has not failed, and for a desk that no unit runs.
    public var failedUnit: UnitState? { unit.flatMap { UnitState(failed: $0) } }

    /// A path as an absolute one, without links being followed.
    public static func absolute(_ path: String) -> String {
        // Said not to be a directory, since it would be looked at otherwise, and an inbox may not answer.
        let url = URL(fileURLWithPath: path, isDirectory: false)
        var result = url.standardizedFileURL.path
        while result.count > 1, result.hasSuffix("/") { result.removeLast() }
        return result
    }

    /// Refuses an instance whose name could be a path.
    public func validate() throws {
        guard let instance else { return }
        let isPlain =
            !instance.isEmpty
            && instance.utf8.allSatisfy { byte in
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45
                    || byte == 95
            }
        guard isPlain else { throw ValidationError("an instance's name has letters, digits, - and _ only") }
    }
}
