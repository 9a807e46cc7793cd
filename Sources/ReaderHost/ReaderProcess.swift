import CLinux
import Glibc
import LinuxSystem
import NewsModel
import ReaderProtocol
import Synchronization

/// One running reader process and the socket to it.
///
/// Owned by one lane, which alone calls `read`; only `kill` may be called from elsewhere.
final class ReaderProcess: Sendable {
    /// How a reader ended.
    struct End: Sendable {
        var exitStatus: Int32
        var signal: Int32
        var peakKibibytes: Int
    }

    private struct State {
        /// 0 once it is reaped, so that no signal can reach a stranger with a reused number.
        var process: pid_t
        var decoder = FrameDecoder()
        var end: End?
    }

    private let socket: StreamSocket
    private let limits: ReaderLimits
    private let state: Mutex<State>
    private let isStopped = Mutex(false)
    /// Version of the reading rules that the reader announced.
    let readerVersion: Int
    /// The parts of its confinement that the kernel did not grant.
    let missingConfinement: UInt8

    /// Starts `program` and waits for its greeting.
    init(program: String, limits: ReaderLimits) throws(ReaderFailure) {
        self.limits = limits
        let process: pid_t
        do throws(SystemError) {
            let (own, other) = try StreamSocket.pair()
            let arguments =
                [
                    "wiredesk-reader", "--memory", String(limits.memoryBytes), "--seconds",
                    String(limits.timeoutMilliseconds / 1000 * 2 + 5),
                ] + (limits.findsNames ? [] : ["--without-names"])
            process = withCStrings(arguments) { wd_spawn_reader(program, $0, other.descriptor.number) }
            guard process > 0 else { throw SystemError(operation: "start the reader", path: program, code: errno) }
            socket = own
        } catch {
            throw .unavailable(error)
        }
        var decoder = FrameDecoder()
        var greeting: ReaderMessage?
        do {
            greeting = try Self.receive(
                from: socket, decoder: &decoder, milliseconds: limits.startMilliseconds, buffer: Self.bufferBytes)
        } catch {
            greeting = nil
        }
        guard case .hello(_, let version, let missing) = greeting else {
            Glibc.kill(process, SIGKILL)
            let end = Self.reap(process)
            throw .unavailable(
                SystemError(
                    operation: end.exitStatus == 127 ? "run the reader" : "get a greeting from the reader",
                    path: program,
                    code: end.signal == SIGKILL ? ETIMEDOUT : ENOEXEC))
        }
        readerVersion = version
        missingConfinement = missing
        state = Mutex(State(process: process, decoder: decoder))
    }

    deinit { _ = end() }

    /// Bytes taken from the socket at once: several articles, and little enough to come from the heap. What is mapped for each file
    /// costs the other lanes their translations of addresses when it is given back.
    private static let bufferBytes = 64 << 10

    /// Converts an open PDF within so many milliseconds, to the words in it.
    typealias Converter = (Descriptor, Int) throws(ReaderFailure) -> (file: Descriptor, size: Int64)

