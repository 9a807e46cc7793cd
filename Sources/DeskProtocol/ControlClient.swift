import Foundation
import Glibc
import LinuxSystem

/// Asks the running desk.
public enum ControlClient {
    /// Why there is no answer.
    public enum Failure: Error, Sendable {
        /// No desk runs on this state.
        case notRunning
        /// The desk runs, but this user may not ask it.
        case notAllowed(path: String)
        /// The connection failed, or the answer is not to be understood.
        case broken(String)
    }

    /// Sends a request and waits for the reply, for as long as the desk needs.
    ///
    /// - Parameters:
    ///   - person: for whom the web service asks; nil for whoever runs this program.
    ///   - descriptor: what goes along, for `add`.
    /// - Throws: `Failure`.
    public static func ask(
        state: String, _ request: ControlRequest, onBehalfOf person: String? = nil,
        passing descriptor: Descriptor? = nil
    ) throws(Failure) -> ControlReply {
        // Who is ending never answers, though its socket is there.
        guard let holder = StateLock.holder(state: state), !holder.isEnding else {
            // Who may not look cannot tell that none runs.
            if StateLock.isHidden(state: state) { throw .notAllowed(path: state) }
            throw .notRunning
        }
        return try ask(socket: holder.controlSocket, request, onBehalfOf: person, passing: descriptor)
    }

    /// The same of the desk that listens on a socket.
    ///
    /// - Throws: `Failure`.
    public static func ask(
        socket path: String, _ request: ControlRequest, onBehalfOf person: String? = nil,
        passing descriptor: Descriptor? = nil
    ) throws(Failure) -> ControlReply {
        let connection: StreamSocket
        do throws(SystemError) {
            connection = try UnixSocket.connect(path: path)
        } catch {
            if error.code == EACCES || error.code == EPERM { throw .notAllowed(path: path) }
            throw .notRunning
        }
        do {
            let line = try JSONEncoder().encode(ControlMessage(request, onBehalfOf: person))
            try untilItCloses {
                try connection.send(Array(line) + [UInt8(ascii: "\n")], passing: descriptor)
            }
            var answer: [UInt8] = []
            try untilItCloses {
                var buffer = [UInt8](repeating: 0, count: 64 << 10)
                while true {
                    let (count, _) = try buffer.withUnsafeMutableBytes { raw in try connection.receive(into: raw) }
                    if count == 0 { break }
                    answer += buffer[..<count]
                }
            }
            guard !answer.isEmpty else {
                return .failed(.temporary, "the desk has closed the connection without an answer; try again")
            }
            return try JSONDecoder().decode(ControlReply.self, from: Data(answer))
        } catch {
            throw .broken("\(error)")
        }
    }

    /// Talks to the desk until it closes the connection, as it does with one too many: it may have said why before.
    private static func untilItCloses(_ talk: () throws -> Void) throws {
        do {
            try talk()
        } catch let error as SystemError where error.code == EPIPE || error.code == ECONNRESET {}
    }
}
