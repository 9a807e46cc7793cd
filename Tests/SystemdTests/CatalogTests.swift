import Foundation
import Testing

@testable import Systemd

/// Code and catalog must name the same messages: a kind without a text helps nobody, and a text without a kind is never shown.
@Suite struct CatalogTests {
    /// One entry of a catalog: the lines after `-- id`.
    struct Entry {
        var id: String
        var lines: [String] = []

        func header(_ name: String) -> String? {
            lines.prefix { !$0.isEmpty }.first { $0.hasPrefix(name + ": ") }.map {
                String($0.dropFirst(name.count + 2))
            }
        }

        /// The paragraphs after the headers.
        var paragraphs: [String] {
            lines.joined(separator: "\n").components(separatedBy: "\n\n").dropFirst().filter { !$0.isEmpty }
        }
    }

    static func readCatalog() throws -> [Entry] {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: package.appending(path: "systemd/wiredesk.catalog"), encoding: .utf8)
        var entries: [Entry] = []
        for line in text.components(separatedBy: "\n") where !line.hasPrefix("#") {
            if line.hasPrefix("-- ") {
                entries.append(Entry(id: String(line.dropFirst(3))))
            } else if !entries.isEmpty {
                entries[entries.count - 1].lines.append(line)
            }
        }
        return entries
    }

    @Test func catalog_HasATextForEachKindAndNoOther() throws {
        let ids = try Self.readCatalog().map(\.id)
        #expect(ids.sorted() == MessageID.all.map(\.hex).sorted())
    }

    @Test func kinds_HaveDistinctWellFormedIDs() {
        #expect(Set(MessageID.all.map(\.hex)).count == MessageID.all.count)
        for kind in MessageID.all {
            #expect(kind.hex.count == 32 && kind.hex.allSatisfy { $0.isHexDigit && !$0.isUppercase })
        }
    }

    @Test func all_ListsEveryDeclaredKind() throws {
        let source = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/Systemd/MessageID+Kinds.swift")
        let text = try String(contentsOf: source, encoding: .utf8)
        let declared = text.matches(of: /MessageID\("([0-9a-f]*)"/).map { String($0.output.1) }
        #expect(declared.sorted() == MessageID.all.map(\.hex).sorted())
    }

    @Test func entries_HaveSubjectAndSayWhatToDo() throws {
        for entry in try Self.readCatalog() {
            #expect(entry.header("Subject")?.isEmpty == false, "\(entry.id)")
            #expect(entry.header("Defined-By") == "Wiredesk", "\(entry.id)")
            #expect(entry.paragraphs.count >= 2, "\(entry.id) wants what happened and why, and what to do")
        }
    }

    @Test func journalPage_DocumentsEveryKindAndEveryFieldOfTheCatalog() throws {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = try String(contentsOf: package.appending(path: "docs/journal.md"), encoding: .utf8)
        for kind in MessageID.all { #expect(page.contains(kind.hex)) }
        for field in try Self.readCatalog().flatMap(\.lines).flatMap({ $0.matches(of: /@([A-Z_]+)@/) }) {
            #expect(page.contains("`\(field.output.1)`"), "\(field.output.1)")
        }
    }
}
