import Logging
import Testing

@testable import Systemd

@Suite struct TerminalLogHandlerTests {
    let recorder = Recorder<String>()

    func makeTerminal(colours: Bool = false, liveLine: Bool = true) -> Terminal {
        Terminal(hasColours: colours, hasLiveLine: liveLine) { [recorder] in recorder.record($0) }
    }

    func makeHandler(_ terminal: Terminal) -> TerminalLogHandler {
        TerminalLogHandler(terminal: terminal) { "14:02:07" }
    }

    @Test func log_ShowsTimeLevelAndMessage() {
        let handler = makeHandler(makeTerminal())
        handler.log(event: .make("stored a.html", metadata: ["id": "7"]))
        handler.log(event: .make("the disk is full", level: .warning))
        #expect(recorder.values == ["14:02:07 stored a.html\n", "14:02:07 warning: the disk is full\n"])
    }

    @Test func log_AtDebug_ShowsFactsToo() {
        var handler = makeHandler(makeTerminal())
        handler.logLevel = .debug
        handler.log(event: .make("stored a.html", metadata: ["id": "7"]))
        #expect(recorder.values == ["14:02:07 stored a.html (id=7)\n"])
    }

    @Test func log_WithColours_MarksTimeAndLevel() {
        makeHandler(makeTerminal(colours: true)).log(event: .make("broken", level: .error))
        #expect(recorder.values == ["\u{1B}[2m14:02:07\u{1B}[0m \u{1B}[31merror: \u{1B}[0mbroken\n"])
    }

    @Test func log_OfHostileText_DoesNotActOnTheTerminal() {
        makeHandler(makeTerminal()).log(event: .make("a\u{1B}]0;title\u{7}\r\nb"))
        #expect(recorder.values == ["14:02:07 a\\x1B]0;title\\x07\\r\\nb\n"])
    }

    @Test func liveLine_IsErasedBeforeALogLineAndDrawnAgain() {
        let terminal = makeTerminal()
        terminal.setLiveLine("3 waiting")
        makeHandler(terminal).log(event: .make("stored"))
        terminal.setLiveLine(nil)
        let drawn = "\u{1B}[?7l3 waiting\u{1B}[?7h"
        let erased = "\r\u{1B}[K"
        #expect(recorder.values == [erased + drawn, erased + "14:02:07 stored\n" + drawn, erased])
    }

    @Test func liveLine_ThatIsUnchanged_IsNotDrawnAgain() {
        let terminal = makeTerminal()
        terminal.setLiveLine("3 waiting")
        terminal.setLiveLine("3 waiting")
        #expect(recorder.values.count == 1)
    }

    @Test func liveLine_OnADumbTerminal_WritesNothing() {
        makeTerminal(liveLine: false).setLiveLine("3 waiting")
        #expect(recorder.values.isEmpty)
    }

    @Test func liveLine_OfHostileText_IsEscaped() {
        makeTerminal().setLiveLine("last \u{1B}[2J\n")
        #expect(recorder.values == ["\r\u{1B}[K\u{1B}[?7llast \\x1B[2J\\n\u{1B}[?7h"])
    }
}
