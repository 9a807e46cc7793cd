import Glibc
import LinuxSystem
import NewsModel

/// Removes names of files whose outcome is durable, each only if it still stands for the same file.
public enum NameRemover {
    /// What became of a name.
    public enum Result: Sendable, Equatable {
        /// It is removed, or was gone already.
        case removed
        /// Another file has the name, or the file changed: it is a new delivery.
        case changed
        /// A program still has the file open for writing; its name stays until that is over.
        case openForWriting
        /// It may not be removed.
        case refused(SystemError)
    }

    /// Removes one name below an inbox.
    public static func remove(_ path: FileName, in root: Descriptor, identity: FileIdentity) -> Result {
        do throws(SystemError) {
            var directory = root
            var name = path.bytes
            if let slash = name.lastIndex(of: UInt8(ascii: "/")) {
                directory = try root.open(beneath: Array(name[..<slash]), flags: O_RDONLY | O_DIRECTORY)
                name = Array(name[(slash + 1)...])
            }
            guard try directory.status(of: name).identity.isSameFile(as: identity) else { return .changed }
            if let file = try? directory.open(beneath: name, flags: O_RDONLY | O_NONBLOCK | O_NOCTTY) {
                if FileCapture.hasWriter(file) { return .openForWriting }
                guard try file.status().identity.isSameFile(as: identity) else { return .changed }
            }
            try directory.removeName(name)
            // The mark of the web goes with its file; a name that is anything else stays.
            let zone = name + CaptureFacts.zoneEnding
            if (try? directory.status(of: zone))?.kind == .file { try? directory.removeName(zone) }
            return .removed
        } catch {
            return error.code == ENOENT || error.code == ENOTDIR ? .removed : .refused(error)
        }
    }
}
