import Foundation
import Testing

/// What an archive holds, asked with the sqlite3 program, as any outsider may.
struct Archived {
    let state: URL

    /// The rows of a query, columns apart by `|`.
    func rows(_ query: String) throws -> [String] { try ask(query, options: ["-readonly"]) }

    /// Changes the database behind the desk's back.
    func change(_ statement: String) throws { _ = try ask(statement, options: []) }

    private func ask(_ query: String, options: [String]) throws -> [String] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
        process.arguments = options + [state.appendingPathComponent("wiredesk.db").path, query]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "sqlite3 could not run: \(query)")
        return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    func number(_ query: String) throws -> Int { Int(try rows(query).first ?? "") ?? -1 }

    /// A stored counter.
    func counter(_ name: String) throws -> Int { try number("SELECT value FROM counters WHERE name = '\(name)'") }

    /// Originals on disk that are whole: their bytes have the hash of their name.
    func verifiedOriginals() throws -> Int {
        let folder = state.appendingPathComponent("originals")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = [
            "-c",
            """
            cd "$1" && find . -name '*.zst' -path './??/*' | while read -r file; do
                name=$(basename "$file" .zst)
                [ "$(zstd -dcq "$file" | sha256sum | cut -d' ' -f1)" = "$name" ] && echo whole || echo "broken $file"
            done
            """, "sh", folder.path,
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let lines = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self).split(
            separator: "\n")
        process.waitUntilExit()
        for line in lines where line != "whole" { Issue.record("\(line)") }
        return lines.count { $0 == "whole" }
    }
}