    /// Has the reader read an open file, and hands each article and member error to `handle` as it comes.
    ///
    /// - Parameters:
    ///   - convert: converts the file, where it is a PDF, or a PDF that stands inside of it.
    ///   - expect: told once how many bytes a frame will have that does not come in one piece, as soon as its head is
    ///     there; the reader waits meanwhile.
    /// - Throws: `ReaderFailure`; after any but `refused` the process must not be used again. Whatever `handle` throws.
    func read(
        _ file: Descriptor, size: Int64, name: FileName, explained: Bool, isAccepted: Bool, convert: Converter,
        expect: (Int) -> Void,
        handle: (ReaderMessage) throws -> Void
    ) throws {
        let request = UInt64.random(in: 1...UInt64.max)
        // Taken out, not copied, so that its buffer stays the only one.
        var decoder = state.withLock { state in
            defer { state.decoder = FrameDecoder() }
            return state.decoder
        }
        defer { state.withLock { $0.decoder = decoder } }
        do throws(StreamError) {
            try decoder.expectAnswer(to: request, explained: explained)
        } catch {
            throw ReaderFailure.invalidAnswer(error)
        }
        do {
            let asked = ReadRequest(
                request: request, size: UInt64(size), name: name.bytes, wantsExplanation: explained,
                isAccepted: isAccepted)
            try socket.send(asked.bytes, passing: file)
        } catch {
            throw death()
        }
        var totalLeft = limits.totalMilliseconds(size: size)
        while true {
            // Only the time spent waiting for the reader counts, not what `handle` and `expect` take.
            let clock = SystemClock()
            let before = clock.monotonicNanoseconds
            var spentElsewhere: UInt64 = 0
            let message: ReaderMessage?
            do {
                message = try Self.receive(
                    from: socket, decoder: &decoder, milliseconds: min(limits.timeoutMilliseconds, totalLeft),
                    buffer: Self.bufferBytes
                ) { bytes in
                    let begin = clock.monotonicNanoseconds
                    expect(bytes)
                    spentElsewhere = clock.monotonicNanoseconds - begin
                    return spentElsewhere
                }
            } catch let error as StreamError {
                throw ReaderFailure.invalidAnswer(error)
            } catch is TimedOut {
                if isStopped.withLock({ $0 }) { throw ReaderFailure.stopped }
                let milliseconds = min(limits.timeoutMilliseconds, totalLeft)
                throw isSuspended
                    ? ReaderFailure.suspended(milliseconds: milliseconds)
                    : .timedOut(milliseconds: milliseconds)
            }
            totalLeft -= Int((clock.monotonicNanoseconds - before - spentElsewhere) / 1_000_000)
            switch message {
            case nil: throw death()
            case .failure(let code, let text): throw ReaderFailure.refused(code: code, message: text)
            case .end: return
            case .conversion(let document):
                // All conversions of a file share its time, however many there are.
                let start = clock.monotonicNanoseconds
                try answer(try converted(document, milliseconds: totalLeft, convert), request: request)
                totalLeft -= Int((clock.monotonicNanoseconds - start) / 1_000_000)
            case .fileConversion:
                let start = clock.monotonicNanoseconds
                try answer(try words(of: file, milliseconds: totalLeft, convert), request: request)
                totalLeft -= Int((clock.monotonicNanoseconds - start) / 1_000_000)
            case .some(let message): try handle(message)
            }
        }
    }

    /// Whether somebody has stopped the process (SIGSTOP, a debugger), as /proc tells.
    private var isSuspended: Bool {
        let process = state.withLock { $0.process }
        var buffer = [UInt8](repeating: 0, count: 512)
        guard process > 0, let file = try? Descriptor.open(path: "/proc/\(process)/stat", flags: O_RDONLY),
            let count = try? buffer.withUnsafeMutableBytes({ raw throws(SystemError) in try file.read(into: raw, at: 0)
            }),
            // The name of the program stands in brackets before the state, and may hold some itself.
            let bracket = buffer[..<count].lastIndex(of: UInt8(ascii: ")")), bracket + 2 < count
        else { return false }
        return buffer[bracket + 2] == UInt8(ascii: "T") || buffer[bracket + 2] == UInt8(ascii: "t")
    }

    /// The words of a PDF inside of the file at hand, or why there are none; throws where that is no fault of the PDF.
    private func converted(
        _ document: [UInt8], milliseconds: Int, _ convert: Converter
    ) throws(ReaderFailure) -> (ConversionAnswer, Descriptor?) {
        let file: Descriptor
        do throws(SystemError) {
            file = try Descriptor.memoryFile(name: "document")
            let written: Result<Void, SystemError> = document.withUnsafeBytes { bytes in
                do throws(SystemError) { return .success(try file.writeAll(bytes)) } catch { return .failure(error) }
            }
            try written.get()
            try file.seal()
        } catch {
            throw .unavailable(error)
        }
        return try words(of: file, milliseconds: milliseconds, convert)
    }

