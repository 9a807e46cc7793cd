import DeskProtocol
import Dispatch
import Foundation
import LinuxSystem
import Testing

/// What a command makes of a desk that has no room for it.
@Suite struct ControlClientTests {
    /// A server that says something to whoever connects, reads nothing, and closes.
    private static func answer(to request: ControlRequest, saying line: String?) throws -> ControlReply {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).sock").path
        let listener = try UnixSocket.listen(path: path, mode: 0o600)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let ended = DispatchSemaphore(value: 0)
        let thread = Thread {
            defer { ended.signal() }
            var connection: StreamSocket?
            while connection == nil { connection = try? UnixSocket.accept(listener) }
            if let line { try? connection?.send(Array(line.utf8)) }
        }
        thread.start()
        defer { ended.wait() }
        return try ControlClient.ask(socket: path, request)
    }

    /// Larger than the buffers of a socket: the client still sends when the server is gone.
    private static let large = ControlRequest.add(name: [UInt8](repeating: 0x41, count: 1 << 20), collection: "")

    @Test(arguments: [ControlRequest.status, large]) func deskThatIsBusy_IsHeard_ThoughItReadsNothing(
        request: ControlRequest
    ) throws {
        let busy = ControlReply.failed(.temporary, "the desk has many requests at hand; try again")
        let line = String(decoding: try JSONEncoder().encode(busy), as: UTF8.self) + "\n"
        for said in [line, nil] {
            guard case .failed(let failure) = try Self.answer(to: request, saying: said) else {
                Issue.record("it was taken for an answer")
                return
            }
            #expect(failure.kind == .temporary)
            if said != nil { #expect(failure.description.contains("many requests")) }
        }
    }
}
