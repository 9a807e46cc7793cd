import Foundation
import Testing
import WebAccess

@testable import Desk

/// A text with one problem, and the line that reports it.
struct ProblemCase: Sendable, CustomTestStringConvertible {
    let yaml: String
    let problem: String
    var testDescription: String { yaml }
}

@Suite struct DeskConfigurationTests {
    static func problems(of yaml: String) -> [String] {
        do throws(ConfigurationError) {
            _ = try DeskConfiguration(yaml: yaml, file: "desk.yaml")
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }

    @Test(arguments: ["", "\n", "# nothing\n", "---\n", "~\n", "settle:\n", "reader: null\nignore: ~\ninboxes:\n"])
    func emptyText_MeansTheDefaults(_ yaml: String) throws {
        #expect(try DeskConfiguration(yaml: yaml, file: "desk.yaml") == DeskConfiguration())
    }

    @Test func everySetting_IsRead() throws {
        let yaml = """
            state: /srv/archive/
            inboxes:
              - path: /srv/wire
                take: leave
                settle: 5s
                settle_unseen: 30s
                collection: wire/sport
                outlet: "The Courier"
                language: no
              - {path: /srv/web}
            settle: 1s
            settle_unseen: 2s
            open_patience: 1h
            lanes: 3
            max_size: 1G
            remove_too_large: true
            reader: {timeout: 90s, memory: 512MiB, files_per_process: 20, names: false}
            ignore:
              defaults: false
              patterns: ["*.bak", drafts]
            rescan: 10m
            min_free: 0
            log_level: debug
            """
        let expected = DeskConfiguration(
            state: "/srv/archive",
            inboxes: [
                InboxConfiguration(
                    path: "/srv/wire", take: .leave, settle: .seconds(5), settleUnseen: .seconds(30),
                    collection: "wire/sport",
                    outlet: "The Courier",
                    language: "no"),
                InboxConfiguration(path: "/srv/web"),
            ],
            settle: .seconds(1), settleUnseen: .seconds(2), openPatience: .seconds(3600), lanes: 3,
            maximumSize: 1 << 30, removesTooLarge: true,
            reader: ReaderConfiguration(timeout: .seconds(90), memory: 512 << 20, filesPerProcess: 20, names: false),
            ignore: IgnoreConfiguration(usesDefaults: false, patterns: ["*.bak", "drafts"]), rescan: .seconds(600),
            minimumFree: 0, logLevel: .debug)
        var read = try DeskConfiguration(yaml: yaml, file: "desk.yaml")
        #expect(read == expected)
        read = try DeskConfiguration(yaml: yaml + "\nweb: {hosts: [news.example, \"::1\"]}", file: "desk.yaml")
        #expect(read.web.hosts == ["news.example", "::1"])
        let people =
            "\nweb: {user_header: Remote-User, proxy_user: www-data, roles: {add: [\"@newsroom\"], edit: [ann, ben], read: []}}"
        read = try DeskConfiguration(yaml: yaml + people, file: "desk.yaml")
        #expect(
            read.web
                == WebConfiguration(
                    userHeader: "Remote-User", proxyUser: "www-data",
                    roles: [.add: ["@newsroom"], .edit: ["ann", "ben"]]))
        #expect(read.inboxes.map(read.settle(of:)) == [.seconds(5), .seconds(1)])
        #expect(read.inboxSettings.map(\.settleUnseenMilliseconds) == [30_000, 2_000])
        #expect(read.inboxSettings.map(\.openPatienceMilliseconds) == [3_600_000, 3_600_000])
        #expect(read.ignore.effectivePatterns == ["*.bak", "drafts"])
    }

