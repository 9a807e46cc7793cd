import Foundation
import Glibc
import LinuxSystem
import Testing

/// The locks that SQLite holds for as long as a database in WAL mode is open, as the kernel lists them in /proc/locks.
///
/// They tell every other program that someone is there: the last one that closes the database removes its log.
struct LastingLocks: Equatable, CustomStringConvertible {
    /// The shared lock on the database: 510 bytes behind the first pending byte (SHARED_FIRST in SQLite's os.h).
    var database = false
    /// The lock of the dead-man switch on the `-shm` file (UNIX_SHM_DMS in SQLite's os_unix.c).
    var index = false

    static let all = LastingLocks(database: true, index: true)
    private static let sharedFirst = "1073741826"
    private static let deadManSwitch = "128"

    var description: String {
        "database \(database ? "locked" : "NOT LOCKED"), index \(index ? "locked" : "NOT LOCKED")"
    }

    /// The locks that a process holds at this moment on the database of a state.
    static func held(by process: Int32, state: URL) -> LastingLocks {
        let lines = ((try? String(contentsOfFile: "/proc/locks", encoding: .utf8)) ?? "").split(separator: "\n")
        func holds(_ ending: String, from start: String) -> Bool {
            var status = stat()
            guard stat(state.path + "/wiredesk.db" + ending, &status) == 0 else { return false }
            return lines.contains { line in
                let fields = line.split(separator: " ")
                return fields.count == 8 && fields[1] == "POSIX" && fields[4] == "\(process)"
                    && fields[5].hasSuffix(":\(status.st_ino)") && fields[6] == start
            }
        }
        return LastingLocks(database: holds("", from: sharedFirst), index: holds("-shm", from: deadManSwitch))
    }
}

/// Looks at the lasting locks of a desk all the time, on a thread of its own, until it is ended.
///
/// `@unchecked Sendable`: what is found is touched with the lock held.
final class LockWatch: @unchecked Sendable {
    private let lock = NSLock()
    private var missing: LastingLocks?
    private var looks = 0
    private var isEnding = false
    private let ended = DispatchSemaphore(value: 0)

    init(_ desk: RunningDesk) {
        let process = desk.identifier
        let state = desk.state
        let thread = Thread { [self] in
            while !lock.withLock({ isEnding }) {
                let held = LastingLocks.held(by: process, state: state)
                lock.withLock {
                    looks += 1
                    if held != .all, missing == nil { missing = held }
                }
                // A pause between two looks at another process, so that it gets its share of the processor.
                usleep(500)
            }
            ended.signal()
        }
        thread.start()
    }

    /// Ends the watch; the first look that found a lock missing, or nil.
    func end() -> LastingLocks? {
        lock.withLock { isEnding = true }
        ended.wait()
        return lock.withLock {
            #expect(looks > 0)
            return missing
        }
    }
}

/// A connection to the control socket of a desk, without the manners of its own client.
enum RawControl {
    /// Sends a request with a descriptor and returns what the desk answers, or nil when it closes the connection without a word.
    static func ask(_ request: String, passing descriptor: Descriptor? = nil, desk: RunningDesk) throws -> String? {
        let connection = try connect(desk)
        try connection.send(Array((request + "\n").utf8), passing: descriptor)
        return try answer(on: connection)
    }

    static func connect(_ desk: RunningDesk) throws -> StreamSocket {
        let holder = try String(contentsOf: desk.state.appendingPathComponent("lock"), encoding: .utf8)
        let path = try #require(holder.split(separator: "\n").last.map(String.init))
        return try UnixSocket.connect(path: path)
    }

    static func answer(on connection: StreamSocket) throws -> String? {
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let (count, _) = try buffer.withUnsafeMutableBytes { raw in try connection.receive(into: raw) }
            if count == 0 { return answer.isEmpty ? nil : String(decoding: answer, as: UTF8.self) }
            answer += buffer[..<count]
        }
    }
}
