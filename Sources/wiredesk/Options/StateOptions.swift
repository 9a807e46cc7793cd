import Archive
import ArgumentParser
import ArticleQuery
import Desk
import Foundation

/// Which desk a command is about.
struct StateOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The state folder. Without --inbox its inbox is DIR/inbox. Default: what the configuration says.",
            valueName: "dir"), completion: .directory)
    var state: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The configuration file. Default: /etc/wiredesk/wiredesk.yaml if it is there and --state is not given.",
            valueName: "file"), completion: .file(extensions: ["yaml", "yml"]))
    var config: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "An instance: /etc/wiredesk/NAME.yaml, /var/lib/wiredesk/NAME, /var/spool/wiredesk/NAME/inbox.",
            valueName: "name"), completion: Completions.instances)
    var instance: String?

    /// The configuration with what the command line says put over it.
    ///
    /// - Throws: `ConfigurationError`.
    func resolve(inboxes: [String] = []) throws -> DeskConfiguration {
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
    var configurationPath: String? {
        if let config { return Self.absolute(config) }
        if let instance { return "/etc/wiredesk/\(instance).yaml" }
        return state == nil ? DeskConfiguration.defaultPath : nil
    }

    /// Whether the configuration is that of the service or of an instance of it, which runs in a sandbox.
    var isOfService: Bool { config == nil && state == nil }

    /// The unit that runs the desk of this configuration; nil for a desk that no unit runs.
    var unit: String? { isOfService ? instance.map { "wiredesk@\($0)" } ?? "wiredesk" : nil }

    /// What starts the desk.
    var startCommand: String {
        if let unit { return "systemctl start \(unit)" }
        let place = config.map { "--config \($0)" } ?? state.map { "--state \($0)" } ?? ""
        return "wiredesk run \(place)"
    }

    /// The state folder as far as it is known without the configuration file; nil where only the file can tell.
    var stateWithoutConfiguration: String? {
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
    func sharedInboxes(_ configuration: DeskConfiguration) -> [SharedInbox] {
        configurationPath.map { configuration.sharedInboxes(withOthersBeside: $0) } ?? []
    }

    /// Why the unit that runs the desk does not run; nil where it has not failed, and for a desk that no unit runs.
    var failedUnit: UnitState? { unit.flatMap { UnitState(failed: $0) } }

    static func absolute(_ path: String) -> String {
        // Said not to be a directory, since it would be looked at otherwise, and an inbox may not answer.
        let url = URL(fileURLWithPath: path, isDirectory: false)
        var result = url.standardizedFileURL.path
        while result.count > 1, result.hasSuffix("/") { result.removeLast() }
        return result
    }

    func validate() throws {
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

extension StateOptions {
    /// The archive that is asked, open for reading, whether or not the desk runs.
    func openArchive() throws -> any ArticleArchive { try ArchiveReader.open(state: resolve().state) }

    /// The kept originals of that archive.
    func originals() throws -> OriginalReader { OriginalReader(state: StateFolder(try resolve().state)) }
}