    @Test(arguments: [
        ProblemCase(
            yaml: "setle: 1s", problem: "desk.yaml:1:1: unknown setting `setle`; did you mean `settle`?"),
        ProblemCase(
            yaml: "reader:\n  time_out: 1s",
            problem: "desk.yaml:2:3: unknown setting `time_out`; did you mean `timeout`?"),
        ProblemCase(
            yaml: "reader:\n  colour: red",
            problem: "desk.yaml:2:3: unknown setting `colour`; known here: timeout, memory, files_per_process, names"),
        ProblemCase(
            yaml: "settle: 5",
            problem:
                "desk.yaml:1:9: `settle` wants a duration such as 300ms, 60s, 5m or 2h, from 0 to 1h, not `5`"),
        ProblemCase(
            yaml: "settle: 2h",
            problem:
                "desk.yaml:1:9: `settle` wants a duration such as 300ms, 60s, 5m or 2h, from 0 to 1h, not `2h`"),
        ProblemCase(
            yaml: "settle: [1s]",
            problem:
                "desk.yaml:1:9: `settle` wants a duration such as 300ms, 60s, 5m or 2h, from 0 to 1h, not a list"),
        ProblemCase(
            yaml: "max_size: big",
            problem:
                "desk.yaml:1:11: `max_size` wants a size such as 256MiB or 1GiB, or a number of bytes, at least 1KiB, not `big`"
        ),
        ProblemCase(
            yaml: "lanes: 0", problem: "desk.yaml:1:8: `lanes` wants `auto` or a whole number from 1 to 256, not `0`"),
        ProblemCase(
            yaml: "log_level: warn",
            problem:
                "desk.yaml:1:12: `log_level` wants one of trace, debug, info, notice, warning, error, critical, not `warn`"
        ),
        ProblemCase(
            yaml: "log_level: inof",
            problem:
                "desk.yaml:1:12: `log_level` wants one of trace, debug, info, notice, warning, error, critical, not `inof`; did you mean `info`?"
        ),
        ProblemCase(
            yaml: "state: var",
            problem: "desk.yaml:1:8: `state` wants an absolute path such as /srv/wire, without `..`, not `var`"),
        ProblemCase(
            yaml: "state: \"/a\\e[2J\"\nstate2: x",
            problem: "desk.yaml:2:1: unknown setting `state2`; did you mean `state`?"),
        ProblemCase(
            yaml: "settle: 1s\nlanes: 2\nsettle: 2s",
            problem: "desk.yaml:3:1: `settle` is set in line 1 already; keep one of the two"),
        ProblemCase(
            yaml: "reader:\n  \"timeout\": 1s\n  timeout: 2s",
            problem: "desk.yaml:3:3: `timeout` is set in line 2 already; keep one of the two"),
        ProblemCase(
            yaml: "inboxes: /srv/a",
            problem: "desk.yaml:1:10: `inboxes` must be a list of inboxes, each after a `- `, not `/srv/a`"),
        ProblemCase(
            yaml: "inboxes: []", problem: "desk.yaml:1:10: `inboxes` needs at least one inbox: `- path: /folder`"),
        ProblemCase(yaml: "inboxes:\n  - take: move", problem: "desk.yaml:2:5: an inbox needs a `path`"),
        ProblemCase(
            yaml: "inboxes:\n  - /srv/a",
            problem: "desk.yaml:2:5: an inbox wants settings such as `path: ...`, not `/srv/a`"),
        ProblemCase(
            yaml: "inboxes:\n  - {path: /srv/a, take: mvoe}",
            problem: "desk.yaml:2:26: `take` wants move or leave, not `mvoe`; did you mean `move`?"),
        ProblemCase(
            yaml: "inboxes:\n  - {path: /srv/a}\n  - {path: /srv/a/}",
            problem: "desk.yaml:3:5: the inbox /srv/a is listed twice; each file must belong to one inbox"),
        ProblemCase(
            yaml: "inboxes:\n  - {path: /srv/a}\n  - {path: /srv/a/b}",
            problem:
                "desk.yaml:3:5: the inbox /srv/a/b overlaps with the inbox /srv/a; each file must belong to one inbox"),
        ProblemCase(
            yaml: "state: /srv/a/state\ninboxes:\n  - {path: /srv/a}",
            problem:
                "desk.yaml:1:8: the state /srv/a/state lies in the inbox /srv/a, so that the archive would take in itself; move one of them"
        ),
        ProblemCase(
            yaml: "web:\n  hosts: [news.example:80]",
            problem:
                "desk.yaml:2:11: an item of `hosts` wants the name of a host such as news.example, without a port, not `news.example:80`"
        ),
        ProblemCase(
            yaml: "web:\n  user_header: Remote-User",
            problem:
                "desk.yaml:2:16: `user_header` wants `proxy_user` beside it: the user of the proxy, of whom alone the header is believed"
        ),
        ProblemCase(
            yaml: "web:\n  user_header: Cookie\n  proxy_user: www-data",
            problem: "desk.yaml:2:16: `user_header` wants the name of a header such as Remote-User, not `Cookie`"),
        ProblemCase(
            yaml: "web:\n  roles: {edlt: [ann]}",
            problem: "desk.yaml:2:11: unknown setting `edlt`; did you mean `edit`?"),
        ProblemCase(
            yaml: "ignore:\n  patterns: [~]",
            problem: "desk.yaml:2:14: a pattern is missing; `*~` and the like need quotes"),
        ProblemCase(
            yaml: "ignore:\n  patterns: [a/b]",
            problem:
                "desk.yaml:2:14: an item of `patterns` wants a pattern for one name such as *.bak, without a slash, not `a/b`"
        ),
        ProblemCase(
            yaml: "ignore:\n  defaults: maybe", problem: "desk.yaml:2:13: `defaults` wants true or false, not `maybe`"),
        ProblemCase(
            yaml: "- a", problem: "desk.yaml:1:1: the configuration wants settings such as `state: ...`, not a list"),
    ])
    func wrongText_IsReportedAtItsPlace(_ example: ProblemCase) {
        #expect(Self.problems(of: example.yaml) == [example.problem])
    }

