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
        #expect(try Program.takeIn(state.path).status == 1)
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

    /// A mail and a zip file with a PDF in each: one with words, one that is a scan, one that is none.
    @Test func pdfWithinOtherFiles_IsConvertedToo_AndItsFailureIsItsOwn() throws {
        let folder = try TemporaryFolder()
        let bridge = try Data(contentsOf: Self.seed("floating-bridge.pdf"))
        let box = folder.url.appendingPathComponent("box")
        try FileManager.default.createDirectory(at: box, withIntermediateDirectories: true)
        try bridge.write(to: box.appendingPathComponent("bridge.pdf"))
        try Data(contentsOf: Self.seed("scanned-notice.pdf")).write(to: box.appendingPathComponent("scan.pdf"))
        try Data("%PDF-1.4\nand nothing more of it".utf8).write(to: box.appendingPathComponent("torn.pdf"))
        let zip = folder.url.appendingPathComponent("releases.zip")
        let packing = Process()
        packing.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        packing.currentDirectoryURL = box
        packing.arguments = ["-m", "zipfile", "-c", zip.path, "bridge.pdf", "scan.pdf", "torn.pdf"]
        try packing.run()
        packing.waitUntilExit()
        try #require(packing.terminationStatus == 0)
        let mail = folder.url.appendingPathComponent("release.eml")
        try Data(
            """
            From: Port of Selby <press@selby.example>
            Subject: Bridge closes
            Date: Fri, 3 May 2024 14:05:00 +0200
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain

            The floating bridge closes for good on Friday; the release is attached.
            --b
            Content-Type: application/pdf; name="bridge.pdf"
            Content-Disposition: attachment; filename="bridge.pdf"
            Content-Transfer-Encoding: base64

            \(bridge.base64EncodedString(options: .lineLength76Characters))
            --b--

            """.utf8
        ).write(to: mail)

        let read = try Program.run("read", "--jobs", "1", zip.path, mail.path)
        let articles = read.objects.filter { $0["error"] == nil }
        #expect(
            articles.compactMap { $0["headline"] as? String }
                == [
                    "Floating bridge makes its last crossing", "Bridge closes",
                    "Floating bridge makes its last crossing",
                ])
        #expect(articles.map { $0["path"] as? String } == ["bridge.pdf", nil, "bridge.pdf"])
        #expect(articles.first?["format"] as? String == "pdf")
        let errors = read.objects.compactMap { line in
            (line["error"] as? [String: Any]).map { "\(line["path"] ?? ""): \($0["code"] ?? "")" }
        }
        #expect(errors == ["scan.pdf: needs-ocr", "torn.pdf: malformed"])
    }

    /// A page whose instructions are packed a million times: some kilobytes that keep the tool busy for a minute.
    @Test func pdfThatUnpacksWithoutEnd_IsRejectedWithACode_AndTheNextIsRead() throws {
        let folder = try TemporaryFolder()
        let bomb = folder.url.appendingPathComponent("bomb.pdf")
        let script = """
            import sys, zlib
            data = b"BT /F1 12 Tf 72 700 Td (The ferry came back.) Tj ET\\n"
            packer = zlib.compressobj(9)
            inner = packer.compress(data) + b"".join(packer.compress(b"q Q\\n" * (1 << 18)) for _ in range(768)) + packer.flush()
            packed = zlib.compress(inner, 9)
            objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
                b"<< /Length %d /Filter [ /FlateDecode /FlateDecode ] >>\\nstream\\n" % len(packed) + packed + b"\\nendstream",
                b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
            out, places = b"%PDF-1.5\\n", []
            for number, body in enumerate(objects, 1):
                places.append(len(out))
                out += b"%d 0 obj\\n" % number + body + b"\\nendobj\\n"
            table = b"xref\\n0 6\\n0000000000 65535 f \\n" + b"".join(b"%010d 00000 n \\n" % place for place in places)
            trailer = b"trailer << /Size 6 /Root 1 0 R >>\\nstartxref\\n%d\\n%%%%EOF\\n" % len(out)
            open(sys.argv[1], "wb").write(out + table + trailer)
            """
        let packing = Process()
        packing.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        packing.arguments = ["-c", script, bomb.path]
        try packing.run()
        packing.waitUntilExit()
        try #require(packing.terminationStatus == 0)
        let read = try Program.run(["read", bomb.path, Self.seed("floating-bridge.pdf").path], seconds: 120)
        let errors = read.objects.compactMap { ($0["error"] as? [String: Any])?["code"] as? String }
        #expect(errors == ["limit-exceeded"], "\(read.output)")
        #expect(read.objects.last?["headline"] as? String == "Floating bridge makes its last crossing")
    }

    /// The tool gets its descriptors as 0, 1 and 3; the desk's own may have these numbers where it was started without standard ones.
    @Test(arguments: ["0<&-", "3<&-", "0<&- 2<&- 3<&-"])
    func read_WithLowDescriptorsFree_GivesThePDFToTheToolAllTheSame(closed: String) throws {
        let folder = try TemporaryFolder()
        let output = folder.url.appendingPathComponent("output")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        let command = "exec \"$0\" read \"$1\" >\"$2\" \(closed)"
        process.arguments = [
            "-c", command, Program.path.path, Self.seed("floating-bridge.pdf").path, output.path,
        ]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(try String(contentsOf: output, encoding: .utf8).contains("Floating bridge makes its last crossing"))
    }

    @Test func read_GoesTheSameWay() throws {
        let read = try Program.run("read", Self.seed("floating-bridge.pdf").path)
        #expect(read.status == 0)
        let article = try #require(read.objects.first)
        #expect(article["format"] as? String == "pdf")
        #expect((article["body"] as? String)?.contains("the last master of the bridge, Aron Tveit") == true)
    }
}
