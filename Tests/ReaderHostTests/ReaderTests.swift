import Foundation
import LinuxSystem
import NewsModel
import ReaderProtocol
import Testing

@testable import ReaderHost

/// Whatever a reader does, it ends with a reason, and the next file gets a good answer.
@Suite struct ReaderTests {
    private static let program: String = {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent("misbehaving-reader").path
    }()

    /// A reader with a timeout that no good answer comes near, however busy the machine is.
    private static func reader(filesPerProcess: Int = 500, timeoutMilliseconds: Int = 20_000) -> ReaderSupervisor {
        ReaderSupervisor(
            program: program,
            limits: ReaderLimits(
                memoryBytes: 400 << 20, timeoutMilliseconds: timeoutMilliseconds, startMilliseconds: 10_000,
                filesPerProcess: filesPerProcess))
    }

    /// Has a text read; the bodies that came.
    private static func read(_ text: String, _ reader: ReaderSupervisor) throws -> [String] {
        let file = try Descriptor.memoryFile(name: "test")
        try Array(text.utf8).withUnsafeBytes { raw throws -> Void in try file.writeAll(raw) }
        try file.seal()
        var bodies: [String] = []
        _ = try reader.read(file, size: Int64(text.utf8.count), name: FileName("a.txt")) { message in
            if case .article(let article) = message { bodies.append(article.body) }
        }
        return bodies
    }

    struct Misdeed: Sendable, CustomTestStringConvertible {
        let word: String
        let code: ReasonCode
        var timeoutMilliseconds = 20_000

        var testDescription: String { word }
    }

    @Test func readerThatIsStoppedFromOutside_IsToldFromOneThatHangs() throws {
        // Under a name of its own, since the readers of other tests run beside it.
        let name = "stopped-\(UInt16.random(in: 0...UInt16.max))"
        let path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: Self.program)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let reader = ReaderSupervisor(
            program: path,
            limits: ReaderLimits(memoryBytes: 400 << 20, timeoutMilliseconds: 1000, startMilliseconds: 10_000))
        #expect(try Self.read("good before", reader) == ["good before"])
        let process = try #require(Children.named(name).first)
        #expect(kill(process, SIGSTOP) == 0)
        let failure = #expect(throws: ReaderFailure.self) { try Self.read("good while stopped", reader) }
        guard case .suspended(1000) = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(failure?.isFromOutside == true && failure?.rejection?.code == .readerTimeout)
        #expect(try Self.read("good after", reader) == ["good after"])
    }

    @Test(arguments: [
        Misdeed(word: "crash", code: .readerCrashed), Misdeed(word: "leave", code: .readerCrashed),
        Misdeed(word: "die", code: .readerCrashed),
        Misdeed(word: "hang", code: .readerTimeout, timeoutMilliseconds: 1000),
        Misdeed(word: "spin", code: .readerTimeout, timeoutMilliseconds: 1000),
        Misdeed(word: "stall", code: .readerTimeout, timeoutMilliseconds: 1000),
        Misdeed(word: "garbage", code: .readerProtocol), Misdeed(word: "huge", code: .readerProtocol),
        Misdeed(word: "other", code: .readerProtocol), Misdeed(word: "eat", code: .readerMemory),
        // One request beyond the limit is refused while there is memory left, on which the program ends by itself.
        Misdeed(word: "allocate", code: .readerCrashed),
    ])
    func misdeed_GivesItsReason_AndTheNextFileAGoodAnswer(misdeed: Misdeed) throws {
        let reader = Self.reader(timeoutMilliseconds: misdeed.timeoutMilliseconds)
        #expect(try Self.read("good before", reader) == ["good before"])
        let failure = #expect(throws: ReaderFailure.self) { try Self.read("\(misdeed.word) now", reader) }
        #expect(failure?.rejection?.code == misdeed.code)
        #expect(try Self.read("good after", reader) == ["good after"])
        #expect(reader.statistics.started == 2)
        #expect(reader.statistics.lost == 1)
        reader.finish()
    }

    @Test(arguments: ["open", "make", "list", "link", "signal", "limit"])
    func attemptToReachOut_IsRefused(word: String) throws {
        let reader = Self.reader()
        #expect(try Self.read("\(word) now", reader) == ["\(word): refused"])
        #expect(reader.statistics.missingConfinement == 0)
        reader.finish()
    }

    @Test(arguments: ["connect", "fork", "exec", "trace", "kill"])
    func attemptToBreakOut_EndsTheReader_AndNothingElse(word: String) throws {
        let reader = Self.reader()
        let failure = #expect(throws: ReaderFailure.self) { try Self.read("\(word) now", reader) }
        guard case .crashed(let signal, _) = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(signal == SIGSYS)
        #expect(try Self.read("good after", reader) == ["good after"])
        reader.finish()
    }

    @Test func answerThatNobodyAskedFor_IsNotTakenForTheNextFiles() throws {
        let reader = Self.reader()
        #expect(try Self.read("twice told", reader) == ["twice told"])
        // The second answer lies in the socket and carries the number of the first request.
        let failure = #expect(throws: ReaderFailure.self) { try Self.read("good next", reader) }
        #expect(failure?.rejection?.code == .readerProtocol)
        #expect(try Self.read("good after", reader) == ["good after"])
        reader.finish()
    }

    @Test func refusal_KeepsTheProcess() throws {
        let reader = Self.reader()
        let failure = #expect(throws: ReaderFailure.self) { try Self.read("refuse this", reader) }
        #expect(failure?.rejection == Rejection(stage: .reading, code: .malformed, message: "told to"))
        #expect(try Self.read("good after", reader) == ["good after"])
        #expect(reader.statistics.started == 1)
        reader.finish()
    }

    @Test func process_IsReplaced_AfterItsNumberOfFiles() throws {
        let reader = Self.reader(filesPerProcess: 2)
        for number in 0..<5 { #expect(try Self.read("good \(number)", reader) == ["good \(number)"]) }
        #expect(reader.statistics.started == 3)
        #expect(reader.statistics.lost == 0)
        reader.finish()
    }

    @Test func missingProgram_IsAFaultOfTheSurroundings() {
        let reader = ReaderSupervisor(program: "/nonexistent/reader", limits: ReaderLimits())
        let failure = #expect(throws: ReaderFailure.self) { try Self.read("good", reader) }
        #expect(failure != nil && failure?.rejection == nil)
    }

    @Test func stoppedReader_StartsNothingMore() throws {
        let reader = Self.reader()
        #expect(try Self.read("good", reader) == ["good"])
        reader.stop()
        let failure = #expect(throws: ReaderFailure.self) { try Self.read("good", reader) }
        #expect(failure != nil && failure?.rejection == nil)
        reader.finish()
    }
}
