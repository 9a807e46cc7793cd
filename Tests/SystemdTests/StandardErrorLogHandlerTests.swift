import Logging
import Testing

@testable import Systemd

struct PriorityCase: Sendable {
    let level: Logger.Level
    let prefix: String
}

@Suite struct StandardErrorLogHandlerTests {
    let recorder = Recorder<String>()
    var handler: StandardErrorLogHandler { StandardErrorLogHandler { [recorder] in recorder.record($0) } }

    @Test(arguments: [
        PriorityCase(level: .trace, prefix: "<7>"), PriorityCase(level: .debug, prefix: "<7>"),
        PriorityCase(level: .info, prefix: "<6>"), PriorityCase(level: .notice, prefix: "<5>"),
        PriorityCase(level: .warning, prefix: "<4>"), PriorityCase(level: .error, prefix: "<3>"),
        PriorityCase(level: .critical, prefix: "<2>"),
    ])
    func log_PutsTheSeverityFirst(_ example: PriorityCase) {
        handler.log(event: .make("ready", level: example.level))
        #expect(recorder.values == [example.prefix + "ready\n"])
    }

    @Test func log_OfHostileText_StaysOneLine() {
        handler.log(
            event: .make("read a\n<0>forged", metadata: ["name": "b\n<0>c", "note": "say \"hi\"", "size": "3"]))
        #expect(
            recorder.values == ["<6>read a\\n<0>forged (name=b\\n<0>c, note=\"say \\\"hi\\\"\", size=3)\n"])
    }

    @Test func log_OfAnError_NamesIt() {
        struct Broken: Error, CustomStringConvertible { let description = "disk is full" }
        handler.log(event: .make("cannot write", level: .error, error: Broken()))
        #expect(recorder.values == ["<3>cannot write (error=\"disk is full\")\n"])
    }

    @Test func log_LeavesTheMessageIDOut() {
        handler.log(event: .make("up", metadata: [MessageID.metadataKey: "\(MessageID.started)"]))
        #expect(recorder.values == ["<6>up\n"])
    }
}
