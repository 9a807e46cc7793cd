import Foundation
import LinuxSystem
import NewsModel
import Testing

@testable import ReaderHost

/// The tool that takes the words out of a PDF can read the system's libraries, run itself, and nothing else.
@Suite struct PDFConversionTests {
    private static let program: String = {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent("misbehaving-reader").path
    }()

    /// Runs a program in place of the tool; what it wrote.
    private static func run(_ command: String, timeoutMilliseconds: Int = 20_000, isStopped: Bool = false) throws
        -> String
    {
        let file = try Descriptor.memoryFile(name: "test")
        try Array("%PDF- \(command)\nrest".utf8).withUnsafeBytes { raw throws -> Void in try file.writeAll(raw) }
        try file.seal()
        let limits = ReaderLimits(memoryBytes: 1 << 30, timeoutMilliseconds: timeoutMilliseconds)
        let words = try PDFConversion.words(of: file, program: program, limits: limits) { isStopped }
        var bytes = [UInt8](repeating: 0, count: Int(words.size))
        _ = try bytes.withUnsafeMutableBytes { try words.file.read(into: $0, at: 0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func failure(_ command: String, timeoutMilliseconds: Int = 20_000) -> ReaderFailure? {
        do {
            let output = try run(command, timeoutMilliseconds: timeoutMilliseconds)
            Issue.record("\(command) gave \(output)")
            return nil
        } catch { return error as? ReaderFailure }
    }

    @Test func whatTheToolWrites_IsTheAnswer_AndItsInputIsThePDFFromItsStart() throws {
        #expect(try Self.run("/usr/bin/cat") == "%PDF- /usr/bin/cat\nrest")
    }

    @Test func systemLibraries_CanBeRead() throws {
        #expect(try Self.run("/usr/bin/cat /usr/lib/os-release").contains("NAME="))
    }

    @Test(arguments: [
        "/usr/bin/cat /etc/passwd", "/usr/bin/cat /proc/self/environ", "/usr/bin/ls /tmp", "/usr/bin/ls /home",
    ])
    func otherFiles_CannotBeRead(command: String) {
        #expect(Self.failure(command)?.rejection?.code == .malformed)
    }

    @Test(arguments: ["/usr/bin/touch /tmp/wiredesk-was-here", "/usr/bin/mkdir /tmp/wiredesk-was-here"])
    func nothing_CanBeMade(command: String) {
        #expect(Self.failure(command) != nil)
        #expect(!FileManager.default.fileExists(atPath: "/tmp/wiredesk-was-here"))
    }

    @Test func anotherProgram_CannotBeRun() {
        // env(1) replaces itself by the program that it is given.
        #expect(Self.failure("/usr/bin/env /usr/bin/cat /usr/lib/os-release") != nil)
    }

    @Test func aProcess_CannotBeStarted() {
        // timeout(1) starts the program that it is given; the kernel ends it with SIGSYS.
        guard case .crashed(SIGSYS, _)? = Self.failure("/usr/bin/timeout 5 /usr/bin/true") else {
            Issue.record("timeout was not ended")
            return
        }
    }

    @Test func moreOutputThanIsTaken_IsRefused() {
        #expect(Self.failure("/usr/bin/yes")?.rejection?.code == .limitExceeded)
    }

    @Test func aToolThatHangs_IsEnded() {
        #expect(Self.failure("/usr/bin/sleep 60", timeoutMilliseconds: 500)?.rejection?.code == .readerTimeout)
    }

    /// Whatever the desk has: root keeps all capabilities over an execve(2) otherwise.
    @Test func theTool_HoldsNoCapability() throws {
        let file = try Descriptor.memoryFile(name: "test")
        try Array("%PDF- /usr/bin/sleep 60\n".utf8).withUnsafeBytes { raw throws -> Void in try file.writeAll(raw) }
        let limits = ReaderLimits(memoryBytes: 1 << 30, timeoutMilliseconds: 20_000)
        var seen: [String]?
        _ = try? PDFConversion.words(of: file, program: Self.program, limits: limits) {
            seen = seen ?? Children.named("sleep").first.flatMap(Children.capabilities)
            return seen != nil
        }
        #expect(seen == ["CapInh:0", "CapPrm:0", "CapEff:0", "CapAmb:0"])
    }

    @Test func aMissingTool_IsTold() {
        #expect(Self.failure("/usr/bin/wiredesk-has-no-such-tool")?.rejection?.code == .converterMissing)
    }

    @Test func aStoppingDesk_EndsTheTool() {
        #expect(throws: ReaderFailure.self) { try Self.run("/usr/bin/sleep 60", isStopped: true) }
    }
}
