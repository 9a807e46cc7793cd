import Foundation
import Testing

/// An archive without a desk: a backup, or the state folder of another machine.
@Suite struct CopiedArchiveTests {
    /// What is in a folder, with the times of its files.
    private static func content(_ folder: URL) throws -> [String: Date?] {
        let files = FileManager.default.enumerator(
            at: folder, includingPropertiesForKeys: [.contentModificationDateKey])
        var found: [String: Date?] = [:]
        for case let file as URL in files ?? FileManager.DirectoryEnumerator() {
            found[file.path] = try file.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate
        }
        return found
    }

    @Test func `a backup is searched and read where it lies, and nothing in it changes`() throws {
        let first = try RunningWeb()
        let backup = first.folder.appendingPathComponent("backup")
        #expect(try RunningWeb.run("wiredesk", ["backup", backup.path, "--state", first.state.path]).status == 0)
        for path in [backup.path, backup.path + "/wiredesk.db"] {
            try FileManager.default.setAttributes(
                [.posixPermissions: path == backup.path ? 0o555 : 0o444], ofItemAtPath: path)
        }
        let before = try Self.content(backup)
        let web = try RunningWeb(files: [:], arguments: ["--state", backup.path])
        let id = try #require(
            (try web.json("/api/v1/search?q=bridge")["items"] as? [[String: Any]])?.first?["id"] as? String)
        #expect(try web.get("/search?q=bridge").text.contains("No desk runs"))
        #expect(try web.get("/articles/\(id)").text.contains("first tram"))
        #expect(try web.get("/articles/\(id)/original").text.contains("Harbour bridge opens"))
        for path in ["/latest", "/intake", "/articles/\(id)/history", "/search.csv?q=bridge"] {
            #expect(try web.get(path).status == 200, "\(path)")
        }
        let token = try web.formToken("/articles/\(id)/edit")
        let change = try web.post(
            "/articles/\(id)/edit", "csrf=\(token)&tags=x", type: "application/x-www-form-urlencoded",
            cookie: web.cookie)
        #expect(change.status == 503)
        #expect(try Self.content(backup) == before)
    }
}