    /// The words of a PDF, or why there are none; throws where that is no fault of the PDF.
    private func words(
        of file: Descriptor, milliseconds: Int, _ convert: Converter
    ) throws(ReaderFailure) -> (ConversionAnswer, Descriptor?) {
        do throws(ReaderFailure) {
            let words = try convert(file, max(1, milliseconds))
            return (.words(size: UInt64(words.size)), words.file)
        } catch {
            guard let rejection = error.rejection else { throw error }
            return (.refused(code: rejection.code, message: rejection.message), nil)
        }
    }

    private func answer(_ answer: (ConversionAnswer, Descriptor?), request: UInt64) throws(ReaderFailure) {
        do throws(SystemError) {
            try socket.send(answer.0.bytes(request: request), passing: answer.1)
        } catch {
            throw death()
        }
    }

    private struct TimedOut: Error {}

    /// The next message; nil when the reader closed its end.
    ///
    /// - Parameter expect: told once of a frame that does not come in one piece; gives the nanoseconds that do not count.
    private static func receive(
        from socket: StreamSocket, decoder: inout FrameDecoder, milliseconds: Int, buffer bufferBytes: Int,
        expect: (Int) -> UInt64 = { _ in 0 }
    ) throws -> ReaderMessage? {
        let clock = SystemClock()
        var isExpected = false
        var deadline = clock.monotonicNanoseconds + UInt64(max(0, milliseconds)) * 1_000_000
        while true {
            if let message = try decoder.next() { return message }
            if !isExpected, let bytes = decoder.arriving {
                isExpected = true
                deadline += expect(bytes)
            }
            let now = clock.monotonicNanoseconds
            let left = deadline > now ? Int((deadline - now) / 1_000_000) : 0
            guard try socket.waitUntilReadable(milliseconds: left) else { throw TimedOut() }
            let count = try withUnsafeTemporaryAllocation(byteCount: bufferBytes, alignment: 16) {
                buffer throws -> Int in
                // A descriptor that a reader sends back is closed at once.
                let (count, _) = try socket.receive(into: buffer)
                decoder.append(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
                return count
            }
            if count == 0 { return nil }
        }
    }

    /// Ends the process from any thread; the lane then sees `ReaderFailure.stopped`.
    func kill() {
        isStopped.withLock { $0 = true }
        state.withLock { state in
            if state.process > 0 { _ = Glibc.kill(state.process, SIGKILL) }
        }
    }

    /// Ends and reaps the process; tells how it ended.
    @discardableResult func end() -> End {
        state.withLock { state in
            if let end = state.end { return end }
            let peak = PeakMemory.kibibytes(of: state.process)
            _ = Glibc.kill(state.process, SIGKILL)
            var end = Self.reap(state.process)
            end.peakKibibytes = peak
            state.process = 0
            state.end = end
            return end
        }
    }

    private static func reap(_ process: pid_t) -> End {
        var exitStatus: Int32 = 0
        var signal: Int32 = 0
        guard wd_reap(process, 0, &exitStatus, &signal) > 0 else {
            return End(exitStatus: -1, signal: 0, peakKibibytes: 0)
        }
        return End(exitStatus: exitStatus, signal: signal, peakKibibytes: 0)
    }

    /// Why the other end of the socket is gone.
    private func death() -> ReaderFailure {
        if isStopped.withLock({ $0 }) { return .stopped }
        // It closed its end, so that it is dying; a short wait lets it die of its own cause.
        let end = state.withLock { state -> End in
            if let end = state.end { return end }
            let clock = SystemClock()
            let deadline = clock.monotonicNanoseconds + 2_000_000_000
            var exitStatus: Int32 = 0
            var signal: Int32 = 0
            while clock.monotonicNanoseconds < deadline {
                if wd_reap(state.process, 1, &exitStatus, &signal) != 0 {
                    state.process = 0
                    let end = End(exitStatus: exitStatus, signal: signal, peakKibibytes: 0)
                    state.end = end
                    return end
                }
                usleep(1000)
            }
            _ = Glibc.kill(state.process, SIGKILL)
            let end = Self.reap(state.process)
            state.process = 0
            state.end = end
            return end
        }
        if end.exitStatus == Int32(WD_EXIT_MEMORY) { return .outOfMemory(limitBytes: limits.memoryBytes) }
        return .crashed(signal: end.signal, exitStatus: end.exitStatus)
    }
}
