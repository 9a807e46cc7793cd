import Foundation
import Testing

/// The manual pages say what the program can do: they are made from its own definitions.
@Suite struct ManualTests {
    static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func generate(into folder: TemporaryFolder) throws -> [String: String] {
        let process = Process()
        process.executableURL = package.appending(path: "Scripts/generate-manuals")
        process.arguments = [Program.path.path, folder.path]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        var pages: [String: String] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            pages[name] = try String(contentsOf: folder.url.appendingPathComponent(name), encoding: .utf8)
                .replacing("\\-", with: "-")
        }
        return pages
    }

    /// The commands of the program's help, with those of commands that have commands.
    static func commands(of parents: [String] = []) throws -> [[String]] {
        let help = try Program.run(parents + ["--help"]).output
        let lines = help.components(separatedBy: "\n").drop { $0 != "SUBCOMMANDS:" }.dropFirst().prefix { !$0.isEmpty }
        let names = lines.compactMap { line in
            line.prefixMatch(of: /\ \ ([a-z][a-z-]*)/).map { parents + [String($0.output.1)] }
        }
        return try names + names.flatMap { try commands(of: $0) }
    }

    @Test func eachCommand_HasAPageWithAllItsOptions() throws {
        let pages = try Self.generate(into: try TemporaryFolder())
        let commands = try Self.commands()
        #expect(commands.count >= 12)
        for command in commands {
            let name = (["wiredesk"] + command).joined(separator: "-") + ".1"
            let page = try #require(pages[name], "\(name)")
            let help = try Program.run(command + ["--help"]).output
            for option in help.matches(of: /--[a-z][a-z-]+/) {
                #expect(page.contains(String(option.output)), "\(option.output) in \(name)")
            }
        }
        #expect(
            Set(pages.keys).subtracting(commands.map { (["wiredesk"] + $0).joined(separator: "-") + ".1" })
                == ["wiredesk.1", "wiredesk.yaml.5", "wiredesk.service.8"])
    }

    @Test func pages_OfConfigurationAndService_HaveEverySettingAndMessage() throws {
        let pages = try Self.generate(into: try TemporaryFolder())
        let configuration = try #require(pages["wiredesk.yaml.5"])
        let yaml = try String(contentsOf: Self.package.appending(path: "etc/wiredesk.yaml"), encoding: .utf8)
        for setting in yaml.matches(of: /(?m)^#([a-z_]+):/) {
            #expect(configuration.contains("\\fB\(setting.output.1)\\fP"), "\(setting.output.1)")
        }
        let service = try #require(pages["wiredesk.service.8"])
        let unit = try String(contentsOf: Self.package.appending(path: "systemd/wiredesk.service"), encoding: .utf8)
        for line in unit.matches(of: /(?m)^[A-Z][A-Za-z]+=/) {
            #expect(service.contains(line.output), "\(line.output)")
        }
        let catalog = try String(contentsOf: Self.package.appending(path: "systemd/wiredesk.catalog"), encoding: .utf8)
        for id in catalog.matches(of: /(?m)^-- ([0-9a-f]{32})/) { #expect(service.contains(id.output.1)) }
    }
}
