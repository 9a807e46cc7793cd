import Foundation
import Testing

/// What a real shell offers behind the Tab key.
@Suite struct CompletionTests {
    /// What bash offers for a line, by the function that its script registers.
    private static func bash(_ line: String, _ stored: StoredState) throws -> [String] {
        let script = stored.folder.url.appendingPathComponent("wiredesk.bash")
        try Data(Program.run("--generate-completion-script", "bash").output.utf8).write(to: script)
        // Tab, twice, as a person presses it; the words before it are those of the line.
        let program = """
            export PATH="$1:$PATH"
            source "$2"
            COMP_LINE="$3"; COMP_POINT=${#COMP_LINE}
            read -ra COMP_WORDS <<<"$3"
            [[ "$3" == *" " ]] && COMP_WORDS+=("")
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            name=$(complete -p wiredesk | sed 's/.*-F \\([^ ]*\\).*/\\1/')
            "$name" wiredesk "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", program, "bash", Program.folder.path, script.path, line]
        process.currentDirectoryURL = stored.folder.url
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self).split(separator: "\n").map {
            $0.trimmingCharacters(in: .whitespaces)
        }
    }

    @Test func bash_OffersIdsOutletsCollectionsAlertsAndFiles() throws {
        let stored = try StoredState()
        let state = stored.state.path
        #expect(
            try Program.run("alert", "add", "flood", "flood OR ferry", "--state", state).output.contains(
                "1 article matches today"))
        let ids = Set(try stored.run("list", "--json").objects.compactMap { $0["id"] as? String })
        #expect(Set(try Self.bash("wiredesk show --state \(state) ", stored)).isSuperset(of: ids))
        let outlets = try Self.bash("wiredesk list --state \(state) --outlet ", stored)
        #expect(outlets.contains { $0.replacing("\\", with: "") == "The Harbour Courier" }, "\(outlets)")
        #expect(try Self.bash("wiredesk list --state \(state) --collection ", stored).contains("notes"))
        #expect(try Self.bash("wiredesk alert hits --state \(state) ", stored).contains("flood"))
        try Data("x".utf8).write(to: stored.folder.url.appendingPathComponent("report.html"))
        #expect(try Self.bash("wiredesk read rep", stored).contains("report.html"))
        #expect(try Self.bash("wiredesk sea", stored).contains("search"))
        // A desk that is not there offers nothing and complains of nothing.
        #expect(try Self.bash("wiredesk show --state /nowhere ", stored).allSatisfy { $0.isEmpty || $0.hasPrefix("-") })
    }

    @Test(arguments: ["bash", "zsh", "fish"]) func script_IsUnderstoodByItsShell(shell: String) throws {
        let script = try Program.run("--generate-completion-script", shell)
        #expect(script.status == 0 && script.output.contains("---completion"))
        guard let path = ["/bin/", "/usr/bin/"].map({ $0 + shell }).first(where: { access($0, X_OK) == 0 }) else {
            return
        }
        let folder = try TemporaryFolder()
        let file = try folder.file("script")
        try Data(script.output.utf8).write(to: file)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = ["-n", file.path]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
