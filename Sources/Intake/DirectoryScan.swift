import Glibc
import LinuxSystem

/// A walk through an inbox that is pulled from: one open handle a level, no list of what is waiting.
///
/// Directories are opened relative to their parents and links are never followed, so that nobody can lead the walk out.
struct DirectoryScan {
    /// Levels of directories that are entered; deeper ones are no way in which articles are delivered, and each level holds a
    /// descriptor.
    static let depthLimit = 32

    /// What the walk meets.
    enum Step {
        /// A directory that was opened and will be walked; watch it now, before its entries are pulled.
        case directory([UInt8], any OpenFolder)
        /// A regular file.
        case file([UInt8], FileStatus)
        /// The folder of a saved page, whether or not the page stands beside it; it is not walked.
        case companion([UInt8])
        /// A name that is ignored by the rules.
        case ignored([UInt8])
        /// Something that the desk took aside to remove it (`AsideName`), whatever the rules say of its name.
        case aside([UInt8])
        /// A pipe, a device, a socket or a link.
        case special([UInt8], FileStatus.Kind)
        /// Something that could not be looked at.
        case failed([UInt8], SystemError)
        /// A directory that is not entered, and why.
        case refused([UInt8], Refusal)
    }

    /// Why a directory is not entered.
    enum Refusal {
        /// It lies below more than `depthLimit` others.
        case tooDeep
        /// It is the archive's own, mounted there.
        case isOfArchive

        /// Why, and what to do.
        var reason: String {
            switch self {
            case .tooDeep: "it lies more than \(DirectoryScan.depthLimit) folders deep; move it up"
            case .isOfArchive: "it is the archive's own folder, which is mounted here; unmount it"
            }
        }
    }

    /// A directory that was asked for.
    enum Opened {
        case open(any OpenFolder)
        case refused(Refusal)
    }

    /// Opens a directory, unless it is one that must not be entered whoever asks.
    ///
    /// - Parameter path: below `folder`.
    /// - Throws: `SystemError`.
    static func open(_ path: [UInt8], in folder: any OpenFolder, rules: IgnoreRules) throws(SystemError) -> Opened {
        let directory = try folder.folder(beneath: path)
        return rules.isOfArchive(try directory.status()) ? .refused(.isOfArchive) : .open(directory)
    }

    private struct Level {
        var path: [UInt8]
        var folder: any OpenFolder
        var entries: any FolderEntries
    }

    private var levels: [Level]
    private let rules: IgnoreRules

    /// A walk through an open directory, whose path below the inbox is `path` (empty for the inbox itself).
    ///
    /// - Throws: `SystemError`.
    init(_ directory: any OpenFolder, path: [UInt8] = [], rules: IgnoreRules) throws(SystemError) {
        levels = [Level(path: path, folder: directory, entries: try directory.entries())]
        self.rules = rules
    }

    /// The next thing, or nil at the end.
    mutating func next() -> Step? {
        while let level = levels.last {
            let entry: DirectoryReader.Entry?
            do throws(SystemError) {
                entry = try level.entries.next()
            } catch {
                levels.removeLast()
                return .failed(level.path, error)
            }
            guard let entry else {
                levels.removeLast()
                continue
            }
            let path = level.path.isEmpty ? entry.name : level.path + [UInt8(ascii: "/")] + entry.name
            if AsideName(entry.name) != nil { return .aside(path) }
            if rules.ignores(entry.name) { return .ignored(path) }
            switch entry.kind {
            case .link, .special:
                return .special(path, entry.kind ?? .special)
            case .directory:
                if let step = enter(entry.name, path, level) { return step }
            case .file, nil:
                if let step = look(entry.name, path, level) { return step }
            }
        }
        return nil
    }

    private mutating func look(_ name: [UInt8], _ path: [UInt8], _ level: Level) -> Step? {
        do throws(SystemError) {
            let status = try level.folder.status(of: name)
            switch status.kind {
            case .file: return .file(path, status)
            case .directory: return enter(name, path, level)
            case .link, .special: return .special(path, status.kind)
            }
        } catch {
            return error.code == ENOENT ? nil : .failed(path, error)
        }
    }

    private mutating func enter(_ name: [UInt8], _ path: [UInt8], _ level: Level) -> Step? {
        if CompanionName(name) != nil { return .companion(path) }
        guard levels.count < Self.depthLimit else {
            return .refused(path, .tooDeep)
        }
        // In a Maildir what is being delivered stands in `tmp` (maildir(5)).
        if name == Array("tmp".utf8), isMaildir(level.folder) { return .ignored(path) }
        do throws(SystemError) {
            switch try Self.open(name, in: level.folder, rules: rules) {
            case .refused(let refusal): return .refused(path, refusal)
            case .open(let directory):
                levels.append(Level(path: path, folder: directory, entries: try directory.entries()))
                return .directory(path, directory)
            }
        } catch {
            return error.code == ENOENT ? nil : .failed(path, error)
        }
    }

    private func isMaildir(_ directory: any OpenFolder) -> Bool {
        ["cur", "new"].allSatisfy { name in
            (try? directory.status(of: Array(name.utf8)))?.kind == .directory
        }
    }
}
