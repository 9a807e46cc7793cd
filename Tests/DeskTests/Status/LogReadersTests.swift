import Testing

@testable import Desk

/// Who holds a read mark of the write-ahead log, by the lines of /proc/locks.
struct LogReadersTests {
    struct Case: Sendable {
        var name: String
        var line: String
        var process: Int32?
    }

    @Test(arguments: [
        Case(name: "a reader", line: "1: POSIX  ADVISORY  READ 1234 fd:01:77 124 124", process: 1234),
        Case(name: "the last mark", line: "12: POSIX  ADVISORY  READ 9 00:2a:77 127 127", process: 9),
        Case(name: "open, but not reading", line: "1: POSIX  ADVISORY  READ 1234 fd:01:77 128 128"),
        Case(name: "the writer", line: "1: POSIX  ADVISORY  WRITE 1234 fd:01:77 120 120"),
        Case(name: "another file", line: "1: POSIX  ADVISORY  READ 1234 fd:01:78 124 124"),
        Case(name: "a lock of no single process", line: "1: OFDLCK ADVISORY  READ -1 fd:01:77 124 124"),
        Case(name: "a process of another namespace", line: "1: POSIX  ADVISORY  READ 0 fd:01:77 124 124"),
        Case(name: "one that waits", line: "1: -> POSIX  ADVISORY  READ 1234 fd:01:77 124 124"),
        Case(name: "to the end of the file", line: "1: POSIX  ADVISORY  READ 5 fd:01:77 0 EOF", process: 5),
        Case(name: "nothing", line: ""),
    ])
    func holder_IsWhoLocksAReadMarkOfTheFile(_ table: Case) {
        #expect(LogReaders.holder(Substring(table.line), inode: 77) == table.process, "\(table.name)")
    }
}
