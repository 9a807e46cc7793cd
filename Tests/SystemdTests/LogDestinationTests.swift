import Testing

@testable import Systemd

struct DestinationCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let surroundings: LogSurroundings
    let expected: String
}

@Suite struct LogDestinationTests {
    static func describe(_ destination: LogDestination) -> String {
        switch destination {
        case .journal: "journal"
        case .standardError: "standard error"
        case .terminal(let terminal):
            "terminal" + (terminal.hasColours ? " colours" : "") + (terminal.hasLiveLine ? " live" : "")
        }
    }

    static let cases = [
        DestinationCase(
            testDescription: "a service whose standard error is the journal",
            surroundings: LogSurroundings(
                journalStream: "8:4711", standardErrorIdentity: "8:4711", isTerminal: false, journalIsReachable: true),
            expected: "journal"),
        DestinationCase(
            testDescription: "the same without a journald that takes native messages",
            surroundings: LogSurroundings(
                journalStream: "8:4711", standardErrorIdentity: "8:4711", isTerminal: false, journalIsReachable: false),
            expected: "standard error"),
        DestinationCase(
            testDescription: "a service with StandardErrorStream=file:",
            surroundings: LogSurroundings(
                journalStream: "8:4711", standardErrorIdentity: "1:2", isTerminal: false, journalIsReachable: true),
            expected: "standard error"),
        DestinationCase(
            testDescription: "a container without systemd",
            surroundings: LogSurroundings(
                journalStream: nil, standardErrorIdentity: "1:2", isTerminal: false, journalIsReachable: false),
            expected: "standard error"),
        DestinationCase(
            testDescription: "standard error is closed",
            surroundings: LogSurroundings(
                journalStream: nil, standardErrorIdentity: nil, isTerminal: false, journalIsReachable: true),
            expected: "standard error"),
        DestinationCase(
            testDescription: "a person at a terminal of a machine with a journal",
            surroundings: LogSurroundings(
                journalStream: nil, standardErrorIdentity: "0:5", isTerminal: true, journalIsReachable: true),
            expected: "terminal colours live"),
        DestinationCase(
            testDescription: "NO_COLOR",
            surroundings: LogSurroundings(
                journalStream: nil, standardErrorIdentity: "0:5", isTerminal: true, wantsColours: false,
                journalIsReachable: true),
            expected: "terminal live"),
        DestinationCase(
            testDescription: "TERM=dumb",
            surroundings: LogSurroundings(
                journalStream: nil, standardErrorIdentity: "0:5", isTerminal: true, isDumbTerminal: true,
                journalIsReachable: true),
            expected: "terminal"),
    ]

    @Test(arguments: cases)
    func choose_FitsTheSurroundings(_ example: DestinationCase) {
        #expect(Self.describe(.choose(example.surroundings)) == example.expected)
    }

    @Test func surroundings_ReadTheEnvironment() {
        let plain = LogSurroundings.current(environment: ["TERM": "xterm", "JOURNAL_STREAM": "1:1"])
        #expect(plain.wantsColours)
        #expect(!plain.isDumbTerminal)
        #expect(plain.journalStream == "1:1")
        #expect(!LogSurroundings.current(environment: ["NO_COLOR": "1"]).wantsColours)
        #expect(LogSurroundings.current(environment: ["NO_COLOR": ""]).wantsColours)
        #expect(LogSurroundings.current(environment: [:]).isDumbTerminal)
    }

    @Test func handler_TakesItsLevel() {
        #expect(LogDestination.standardError.handler(identifier: "wiredesk", level: .warning).logLevel == .warning)
    }
}
