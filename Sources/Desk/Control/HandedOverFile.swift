import Glibc
import LinuxSystem

/// A file that came over the control socket as an open descriptor, looked at before a byte of it is read.
///
/// The descriptor is the caller's: it may be of a pipe that nobody writes into, of a sparse file of exabytes, or of a file system that the
/// caller serves. It may be of a memory file, sealed or not; what is taken is a copy in any case.
enum HandedOverFile {
    /// Why a descriptor is not taken.
    enum Refusal: Error, CustomStringConvertible {
        case ownDatabase
        case notAFile
        case notReadable
        case tooLarge(bytes: Int64, most: Int64)

        /// The reason in the words of an answer.
        var description: String {
            switch self {
            case .ownDatabase: "that is a file of the desk's own database"
            case .notAFile: "what was handed over is not a regular file"
            case .notReadable: "what was handed over is not open for reading"
            case .tooLarge(let bytes, let most):
                "it has \(bytes) bytes, more than max_size (\(most)); nothing of it was read"
            }
        }
    }

    /// - Throws: `Refusal`, or `SystemError` where the descriptor cannot be looked at.
    static func demand(_ descriptor: Descriptor, maximumBytes: Int64) throws {
        if LockedFiles.contain(descriptor: descriptor.number) { throw Refusal.ownDatabase }
        let status = try descriptor.status()
        guard status.kind == .file else { throw Refusal.notAFile }
        guard status.size <= maximumBytes else { throw Refusal.tooLarge(bytes: status.size, most: maximumBytes) }
        let flags = fcntl(descriptor.number, F_GETFL)
        guard flags >= 0, flags & O_ACCMODE != O_WRONLY else { throw Refusal.notReadable }
    }
}
