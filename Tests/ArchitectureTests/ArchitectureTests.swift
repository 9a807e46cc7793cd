import Foundation
import Testing

/// Whether the sources keep to the tables of docs/architecture.md.
@Suite struct ArchitectureTests {
    static let inspection: Result<HouseInspection, any Error> = Result { try inspect() }

    private static func inspect() throws -> HouseInspection {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        func text(_ path: String) throws -> String {
            String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
        }
        var files: [SourceFile] = []
        let sources = root.appending(path: "Sources").path(percentEncoded: false)
        for path in try FileManager.default.subpathsOfDirectory(atPath: sources).sorted() where path.hasSuffix(".swift")
        {
            files.append(SourceFile(path: "Sources/" + path, source: try text("Sources/" + path)))
        }
        return HouseInspection(
            rules: HouseRules(try text("docs/architecture.md")), files: files,
            manifest: Manifest(try text("Package.swift")))
    }

    @Test func `every room has its row and names only rooms above it`() throws {
        let inspection = try Self.inspection.get()
        #expect(inspection.rules.rooms.count > 10 && inspection.files.count > 300)
        #expect(inspection.tableFindings() == [])
    }

    @Test func `no file imports what the row of its room does not allow`() throws {
        #expect(try Self.inspection.get().importFindings() == [])
    }

    @Test func `the dependencies in Package.swift are those that the sources import`() throws {
        #expect(try Self.inspection.get().manifestFindings() == [])
    }

    @Test func `folders of a large room know only those before them`() throws {
        #expect(try Self.inspection.get().folderFindings() == [])
    }
}
