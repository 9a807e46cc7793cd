import Foundation
import Testing

@testable import Desk

@Suite struct ShippedConfigurationTests {
    static func readShippedFile() throws -> String {
        var package = URL(filePath: #filePath)
        for _ in 1...4 { package.deleteLastPathComponent() }
        return try String(contentsOf: package.appending(path: "etc/wiredesk.yaml"), encoding: .utf8)
    }

    /// The file with the `#` before each setting removed, at the three depths that settings have.
    static func uncommented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.prefixMatch(of: /#(?:  |    )?(?:- )?[a-z_]+:(?: |$)/) == nil ? String(line) : String(line.dropFirst())
        }.joined(separator: "\n")
    }

    @Test func shippedFile_AsItIs_MeansTheDefaults() throws {
        #expect(try DeskConfiguration(yaml: Self.readShippedFile(), file: "wiredesk.yaml") == DeskConfiguration())
    }

    @Test func shippedFile_WithEverythingUncommented_MeansTheDefaults() throws {
        let text = Self.uncommented(try Self.readShippedFile())
        #expect(try DeskConfiguration(yaml: text, file: "wiredesk.yaml") == DeskConfiguration())
    }

    /// The settings that are in force without the file are those that the file shows: were one missing from it, the test above
    /// would still pass.
    @Test func shippedFile_ShowsEverySetting() throws {
        let text = Self.uncommented(try Self.readShippedFile())
        let keys = text.split(separator: "\n").compactMap { line in
            line.prefixMatch(of: /[ ]*(?:- )?([a-z_]+):(?: |$)/).map { String($0.output.1) }
        }
        #expect(
            keys == [
                "state", "inboxes", "path", "take", "settle", "settle_unseen", "collection", "outlet", "language",
                "watch",
                "settle", "settle_unseen", "open_patience", "lanes",
                "max_size", "remove_too_large", "reader", "timeout", "memory", "files_per_process", "names", "ignore",
                "defaults",
                "patterns",
                "rescan", "poll",
                "min_free", "retention", "originals", "articles", "deliveries", "collections", "analysis", "metrics",
                "web", "hosts", "user_header", "proxy_user", "roles", "log_level",
            ])
    }

    @Test func shippedFile_ListsTheDefaultPatterns() throws {
        let text = try Self.readShippedFile()
        for pattern in IgnoreConfiguration().effectivePatterns {
            #expect(text.contains(" \(pattern) ") || text.contains(" \(pattern)\n"), "\(pattern)")
        }
    }
}
