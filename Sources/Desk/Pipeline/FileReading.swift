import LinuxSystem
import NewsModel
import ReaderHost
import ReaderProtocol

/// How a lane has the bytes of a file read: by a confined process (`ReaderSupervisor`), or by what a simulation puts in its place.
package protocol FileReading: Sendable {
    /// Has an open file read; `ReaderSupervisor.read` tells what the parameters mean.
    ///
    /// - Throws: `ReaderFailure`; whatever `handle` throws.
    func read(
        _ file: Descriptor, size: Int64, name: FileName, explained: Bool, isAccepted: Bool, expect: (Int) -> Void,
        handle: (ReaderMessage) throws -> Void
    ) throws -> Int
    /// Ends what is read from any thread; nothing is read any more.
    func stop()
    /// Ends in order when no file is being read.
    func finish()
    /// What the reader has been through.
    var statistics: ReaderSupervisor.Statistics { get }
}

extension ReaderSupervisor: FileReading {}
