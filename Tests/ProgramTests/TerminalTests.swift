import Foundation
import Testing

/// What a person sees at a terminal of 60, 80 and 200 columns.
@Suite struct TerminalTests {
    private static let japanese = String(repeating: "港の橋は十一年ぶりに開通し、市長が雨の中で式典を行った。", count: 6)

    private static func stored() throws -> StoredState {
        let stored = try StoredState()
        try stored.drop("Hafenbrücke eröffnet\n\nBy Bo Sample\n\n" + japanese + "\n\n" + StoredState.note, "wide.txt")
        #expect(try stored.once().status != 75)
        return stored
    }

    /// The width by another rule than the program's: what these texts hold is wide from U+2E80 on.
    private static func columns(_ line: String) -> Int {
        line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
    }

    @Test(arguments: [60, 80, 200])
    func textIsBrokenAtWords_ByItsWidthInColumns(columns: Int) throws {
        let stored = try Self.stored()
        let state = ["--state", stored.state.path]
        let listed = try Program.run(["list", "--json", "--all"] + state).objects
        let wide = try #require(listed.first { ($0["file"] as? String) == "wide.txt" }?["id"] as? String)
        let most = min(columns, 120)
        for command in [["show", wide], ["list"], ["search", "ferry"], ["deliveries"], ["status"], ["check"]] {
            let screen = try PseudoTerminal.run(
                command + state, columns: UInt16(columns), environment: ["PAGER": "cat"])
            #expect(!screen.plain.contains("\u{1B}"))
            for line in screen.lines where Self.columns(line) > most {
                // What has no place to be broken stays whole: paths, addresses and commands.
                #expect(
                    line.trimmingCharacters(in: .whitespaces).split(separator: " ").contains { $0.count > 20 }
                        || line.contains("→ "), "\(command[0]) \(columns): \(line)")
            }
        }
        let show = try PseudoTerminal.run(
            ["show", wide] + state, columns: UInt16(columns), environment: ["PAGER": "cat"])
        let body = show.lines.filter { $0.contains("港") || $0.contains("橋") }
        #expect(body.count >= Self.columns(Self.japanese) / most && body.contains { Self.columns($0) > most - 8 })
        // No line begins with what closes a sentence, and no word of the rest is cut.
        #expect(!show.lines.contains { $0.hasPrefix("。") || $0.hasPrefix("、") })
        #expect(show.plain.replacing(/\s+/, with: " ").contains("the storm, its captain said."))
    }

    @Test func columnsOfTheEnvironment_CountBeforeTheWindow_AndPipesGetWholeLines() throws {
        let stored = try Self.stored()
        let screen = try PseudoTerminal.run(
            ["search", "ferry", "--state", stored.state.path], columns: 200,
            environment: ["COLUMNS": "40", "PAGER": "cat"])
        #expect(screen.lines.allSatisfy { Self.columns($0) <= 40 }, "\(screen.plain)")
        let piped = try Program.run(["search", "ferry", "--state", stored.state.path], environment: ["COLUMNS": "40"])
        #expect(piped.lines.contains { $0.count > 60 } && !piped.output.contains("\u{1B}"))
    }

    @Test func combiningMarksTakeNoColumn_AndLongWordsStayWhole() throws {
        let folder = try TemporaryFolder()
        let state = folder.url.appendingPathComponent("state")
        let inbox = state.appendingPathComponent("inbox")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        let marked = String(repeating: "re\u{301}ve\u{301}le\u{301} ", count: 40)
        let address = "https://courier.example/" + String(repeating: "long/", count: 30)
        try Data("Phare rallume\n\n\(marked)\n\n\(address)\n\nLe phare est en service depuis mardi soir.".utf8).write(
            to: inbox.appendingPathComponent("phare.txt"))
        #expect(try Program.takeIn(state.path).status == 0)
        let id = try #require(try Program.run("list", "--json", "--state", state.path).objects.first?["id"] as? String)
        let screen = try PseudoTerminal.run(
            ["show", id, "--state", state.path], columns: 60, environment: ["PAGER": "cat"])
        #expect(screen.plain.contains(address))
        let lines = screen.lines.filter { $0.contains("v\u{E9}l") }
        // Seven of eight columns each and a space between: 7 words of 6 columns make 48, 8 make 55.
        #expect(lines.contains { $0.split(separator: " ").count == 8 }, "\(lines)")
    }

    /// A pager that notes how it was started and passes the text on.
    private static func pager(_ folder: TemporaryFolder) throws -> String {
        let pager = folder.url.appendingPathComponent("pager")
        try Data("#!/bin/sh\necho \"LESS=$LESS\"\ncat\necho PAGER ENDED\n".utf8).write(to: pager)
        #expect(chmod(pager.path, 0o755) == 0)
        return pager.path
    }

    @Test func longText_GoesThroughThePager_AndOnlyOnATerminal() throws {
        let stored = try Self.stored()
        let pager = try Self.pager(stored.folder)
        let state = ["--state", stored.state.path]
        for command in [["list"], ["search", "ferry"], ["deliveries"], ["list", "--limit", "1"]] {
            let screen = try PseudoTerminal.run(command + state, columns: 80, environment: ["PAGER": pager])
            #expect(screen.status == 0)
            #expect(screen.plain.hasPrefix("LESS=FRX\n"), "\(screen.plain)")
            // Nothing is written beside the pager: what is to be said comes behind it.
            let end = try #require(screen.plain.range(of: "PAGER ENDED\n"))
            let more = screen.plain.range(of: "more with:")
            #expect(command.count < 3 || (more?.lowerBound ?? screen.plain.startIndex) >= end.upperBound)
            #expect(command.count > 2 || more == nil)
            #expect(screen.text.contains("\u{1B}["))
        }
        let json = try PseudoTerminal.run(["list", "--json"] + state, columns: 80, environment: ["PAGER": pager])
        #expect(json.plain.hasPrefix("{"))
        let piped = try Program.run(["list"] + state, environment: ["PAGER": pager])
        #expect(!piped.output.contains("PAGER"))
        let none = try PseudoTerminal.run(["list"] + state, columns: 80, environment: ["PAGER": ""])
        #expect(!none.plain.contains("LESS="))
        let nothing = try PseudoTerminal.run(["search", "zzzz"] + state, columns: 80, environment: ["PAGER": pager])
        #expect(nothing.status == 1)
    }

    @Test func pagerThatIsLeftEarly_EndsTheCommandQuietly() throws {
        let stored = try Self.stored()
        let screen = try PseudoTerminal.run(
            ["list", "--state", stored.state.path], columns: 80, environment: ["PAGER": "true"])
        #expect(screen.status == 0 && screen.plain.isEmpty, "\(screen.plain)")
    }

    @Test(arguments: [60, 80])
    func helpParagraphs_AreBrokenOnce(columns: Int) throws {
        for command in ["run", "search", "restore", "outlet", "export", "check", "who"] {
            let help = try Program.run([command, "--help"], environment: ["COLUMNS": String(columns)])
            let paragraphs = help.output.components(separatedBy: "\n\n").prefix { !$0.contains("EXAMPLES") }
            for paragraph in paragraphs where !paragraph.hasPrefix("USAGE") {
                let lines = paragraph.split(separator: "\n")
                for (line, next) in zip(lines, lines.dropFirst()) where !line.hasSuffix(":") && !line.hasPrefix(" ") {
                    // The next word would not have fitted.
                    let word = next.prefix { $0 != " " }
                    #expect(line.count + 1 + word.count >= columns - 2 || next.hasPrefix(" "), "\(command): \(line)")
                }
            }
        }
    }
}