    @Test(arguments: ["a: [1", "a: \"x", "a: b: c", "\tstate: /x", "a: *nobody", "--- a\n--- b", "state: /a\u{1}b"])
    func brokenYAML_IsReportedWithAPlace(_ yaml: String) throws {
        let problems = Self.problems(of: yaml)
        #expect(problems.count == 1)
        let first = try #require(problems.first)
        #expect(first.firstMatch(of: /^desk.yaml:[0-9]+:[0-9]+: this is not valid YAML: ./) != nil, "\(first)")
    }

    @Test func manyProblems_AreReportedTogetherInOrder() {
        let yaml = """
            stat: /x
            settle: soon
            reader:
              timeout: 1s
              memory: 1
              timeout: 2s
            lanes: many
            lanes: 2
            """
        #expect(
            Self.problems(of: yaml).map { $0.prefix { $0 != " " } } == [
                "desk.yaml:1:1:", "desk.yaml:2:9:", "desk.yaml:5:11:", "desk.yaml:6:3:", "desk.yaml:7:8:",
                "desk.yaml:8:1:",
            ])
    }

    @Test func hostileValue_IsShownEscapedAndCut() throws {
        let message = try #require(
            Self.problems(of: "log_level: \"\\e[2J\\n\(String(repeating: "x", count: 500))\"").first)
        #expect(message.contains("`\\x1B[2J\\x0Axxx"))
        #expect(!message.contains("\n"))
        #expect(message.count < 250)
    }

    @Test func load_OfAFileThatIsMissing_IsAnErrorOnlyWhereItIsRequired() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "wiredesk-none-\(UUID()).yaml").path
        #expect(try DeskConfiguration.load(path: path, isRequired: false) == DeskConfiguration())
        let error = #expect(throws: ConfigurationError.self) { try DeskConfiguration.load(path: path) }
        #expect(error?.description == "\(path): the configuration cannot be read: No such file or directory")
    }

    @Test func load_OfAFile_ReadsIt() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "wiredesk-\(UUID()).yaml").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data("lanes: 7\n".utf8).write(to: URL(filePath: path))
        #expect(try DeskConfiguration.load(path: path) == DeskConfiguration(lanes: 7))
        try Data([0x73, 0xFF, 0x0A]).write(to: URL(filePath: path))
        let error = #expect(throws: ConfigurationError.self) { try DeskConfiguration.load(path: path) }
        #expect(error?.description.contains("UTF-8") == true)
    }

    @Test func load_OfAFolder_IsAnError() {
        let error = #expect(throws: ConfigurationError.self) { try DeskConfiguration.load(path: "/tmp") }
        #expect(error?.description == "/tmp: the configuration cannot be read: it is not a regular file")
    }
}
