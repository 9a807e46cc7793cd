import ArgumentParser
import Desk
import DeskProtocol
import Foundation
import LinuxSystem
import NewsModel
import Presentation

/// `wiredesk add`: hands files to the desk, or drops them into its inbox when none runs.
struct AddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Hand files to the desk.",
        discussion: """
            The running desk gets the open file itself, so that neither its rights nor the file system matter; the \
            files stay where they are. When no desk runs, a copy is dropped into its inbox, complete or not at all.

            EXAMPLES
              wiredesk add report.html notes.txt
              wiredesk add --collection politics/2024 *.html
            """)

    @Argument(help: ArgumentHelp("Files to hand over.", valueName: "file"), completion: .file())
    var files: [String]

    @Option(name: .long, help: ArgumentHelp("The collection to file them under.", valueName: "name"))
    var collection: String?

    @OptionGroup var state: StateOptions

    func validate() throws {
        guard let collection else { return }
        let parts = collection.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." && !$0.utf8.contains(0) }) else {
            throw ValidationError("a collection is one or more names joined by /, without . and ..")
        }
    }

    func run() throws {
        try Failure.guarding {
            let configuration = try state.resolve()
            var status = ExitStatus.fine
            for name in RawArguments.names(of: files) {
                let outcome = try add(name, configuration)
                status = status.or(outcome)
            }
            if status != .fine { throw ExitCode(status.rawValue) }
        }
    }

    /// Hands one file over; one that fails does not keep the others from being handed over.
    private func add(_ name: FileName, _ configuration: DeskConfiguration) throws -> ExitStatus {
        guard let descriptor = openFile(name) else { return .inputOutput }
        let request = ControlRequest.add(name: name.lastComponent.bytes, collection: collection ?? "")
        guard let reply = try askRunningDesk(request, passing: descriptor, configuration) else {
            try drop(descriptor, name.lastComponent, configuration)
            StandardOutput.line("\(name.display): dropped; no desk runs, it is filed when one does")
            return .fine
        }
        return DeliveryReply.print(reply, name: name)
    }

    /// What the running desk answers; nil where none runs.
    private func askRunningDesk(
        _ request: ControlRequest, passing descriptor: Descriptor, _ configuration: DeskConfiguration
    ) throws -> ControlReply? {
        do {
            return try ControlClient.ask(state: configuration.state, request, passing: descriptor)
        } catch {
            if case .notRunning = error { return nil }
            throw error
        }
    }

    /// The open file; nil, with a complaint, where it cannot be opened.
    private func openFile(_ name: FileName) -> Descriptor? {
        do {
            return try Descriptor.file(path: name.bytes, shown: name.display)
        } catch {
            StandardError.line("wiredesk: \(error)")
            return nil
        }
    }

    /// Puts a copy into the first inbox under a name that is ignored, then gives it its own name in one step.
    private func drop(_ source: Descriptor, _ name: FileName, _ configuration: DeskConfiguration) throws {
        guard let inbox = configuration.inboxes.first else {
            throw Failure.message("no inbox is configured", .configuration)
        }
        let folder = collection.map { inbox.path + "/" + $0 } ?? inbox.path
        try FileCalls.makeFolder(folder, mode: 0o770)
        let hidden = "\(folder)/.wiredesk-add-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        let copy = try Descriptor.open(
            path: hidden, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o660)
        do {
            try fill(copy, from: source)
            try copy.sync()
            try place(hidden, in: folder, name)
        } catch {
            unlink(hidden)
            throw error
        }
    }

    private func fill(_ copy: Descriptor, from source: Descriptor) throws {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 64)
        defer { buffer.deallocate() }
        var offset: Int64 = 0
        while true {
            let count = try source.read(into: buffer, at: offset)
            if count == 0 { return }
            try copy.writeAll(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            offset += Int64(count)
        }
    }

    /// A file that has the name already is not replaced: link(2) refuses, and the next free number is taken.
    private func place(_ hidden: String, in folder: String, _ name: FileName) throws {
        for number in 0..<10_000 {
            let prefix = number == 0 ? "" : "\(number)-"
            let target = Array((folder + "/" + prefix).utf8) + name.bytes + [0]
            let isPlaced = target.withUnsafeBytes { raw in
                raw.assumingMemoryBound(to: CChar.self).baseAddress.map { link(hidden, $0) == 0 } ?? false
            }
            let code = errno
            if isPlaced {
                unlink(hidden)
                return
            }
            guard code == EEXIST else { throw SystemError(operation: "drop", path: name.display, code: code) }
        }
        throw SystemError(operation: "drop", path: name.display, code: EEXIST)
    }
}
