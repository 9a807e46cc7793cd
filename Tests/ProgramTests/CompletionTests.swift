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

    /// What an interactive shell offers for lines, each typed at its prompt and then asked for.
    ///
    /// - Parameter arguments: how the shell is started, so that it writes `ready` to the file `offered` at its prompt, and at Ctrl-X what it
    ///   offers, with `end` behind it.
    private static func offered(
        _ shell: String, _ arguments: [String], _ lines: [String], _ stored: StoredState
    ) throws -> [[String]] {
        let file = stored.folder.url.appendingPathComponent("offered")
        try Data().write(to: file)
        func told() -> String { (try? String(contentsOf: file, encoding: .utf8)) ?? "" }
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let terminal = try PseudoTerminal.Shell(
            [shell] + arguments, in: stored.folder.url,
            environment: [
                "PATH": Program.folder.path + ":" + path, "HOME": stored.folder.path, "ZDOTDIR": stored.folder.path,
                "XDG_CONFIG_HOME": stored.folder.path, "XDG_DATA_HOME": stored.folder.path, "TERM": "xterm",
                "LC_ALL": "C.UTF-8",
            ])
        guard Wait.until({ told().contains("ready\n") }) else {
            Issue.record("\(shell) shows no prompt")
            return []
        }
        return lines.map { line in
            let before = told().count
            terminal.type(line + "\u{18}")
            #expect(Wait.until { told().dropFirst(before).contains("end\n") }, "\(shell): \(line)")
            return told().dropFirst(before).split(separator: "\n").map(String.init).filter {
                $0 != "end" && $0 != "ready"
            }
        }
    }

    /// How each of two shells is started, where it is installed.
    private static func start(_ shell: String, _ stored: StoredState) throws -> [String] {
        let script = stored.folder.url.appendingPathComponent(shell == "zsh" ? "_wiredesk" : "wiredesk.fish")
        try Data(Program.run("--generate-completion-script", shell).output.utf8).write(to: script)
        guard shell == "zsh" else {
            return [
                "--no-config", "--interactive", "--init-command",
                """
                source wiredesk.fish
                function fish_prompt; echo ready >>offered; end
                bind \\cx 'complete -C (commandline -cp) | string split -f 1 \\t >>offered; echo end >>offered; commandline ""'
                """,
            ]
        }
        // What a completion function hands over is noted before it is shown.
        let settings = """
            fpath=("$PWD" $fpath)
            autoload -Uz compinit; compinit -u -D
            compadd() {
              [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\\ * ]] && { builtin compadd "$@"; return $?; }
              local -a offered; builtin compadd -A offered "$@"
              (( $#offered )) && print -rl -- "${(Q)offered[@]}" >>offered
              builtin compadd "$@"
            }
            zle -C complete-word complete-word _main_complete
            capture() { zle complete-word; print end >>offered; BUFFER=; }
            zle -N capture; bindkey '^X' capture
            zle-line-init() { print ready >>offered; }; zle -N zle-line-init
            """
        try Data(settings.utf8).write(to: stored.folder.url.appendingPathComponent(".zshrc"))
        return ["-d", "-i"]
    }

    private static func path(of shell: String) -> String? {
        ["/bin/", "/usr/bin/"].map { $0 + shell }.first { access($0, X_OK) == 0 }
    }

    @Test(arguments: ["zsh", "fish"]) func shell_OffersCommandsOptionsIdsOutletsAndFiles(shell: String) throws {
        guard let program = Self.path(of: shell) else {
            return print("not run: \(shell) is not installed (apt-get install \(shell))")
        }
        let stored = try StoredState()
        let state = stored.state.path
        #expect(try Program.run("alert", "add", "flood", "flood OR ferry", "--state", state).status == 0)
        try Data("x".utf8).write(to: stored.folder.url.appendingPathComponent("report.html"))
        let ids = Set(try stored.run("list", "--json").objects.compactMap { $0["id"] as? String })
        let offered = try Self.offered(
            program, Self.start(shell, stored),
            [
                "wiredesk sea", "wiredesk list --state \(state) --coll", "wiredesk show --state \(state) ",
                "wiredesk list --state \(state) --outlet ", "wiredesk list --state \(state) --collection ",
                "wiredesk alert hits --state \(state) ", "wiredesk read rep", "wiredesk show --state /nowhere ",
                "wiredesk search ferry --json --state \(state) --sort ",
            ], stored)
        #expect(offered.count == 9)
        guard offered.count == 9 else { return }
        #expect(offered[0] == ["search"])
        #expect(offered[1] == ["--collection"])
        #expect(Set(offered[2]) == ids)
        #expect(offered[3].contains("The Harbour Courier"), "\(offered[3])")
        #expect(offered[4].contains("notes"), "\(offered[4])")
        #expect(offered[5] == ["flood"])
        #expect(offered[6] == ["report.html"])
        #expect(offered[7].isEmpty, "\(offered[7])")
        #expect(Set(offered[8]).isSuperset(of: ["relevance", "date"]), "\(offered[8])")
    }

    @Test(arguments: ["bash", "zsh", "fish"]) func script_IsUnderstoodByItsShell(shell: String) throws {
        let script = try Program.run("--generate-completion-script", shell)
        #expect(script.status == 0 && script.output.contains("---completion"))
        guard let path = Self.path(of: shell) else {
            return print("not run: \(shell) is not installed")
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
