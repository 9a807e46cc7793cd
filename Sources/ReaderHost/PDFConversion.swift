import CLinux
import Glibc
import LinuxSystem
import NewsModel
import ReaderProtocol

/// Has the words of a PDF taken out by poppler's `pdftotext`, in a confined process of its own, before a reader makes an article of them.
///
/// A reader may not start programs, so that the desk's side does: it starts the reader program as `--pdf-text`, which locks itself in and becomes
/// the tool. The tool gets the PDF as its standard input and a memory file as its output, and nothing else.
enum PDFConversion {
    /// Bytes of words and places that are taken: some 600,000 words. A reader reads no more of one article.
    static let outputBytes: Int64 = 64 << 20
    /// Seconds of a processor for a PDF of any size, and for each mebibyte of it. A real one takes a few hundredths of a second a page; what
    /// takes more unpacks to a thousand times its size, without words to show for it: a bomb of some kilobytes is done in a few
    /// seconds, and who has many of them does not hold up the lanes.
    static let processorSeconds = 3
    static let processorSecondsPerMebibyte = 4
    /// Milliseconds between two looks whether the desk is stopping.
    private static let sliceMilliseconds = 200
    /// Exit statuses of `pdftotext(1)`.
    private static let cannotOpen: Int32 = 1
    private static let notPermitted: Int32 = 3
    /// Exit statuses of the reader program as the tool (see PDFTool in it).
    private static let toolMissing: Int32 = 69
    private static let notConfined: Int32 = 70

    /// The words of a PDF with their places, as `pdftotext -bbox-layout` writes them.
    ///
    /// - Parameters:
    ///   - program: the reader program.
    ///   - isStopped: tells that the desk wants no more of it.
    /// - Throws: `ReaderFailure`.
    static func words(
        of file: Descriptor, program: String, limits: ReaderLimits, isStopped: () -> Bool
    ) throws(ReaderFailure) -> (file: Descriptor, size: Int64) {
        let output: Descriptor
        let socket: StreamSocket
        let process: pid_t
        let processorSeconds: Int
        do throws(SystemError) {
            output = try Descriptor.memoryFile(name: "words")
            let (own, other) = try StreamSocket.pair()
            socket = own
            let seconds = max(1, limits.timeoutMilliseconds / 1000)
            let mebibytes = Int(clamping: try file.status().size >> 20)
            processorSeconds = min(
                seconds, Self.processorSeconds + min(mebibytes, seconds) * processorSecondsPerMebibyte)
            let arguments = [
                "wiredesk-reader", "--pdf-text", "--memory", String(limits.memoryBytes), "--seconds", String(seconds),
                "--processor", String(processorSeconds), "--output", String(outputBytes),
            ]
            process = withCStrings(arguments) {
                wd_spawn_converter(program, $0, file.number, output.number, other.descriptor.number)
            }
            guard process > 0 else { throw SystemError(operation: "start the converter", path: program, code: errno) }
        } catch {
            throw .unavailable(error)
        }
        let isDone = wait(on: socket, milliseconds: limits.timeoutMilliseconds, isStopped: isStopped)
        if !isDone { _ = Glibc.kill(process, SIGKILL) }
        var exitStatus: Int32 = 0
        var signal: Int32 = 0
        _ = wd_reap(process, 0, &exitStatus, &signal)
        if isStopped() { throw .stopped }
        guard isDone else { throw .timedOut(milliseconds: limits.timeoutMilliseconds) }
        try check(exitStatus, signal, limits, processorSeconds)
        do throws(SystemError) {
            try output.seal()
            return (output, try output.status().size)
        } catch {
            throw .unavailable(error)
        }
    }

    /// Waits until the process has ended; false when its time is up or the desk stops.
    private static func wait(on socket: StreamSocket, milliseconds: Int, isStopped: () -> Bool) -> Bool {
        let clock = SystemClock()
        let deadline = clock.monotonicNanoseconds + UInt64(max(0, milliseconds)) * 1_000_000
        while clock.monotonicNanoseconds < deadline, !isStopped() {
            // The tool says nothing on the socket; it becomes readable when it is closed.
            if (try? socket.waitUntilReadable(milliseconds: sliceMilliseconds)) ?? true { return true }
        }
        return false
    }

    private static func check(
        _ exitStatus: Int32, _ signal: Int32, _ limits: ReaderLimits, _ processorSeconds: Int
    ) throws(ReaderFailure) {
        switch (signal, exitStatus) {
        case (0, 0): return
        case (SIGXFSZ, _):
            throw .refused(
                code: .limitExceeded, message: "The PDF holds more than \(outputBytes >> 20) MiB of words and places.")
        case (SIGXCPU, _):
            throw .refused(
                code: .limitExceeded,
                message:
                    "The PDF takes more than \(processorSeconds) s of a processor, far more than the text of so many bytes does: it unpacks to very much. Save it as another PDF, or its text."
            )
        case (SIGALRM, _): throw .timedOut(milliseconds: limits.timeoutMilliseconds)
        case (0, cannotOpen):
            throw .refused(
                code: .malformed,
                message:
                    "The PDF cannot be opened: it is damaged, or it needs a password. Mend it, or save it without one.")
        case (0, notPermitted):
            throw .refused(code: .malformed, message: "The PDF does not permit that its text is taken out.")
        case (0, toolMissing):
            throw .refused(
                code: .converterMissing,
                message: "PDF files are read by pdftotext, which is not installed. Install poppler-utils, then retry.")
        case (0, notConfined):
            throw .refused(
                code: .converterMissing,
                message:
                    "pdftotext cannot be confined on this system (landlock and seccomp are needed), and is not run without."
            )
        case (0, 2...):
            throw .refused(
                code: .malformed,
                message: "pdftotext gave up on the PDF (exit status \(exitStatus)): it is damaged. Mend it.")
        default: throw .crashed(signal: signal, exitStatus: exitStatus)
        }
    }
}
