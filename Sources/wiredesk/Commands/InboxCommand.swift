import ArgumentParser
import Desk
import DeskProtocol
import Export
import Foundation
import Intake
import LinuxSystem
import Presentation

/// `wiredesk inbox`: the folders that are watched.
struct InboxCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inbox",
        abstract: "Add, list and remove watched folders.",
        discussion: """
            Changes the configuration file and nothing else in it, and lets the desk read it again. Comments stay.

            EXAMPLES
              sudo wiredesk inbox add /srv/wire --collection wire
              sudo wiredesk inbox add /srv/sync/articles --take leave
              wiredesk inbox list
            """,
        subcommands: [InboxAddCommand.self, InboxListCommand.self, InboxRemoveCommand.self])
}

extension InboxSettings.Take: ExpressibleByArgument {}

/// `wiredesk inbox add`.
struct InboxAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Watch a folder.",
        discussion: """
            Looks whether the folder is there and whether the desk may read it and remove what is taken, writes the \
            configuration, installs the drop-in that the sandbox of the service needs (for a folder outside of \
            /var/spool/wiredesk), and lets the desk read its configuration again; a new drop-in wants a restart, \
            which loses nothing.
            """)

    @Argument(help: ArgumentHelp("The folder.", valueName: "path"), completion: .directory)
    var path: String

    @Option(name: .long, help: ArgumentHelp("move: names are removed once stored; leave: they stay.", valueName: "way"))
    var take: InboxSettings.Take = .move

    @Option(name: .long, help: ArgumentHelp("What stands before the collection of each file.", valueName: "name"))
    var collection: String?

    @Option(name: .long, help: ArgumentHelp("The outlet of articles that name none.", valueName: "name"))
    var outlet: String?

    @Flag(name: .long, help: "Add it although the desk may not do in it what it must.")
    var force = false

    @Flag(name: .long, help: "Only look, and show what would be done.")
    var dryRun = false

    @OptionGroup var state: StateOptions

    func run() throws {
        try Failure.guarding {
            let editing = try InboxEditing(state)
            let inbox = InboxConfiguration(
                path: StateOptions.absolute(path), take: take, collection: collection ?? "", outlet: outlet)
            try look(at: inbox, editing.configuration)
            Self.warnOfServer(of: inbox)
            let dropIn = state.isOfService ? try Self.dropIn(inbox, instance: state.instance) : nil
            var editor = editing.editor
            try editor.add(inbox, base: editing.configuration.inboxes)
            if !dryRun, !editing.isWritable {
                try Self.tellWhatIsToBeDone(editing, editor, dropIn, state)
                throw ExitCode(ExitStatus.inputOutput.rawValue)
            }
            guard !dryRun else {
                StandardOutput.line("would write \(editing.path) with")
                for line in editor.text.split(separator: "\n") where line.contains(inbox.path) {
                    StandardOutput.line(String(line))
                }
                if let dropIn { StandardOutput.line("would write \(dropIn.path) with\n\(dropIn.text)") }
                return
            }
            try editing.write(editor.text)
            StandardOutput.line("\(inbox.path) is in \(editing.path)")
            try Service.takeUp(dropIn.map { .install($0) }, editing.configuration, state)
        }
    }

    /// Without the right to change the configuration: what somebody who has it is to do.
    private static func tellWhatIsToBeDone(
        _ editing: InboxEditing, _ editor: ConfigurationEditor, _ dropIn: UnitDropIn?, _ state: StateOptions
    ) throws {
        StandardError.line("wiredesk: you may not write \(TerminalText.line(editing.path)); nothing was changed")
        StandardOutput.line("As root run the same command again (sudo), or do by hand what it would:\n")
        StandardOutput.line("1. Write \(editing.path) with\n\n\(editor.text)")
        var step = 2
        if let dropIn {
            StandardOutput.line("\(step). Write \(dropIn.path) with\n\n\(dropIn.text)")
            step += 1
        }
        let unit = state.unit ?? "wiredesk"
        StandardOutput.line(
            "\(step). "
                + (dropIn == nil ? "systemctl reload \(unit)" : "systemctl daemon-reload && systemctl restart \(unit)"))
    }

    private func look(at inbox: InboxConfiguration, _ configuration: DeskConfiguration) throws {
        var looked = configuration
        looked.inboxes = [inbox]
        var isFine = true
        DeskCheck(looked) { finding in
            guard finding.verdict == .wrong || finding.verdict == .warning else { return }
            if finding.verdict == .wrong { isFine = false }
            StandardError.line("wiredesk: \(TerminalText.line(finding.detail))")
            if let remedy = finding.remedy { StandardError.line("  → \(remedy)") }
        }.runForInboxes()
        guard isFine || force || dryRun else {
            throw Failure.message("nothing was changed; mend it and try again, or use --force", .inputOutput)
        }
    }

    /// A folder that lies elsewhere may one day not answer.
    private static func warnOfServer(of inbox: InboxConfiguration) {
        guard let folder = try? Descriptor.directory(path: inbox.path) else { return }
        let kind = FileSystemKind(of: folder)
        guard kind.isRemote else { return }
        StandardError.line(
            "wiredesk: \(TerminalText.line(inbox.path)) is on \(kind.name). While its server does not answer, what lies there waits, and the other inboxes go on; but systemd may wait for it when the service starts"
        )
    }

    private static func dropIn(_ inbox: InboxConfiguration, instance: String?) throws -> UnitDropIn? {
        do throws(UnitDropIn.Hidden) {
            return try UnitDropIn.make(inbox, instance: instance)
        } catch {
            throw Failure.message(
                "the service has folders /tmp and /var/tmp of its own and never sees \(error.path); choose another folder",
                .usage)
        }
    }
}

