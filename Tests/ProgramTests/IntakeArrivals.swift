import Foundation
import Glibc

/// The ways in which files come into an inbox, as other programs do it.
struct IntakeArrivals {
    let inbox: URL
    let outside: URL

    /// A text of its own for each number, so that no two files are duplicates.
    static func text(_ number: Int) -> [UInt8] {
        Array(
            """
            Gauge \(number) reads high

            By Ida Sample

            The river gauge number \(number) stood above its mark on Tuesday morning, the harbour office said.

            It expects the water at gauge \(number) to fall before the end of the week.
            """.utf8)
    }

    /// Writes a file in one go, as a copy does.
    func copy(_ number: Int, to path: String) { write(Self.text(number)[...], to: inbox.path + "/" + path, O_TRUNC) }

    /// Writes a file beside the inbox and renames it in.
    func rename(_ number: Int, to path: String) {
        let beside = outside.appendingPathComponent("beside-\(number)").path
        write(Self.text(number)[...], to: beside, O_TRUNC)
        _ = Glibc.rename(beside, inbox.path + "/" + path)
    }

    /// The first half of a file; `finish` adds the other.
    func begin(_ number: Int, at path: String) {
        let text = Self.text(number)
        write(text[..<(text.count / 2)], to: inbox.path + "/" + path, O_TRUNC)
    }

    /// The second half.
    func finish(_ number: Int, at path: String) {
        let text = Self.text(number)
        write(text[(text.count / 2)...], to: inbox.path + "/" + path, O_APPEND)
    }

    func makeFolder(_ path: String) {
        var made = inbox.path
        for part in path.split(separator: "/") {
            made += "/" + part
            mkdir(made, 0o755)
        }
    }

    private func write(_ bytes: ArraySlice<UInt8>, to path: String, _ flags: Int32) {
        let file = open(path, O_WRONLY | O_CREAT | flags, 0o644)
        defer { close(file) }
        _ = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    }
}
