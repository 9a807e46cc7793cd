import Foundation
import Testing

/// What README shows is what is seen: its commands are run over the sample articles, and give what it prints.
@Suite struct ReadmeTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// A command of README with what it shows of its output.
    private struct Example {
        var command: String
        var output: String
    }

    /// The commands behind `$ ` in a section of README, with the lines that follow each.
    private static func examples(section title: String) throws -> [Example] {
        let text = try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
        let start = try #require(text.range(of: "\n## \(title)\n"))
        let section = text[start.upperBound...].components(separatedBy: "\n## ")[0]
        var examples: [Example] = []
        var isOpen = false
        for line in section.components(separatedBy: "\n") {
            guard line.hasPrefix("    ") else {
                isOpen = false
                continue
            }
            let code = line.dropFirst(4)
            if code.hasPrefix("$ ") {
                examples.append(Example(command: String(code.dropFirst(2)), output: ""))
                isOpen = true
            } else if isOpen {
                examples[examples.count - 1].output += code + "\n"
            }
        }
        return examples
    }

    /// What is filed behind everything else: of two archives of the same pages the whole one is no duplicate only where it comes last.
    private static let last = ["web/island-crawl.warc.gz"]

    /// Sample articles that a desk has filed.
    ///
    /// - Parameter isReversed: whether those whose names come last are the oldest, which are filed first.
    private static func filed(
        isReversed: Bool = false, _ isMeant: (String) -> Bool
    ) throws -> (folder: TemporaryFolder, state: String) {
        let folder = try TemporaryFolder()
        let inbox = folder.url.appendingPathComponent("var/inbox")
        let aside = folder.url.appendingPathComponent("aside")
        for folder in [inbox, aside] {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }
        let seeds = root.appendingPathComponent("seeds")
        let names = try FileManager.default.contentsOfDirectory(atPath: seeds.path).filter(isMeant).sorted()
        for (number, name) in (isReversed ? names.reversed() : names).enumerated() {
            let copy = inbox.appendingPathComponent(name)
            try FileManager.default.copyItem(at: seeds.appendingPathComponent(name), to: copy)
            let time = Date(timeIntervalSinceNow: Double(number - names.count) * 60)
            try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: copy.path)
        }
        let late = last.filter { FileManager.default.fileExists(atPath: inbox.appendingPathComponent($0).path) }
        for (number, name) in late.enumerated() {
            try FileManager.default.moveItem(
                at: inbox.appendingPathComponent(name), to: aside.appendingPathComponent("\(number)"))
        }
        let state = folder.path + "/var"
        #expect(try Program.takeIn(state, seconds: 120).status == 1)
        for (number, name) in late.enumerated() {
            try FileManager.default.moveItem(
                at: aside.appendingPathComponent("\(number)"), to: inbox.appendingPathComponent(name))
        }
        #expect(try Program.takeIn(state).status == 0)
        return (folder, state)
    }

    /// Without what differs from run to run: times of delivery, numbers of deliveries, which of two copies came first, where lines end.
    private static func comparable(_ text: String) -> String {
        text.replacing(/\d{4}-\d\d-\d\d \d\d:\d\d/, with: "TIME").replacing(/(^|\n) +\d+  TIME/, with: "\nN  TIME")
            .replacing("canal-pact-blog-copy.txt", with: "canal-pact-blog.txt").replacing(/\s+/, with: " ")
            .trimmingCharacters(in: .whitespaces)
    }

    /// The words of a command behind the program, without quotation marks.
    private static func arguments(_ command: String) -> [String] {
        var words: [String] = []
        for (index, part) in command.components(separatedBy: " | ")[0].components(separatedBy: "'").enumerated() {
            words += index % 2 == 1 ? [part] : part.split(separator: " ").map(String.init)
        }
        return Array(words.dropFirst())
    }

    private static func status(_ state: String) throws -> (articles: Int?, rejected: Int?) {
        let status = try #require(try Program.run("status", "--json", "--state", state).objects.first)
        return (status["articles"] as? Int, (status["deliveries"] as? [String: Any])?["rejected"] as? Int)
    }

    @Test func tryIt_IsWhatIsSeen() throws {
        let (folder, state) = try Self.filed { _ in true }
        defer { withExtendedLifetime(folder) {} }
        let examples = try Self.examples(section: "Try it")
        #expect(examples.count == 3)
        for example in examples {
            var arguments = Self.arguments(example.command)
            if let place = arguments.firstIndex(of: "./var") { arguments[place] = state }
            arguments = arguments.map { $0.hasPrefix("seeds/") ? Self.root.path + "/" + $0 : $0 }
            let run = try Program.run(arguments)
            #expect(run.status == 0)
            if example.command.contains("| jq -c") {
                let shown = try #require(
                    try JSONSerialization.jsonObject(with: Data(example.output.utf8)) as? [String: Any])
                let seen = try #require(run.objects.first)
                for (key, value) in shown { #expect("\(seen[key] ?? "")" == "\(value)", "\(key)") }
            } else {
                #expect(Self.comparable(run.output) == Self.comparable(example.output))
            }
        }
        let text = try String(contentsOf: Self.root.appendingPathComponent("README.md"), encoding: .utf8)
        let (articles, rejected) = try Self.status(state)
        #expect(text.contains("    \(articles ?? -1) articles · 0 waiting · \(rejected ?? -1) rejected"))
    }

    /// Whatever is filed first: a person's samples have the times of their copying.
    @Test(arguments: [false, true]) func install_ShowsWhatIsSeen(isReversed: Bool) throws {
        // As the shell expands `*.*`: no folders.
        let (folder, state) = try Self.filed(isReversed: isReversed) { $0.contains(".") }
        defer { withExtendedLifetime(folder) {} }
        let examples = try Self.examples(section: "Install").filter { $0.command.hasPrefix("wiredesk ") }
        #expect(examples.count == 2)
        for example in examples {
            let run = try Program.run(Self.arguments(example.command) + ["--state", state])
            #expect(Self.comparable(run.output) == Self.comparable(example.output))
        }
        let text = try String(contentsOf: Self.root.appendingPathComponent("README.md"), encoding: .utf8)
        let (articles, rejected) = try Self.status(state)
        #expect(text.contains("Status: \"\(articles ?? -1) articles · 0 waiting · \(rejected ?? -1) rejected"))
    }
}