/// `wiredesk inbox list`.
struct InboxListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Show the watched folders and how they are watched.")

    @Flag(name: .long, help: "One JSON object a line.")
    var json = false

    @OptionGroup var state: StateOptions

    func run() throws {
        try Failure.guarding {
            let configuration = try state.resolve()
            let live: LiveStatus?
            do {
                live = try StatusCommand.live(configuration)
            } catch {
                live = nil
                StandardError.line("wiredesk: \(ErrorReport(error).message)")
            }
            for inbox in configuration.inboxes {
                let watching = live?.inboxes.first { $0.path == inbox.path }?.watching
                if json {
                    StandardOutput.line(
                        JSONOutput.object([
                            ("path", .text(inbox.path)), ("take", .text(inbox.take.rawValue)),
                            ("collection", .text(inbox.collection)), ("outlet", .text(inbox.outlet)),
                            ("language", .text(inbox.language)), ("watching", .text(watching)),
                        ]).line)
                } else {
                    var line = TerminalText.line(inbox.path) + "  take: \(inbox.take.rawValue)"
                    if !inbox.collection.isEmpty { line += "  collection: \(TerminalText.line(inbox.collection))" }
                    if let outlet = inbox.outlet { line += "  outlet: \(TerminalText.line(outlet))" }
                    StandardOutput.line(line + "  " + TerminalText.styled(watching ?? "not watched now", .dim))
                }
            }
        }
    }
}

/// `wiredesk inbox remove`.
struct InboxRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Watch a folder no more.",
        discussion: "The folder and what is in it stay as they are, and so does what came from it into the archive.")

    @Argument(help: ArgumentHelp("The folder.", valueName: "path"), completion: .directory)
    var path: String

    @OptionGroup var state: StateOptions

    func run() throws {
        try Failure.guarding {
            let editing = try InboxEditing(state)
            let folder = StateOptions.absolute(path)
            var editor = editing.editor
            try editor.remove(path: folder, base: editing.configuration.inboxes)
            try editing.write(editor.text)
            StandardOutput.line("\(folder) is out of \(editing.path)")
            let dropIn = UnitDropIn.path(of: folder, instance: state.instance)
            let hasDropIn = FileManager.default.fileExists(atPath: dropIn)
            try Service.takeUp(hasDropIn ? .remove(dropIn) : nil, editing.configuration, state)
        }
    }
}
