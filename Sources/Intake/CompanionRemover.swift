import Glibc
import LinuxSystem
import NewsModel

/// Removes the folder of a saved page whose outcome is durable.
///
/// Everything is looked at before anything is removed: a link, pipe or device in it, or more depth and more entries than a
/// browser makes, and the folder is left as it is. Every step is relative to an open directory and follows no link.
enum CompanionRemover {
    /// What became of the folder.
    enum Result: Equatable {
        /// It is removed, or was gone already.
        case removed
        /// Something in it changed just now: whoever saves or copies it has not finished.
        case busy
        /// Something stands in it that no browser puts there.
        case foreign
        /// It may not be removed.
        case refused(SystemError)
    }

    /// How long everything in it must have been unchanged, in milliseconds of the wall clock (ctime is of that clock).
    static let quietMilliseconds: Int64 = 2000
    /// Levels of folders in it; browsers make one, office programs two.
    static let depthLimit = 8
    /// Entries in it; pages have been seen with some thousand.
    static let entryLimit = 20_000

    private struct Refusal: Error { var result: Result }

    /// Removes one folder below an inbox, with the files and folders in it.
    static func remove(_ path: [UInt8], in root: Descriptor, wallMilliseconds now: Int64) -> Result {
        do {
            let folder = try root.open(beneath: path, flags: O_RDONLY | O_DIRECTORY)
            var entries = 0
            try examine(folder, now: now, depth: 1, entries: &entries)
            try empty(folder)
            try root.removeDirectory(path)
            return .removed
        } catch let refusal as Refusal {
            return refusal.result
        } catch let error as SystemError {
            switch error.code {
            case ENOENT, ENOTDIR: return .removed
            // Something came into it meanwhile.
            case ENOTEMPTY, EEXIST: return .busy
            default: return .refused(error)
            }
        } catch {
            return .foreign
        }
    }

    private static func examine(_ folder: Descriptor, now: Int64, depth: Int, entries: inout Int) throws {
        try requireQuiet(folder.status(), now)
        let reader = try DirectoryReader(folder)
        while let entry = try reader.next() {
            entries += 1
            guard entries <= entryLimit else { throw Refusal(result: .foreign) }
            let status = try folder.status(of: entry.name)
            switch status.kind {
            case .file: try requireQuiet(status, now)
            case .directory:
                guard depth < depthLimit else { throw Refusal(result: .foreign) }
                try examine(
                    folder.open(beneath: entry.name, flags: O_RDONLY | O_DIRECTORY), now: now, depth: depth + 1,
                    entries: &entries)
            case .link, .special: throw Refusal(result: .foreign)
            }
        }
    }

    private static func requireQuiet(_ status: FileStatus, _ now: Int64) throws {
        // A time in the future, of a clock that was set back, is no change of just now.
        let age = now - status.changedNanoseconds / 1_000_000
        if (0..<quietMilliseconds).contains(age) { throw Refusal(result: .busy) }
    }

    private static func empty(_ folder: Descriptor) throws {
        let reader = try DirectoryReader(folder)
        while let entry = try reader.next() {
            if try folder.status(of: entry.name).kind == .directory {
                try empty(folder.open(beneath: entry.name, flags: O_RDONLY | O_DIRECTORY))
                try folder.removeDirectory(entry.name)
            } else {
                try folder.removeName(entry.name)
            }
        }
    }
}
