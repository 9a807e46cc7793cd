import Foundation
import Testing

/// PDF files on their whole way: the confined tool, the reader, the archive.
@Suite struct PDFTests {
    private static func seed(_ name: String) -> URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("seeds/documents/\(name)")
    }

    @Test func pdf_IsStored_AndAScanIsListedAndCanBeRetried() throws {
        let folder = try TemporaryFolder()
        let state = folder.url.appendingPathComponent("state")
        let inbox = state.appendingPathComponent("inbox")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        for name in ["floating-bridge.pdf", "scanned-notice.pdf"] {
            try FileManager.default.copyItem(at: Self.seed(name), to: inbox.appendingPathComponent(name))
        }
        #expect(try Program.run("run", "--state", state.path, "--once").status == 1)
        let hits = try Program.run("search", "--state", state.path, "--json", "floating bridge").objects
        #expect(hits.first?["headline"] as? String == "Floating bridge makes its last crossing")
        #expect(hits.first?["authors"] as? [String] == ["Ines Holloway"])
        let rejected = try Program.run("deliveries", "--state", state.path, "--json", "--outcome", "rejected").objects
        #expect(rejected.compactMap { $0["code"] as? String } == ["needs-ocr"])
        let id = try #require(rejected.first?["id"] as? Int)
        let retried = try Program.run("retry", "--state", state.path, String(id))
        #expect(retried.status == 1 && (retried.output + retried.complaint).contains("needs-ocr"))
        let original = try Program.run("show", "--state", state.path, "--delivery", String(id), "--original")
        #expect(original.output.hasPrefix("%PDF-1.4"))
    }

    @Test func read_GoesTheSameWay() throws {
        let read = try Program.run("read", Self.seed("floating-bridge.pdf").path)
        #expect(read.status == 0)
        let article = try #require(read.objects.first)
        #expect(article["format"] as? String == "pdf")
        #expect((article["body"] as? String)?.contains("the last master of the bridge, Aron Tveit") == true)
    }
}
