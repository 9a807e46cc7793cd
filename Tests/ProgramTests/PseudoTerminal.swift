import Foundation
import Glibc
import Testing

/// A terminal of a test, in which the program is run as a person runs it.
struct PseudoTerminal {
    /// What a run left on the terminal.
    struct Screen {
        var status: Int32
        /// Everything that was written, with line ends as LF.
        var text: String
        /// The same without what styles it.
        var plain: String { text.replacing(/\u{1B}\[[0-9;?]*[A-Za-z]/, with: "") }
        var lines: [String] { plain.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
    }

    /// A terminal of so many columns: the end at which a person sits, and that of the program.
    private static func open(columns: UInt16, rows: UInt16) -> (master: Int32, terminal: FileHandle) {
        let master = Glibc.open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var number: Int32 = 0
        var lock: Int32 = 0
        // ioctl_tty(2): TIOCSPTLCK and TIOCGPTN, which Swift does not see.
        #expect(master >= 0 && ioctl(master, 0x4004_5431, &lock) == 0 && ioctl(master, 0x8004_5430, &number) == 0)
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        #expect(ioctl(master, UInt(TIOCSWINSZ), &size) == 0)
        let terminal = Glibc.open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
        return (master, FileHandle(fileDescriptor: terminal, closeOnDealloc: true))
    }

    /// A shell to which is typed, as by a person; what it writes on the terminal is passed over.
    final class Shell {
        private let process = Process()
        private let master: Int32
        private let reading = DispatchGroup()

        /// - Parameter command: the shell with its arguments.
        init(_ command: [String], in folder: URL, environment: [String: String]) throws {
            let (master, terminal) = PseudoTerminal.open(columns: 200, rows: 60)
            self.master = master
            // A shell at a terminal wants it for its own (credentials(7), "Sessions").
            process.executableURL = URL(fileURLWithPath: "/usr/bin/setsid")
            process.arguments = ["--ctty", "--wait"] + command
            process.currentDirectoryURL = folder
            process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
            process.standardInput = terminal
            process.standardOutput = terminal
            process.standardError = terminal
            try process.run()
            try terminal.close()
            DispatchQueue.global().async(group: reading) {
                var buffer = [UInt8](repeating: 0, count: 65_536)
                while read(master, &buffer, buffer.count) > 0 {}
            }
        }

        func type(_ keys: String) {
            let bytes = Array(keys.utf8)
            #expect(write(master, bytes, bytes.count) == bytes.count)
        }

        deinit {
            // It ends as at a terminal that is closed.
            kill(process.processIdentifier, SIGHUP)
            process.terminate()
            close(master)
        }
    }

    /// Runs the program on a terminal of so many columns, with all three standard descriptors there.
    static func run(
        _ arguments: [String], columns: UInt16, rows: UInt16 = 50, environment: [String: String] = [:]
    ) throws -> Screen {
        let (master, terminal) = open(columns: columns, rows: rows)
        let process = Process()
        process.executableURL = Program.path
        process.arguments = arguments
        var settings = ProcessInfo.processInfo.environment
        for key in ["COLUMNS", "PAGER", "LESS", "NO_COLOR"] { settings[key] = nil }
        process.environment = settings.merging(environment) { $1 }
        process.standardInput = terminal
        process.standardOutput = terminal
        process.standardError = terminal
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        try process.run()
        try terminal.close()
        // Until nobody holds the other end any more, which reading tells by EIO.
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = read(master, &buffer, buffer.count), count > 0 { bytes += buffer[..<count] }
        close(master)
        if ended.wait(timeout: .now() + 60) == .timedOut { kill(process.processIdentifier, SIGKILL) }
        return Screen(
            status: process.terminationStatus,
            text: String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n"))
    }
}
