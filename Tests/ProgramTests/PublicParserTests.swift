import Foundation
import Testing

/// What is exported, as programs of others read it. Each test is skipped where the program is not installed.
@Suite struct PublicParserTests {
    private static func isInstalled(_ program: String) -> Bool {
        FileManager.default.isExecutableFile(atPath: "/usr/bin/\(program)")
    }

    /// Runs another program; its output, and whether it ended well.
    private static func run(_ program: String, _ arguments: [String], input: String? = nil) throws -> (String, Bool) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/\(program)")
        process.arguments = arguments
        let folder = try TemporaryFolder()
        let source = try folder.file("input")
        let output = try folder.file("output")
        try Data((input ?? "").utf8).write(to: source)
        process.standardInput = try FileHandle(forReadingFrom: source)
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return (try String(contentsOf: output, encoding: .utf8), process.terminationStatus == 0)
    }

    /// A state with an article whose headline and author try to be more than text.
    private static func stored() throws -> StoredState {
        let stored = try StoredState()
        try stored.drop(
            """
            <!doctype html><html lang="en"><head><title>=1+1 {R&D} at 50 % "quoted", $5_000; żółw</title>
            <meta property="og:site_name" content="@Courier, The"><meta name="author" content="Anna van Dyke">
            <meta property="article:published_time" content="2024-02-29"></head><body><article>
            <h1>=1+1 {R&amp;D} at 50 % "quoted", $5_000; żółw</h1>
            <p>The laboratory by the river, which had cost five thousand a year, was opened on Monday in the rain.</p>
            <p>"Nobody had expected it," the director said, and some two hundred people agreed with her at noon.</p>
            </article></body></html>
            """, "lab.html")
        #expect(try stored.once().status == 0)
        return stored
    }

    private static let headline = "=1+1 {R&D} at 50 % \"quoted\", $5_000; żółw"

    @Test(.enabled(if: isInstalled("soffice"), "libreoffice-calc-nogui is not installed"))
    func libreOffice_ShowsTheRightCells() throws {
        let stored = try Self.stored()
        let table = stored.folder.url.appendingPathComponent("table.csv")
        #expect(
            try stored.run(
                "export", "--all", "--as", "csv", "--bom", "--columns", "headline,outlet,authors,version,body", "-o",
                table.path
            ).status == 0)
        // Read as CSV in UTF-8 with commas, formulas evaluated as far as the program does; written with tabs, cells as shown.
        let (_, isFine) = try Self.run(
            "soffice",
            [
                "-env:UserInstallation=file://\(stored.folder.path)/profile", "--headless", "--norestore",
                "--infilter=Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,0,true",
                "--convert-to",
                "tsv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false", "--outdir", stored.folder.path,
                table.path,
            ])
        #expect(isFine)
        let shown = try String(
            contentsOf: stored.folder.url.appendingPathComponent("table.tsv"), encoding: .utf8)
        let rows = Self.cells(shown)
        #expect(rows.count == 5 && rows.first == ["headline", "outlet", "authors", "version", "body"])
        let lab = try #require(rows.first { $0.first?.contains("R&D") == true })
        #expect(lab.first == "'" + Self.headline)
        #expect(lab.dropFirst().first == "'@Courier, The" && lab[2] == "Anna van Dyke" && lab[3] == "1")
        #expect(
            lab.last?.hasPrefix("The laboratory by the river") == true && lab.last?.contains("\n\n\"Nobody") == true)
    }

    /// Cells of text with tabs, in quotes where they hold tabs, quotes or line ends.
    private static func cells(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell = ""
        var isQuoted = false
        var wasQuote = false
        for scalar in text.unicodeScalars where scalar != "\u{FEFF}" {
            if isQuoted, scalar == "\"" {
                if wasQuote { cell += "\"" }
                wasQuote.toggle()
            } else if isQuoted, !wasQuote {
                cell.unicodeScalars.append(scalar)
            } else if scalar == "\"" {
                isQuoted = true
            } else if scalar == "\t" || scalar == "\n" {
                row.append(cell)
                (cell, isQuoted, wasQuote) = ("", false, false)
                if scalar == "\n" {
                    rows.append(row)
                    row = []
                }
            } else if scalar != "\r" {
                cell.unicodeScalars.append(scalar)
            }
        }
        return rows
    }

    @Test(.enabled(if: isInstalled("ris2xml"), "bibutils is not installed"))
    func bibutils_ReadsRIS() throws {
        let stored = try Self.stored()
        let ris = try stored.run("export", "--all", "--as", "ris").output
        let (records, isFine) = try Self.run("ris2xml", ["-i", "utf8", "-o", "utf8"], input: ris)
        #expect(isFine && records.components(separatedBy: "<mods ").count == 5)
        #expect(records.contains("<namePart type=\"given\">Anna</namePart>"), "\(records)")
        #expect(records.contains("<namePart type=\"family\">van Dyke</namePart>"))
        #expect(records.contains("{R&amp;D} at 50 %") && records.contains("żółw"))
    }

    @Test(.enabled(if: isInstalled("bib2xml"), "bibutils is not installed"))
    func bibutils_ReadsBibTeX() throws {
        let stored = try Self.stored()
        let entries = try stored.run("export", "--all", "--as", "bibtex").output
        let (records, isFine) = try Self.run("bib2xml", ["-i", "utf8", "-o", "utf8"], input: entries)
        #expect(isFine && records.components(separatedBy: "<mods ").count == 5)
        #expect(records.contains("<namePart type=\"family\">van Dyke</namePart>"), "\(records)")
        #expect(records.contains("The Harbour Courier") && records.contains("<url"))
    }

    @Test(.enabled(if: hasPythonModule("citeproc"), "python3-citeproc is not installed"))
    func citeproc_ReadsCSLJSON() throws {
        let stored = try Self.stored()
        let items = try stored.run("export", "--all", "--as", "csl-json").output
        let script = """
            import json, sys
            from citeproc.source.json import CiteProcJSON
            for key, item in sorted(CiteProcJSON(json.load(sys.stdin)).items()):
                print(item.type, item.title, [str(name.family) for name in item.get("author", []) if name.get("family")])
            """
        let (lines, isFine) = try Self.run("python3", ["-c", script], input: items)
        #expect(isFine && lines.split(separator: "\n").count == 4)
        #expect(lines.contains("article-newspaper \(Self.headline) ['van Dyke']"), "\(lines)")
    }

    private static func hasPythonModule(_ name: String) -> Bool {
        isInstalled("python3") && (try? run("python3", ["-c", "import \(name)"]))?.1 == true
    }
}
