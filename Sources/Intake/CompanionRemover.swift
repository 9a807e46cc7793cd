import Glibc
import LinuxSystem
import NewsModel

/// Removes the folder of a saved page whose outcome is durable.
///
/// Everything is looked at before anything is removed: a link, pipe or device in it, or more depth and more entries than a
/// browser makes, and the folder is left as it is. So it is while files stand in it that may be articles (`CompanionContent`). Then it is taken aside, into a folder of its own beside it that keeps its name,
/// and looked at once more, since somebody may have come into it meanwhile; from then on a folder of that name is another one. Every
/// step is relative to an open directory and follows no link.
struct CompanionRemover: Sendable {
    /// What became of the folder.
    enum Result: Equatable {
        /// It is removed, or was gone already.
        case removed
        /// Something in it changed just now: whoever saves or copies it has not finished.
        case busy
        /// Files stand in it that may be articles, by their paths below it; nothing is removed.
        case holdsArticles([[UInt8]])
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

    private let rules: IgnoreRules
    private let takenAside: @Sendable () -> Void

    /// A remover.
    ///
    /// - Parameters:
    ///   - rules: names that are no deliveries anywhere.
    ///   - takenAside: called when a folder stands aside and is not looked at yet; for tests.
    init(rules: IgnoreRules = IgnoreRules(), takenAside: @escaping @Sendable () -> Void = {}) {
        self.rules = rules
        self.takenAside = takenAside
    }

    /// The files of a folder below an inbox that are deliveries of their own, by their paths below it; nothing is removed.
    ///
    /// - Parameters:
    ///   - page: gives the bytes of its page; nil where none is known. Called only where something may be an article.
    ///   - isKnown: whether nothing is left to do about a folder whose files have this mark, so that they are not read again.
    func look(
        _ path: [UInt8], in root: any OpenFolder, page: () -> [UInt8]?, wallMilliseconds now: Int64,
        isKnown: (Int) -> Bool = { _ in false }
    ) -> Result {
        do {
            let (parent, name) = try Self.split(path, root)
            let folder = try parent.folder(beneath: name)
            try Self.requireQuiet(try folder.status().changedNanoseconds, now)
            let content = try Self.examine(folder, now: now)
            if !isKnown(content.mark) { try requireNoArticles(folder, name, page, content.files) }
            return .removed
        } catch let refusal as Refusal {
            return refusal.result
        } catch {
            return .foreign
        }
    }

    /// Removes one folder below an inbox, with the files and folders in it.
    ///
    /// - Parameter page: gives the bytes of its page; nil where they are not known, and then only what cannot be an article is a part of it.
    ///   Called only where something may be an article.
    func remove(
        _ path: [UInt8], in root: any OpenFolder, page: () -> [UInt8]? = { nil }, wallMilliseconds now: Int64
    ) -> Result {
        do {
            let (parent, name) = try Self.split(path, root)
            let folder = try parent.folder(beneath: name)
            let before = try folder.status()
            try Self.requireQuiet(before.changedNanoseconds, now)
            try requireNoArticles(folder, name, page, try Self.examine(folder, now: now).files)
            let aside = AsideName.random().bytes
            let moved = aside + [UInt8(ascii: "/")] + name
            try parent.makeDirectory(aside)
            do {
                try parent.takeAside(name, to: moved)
                takenAside()
                // The move itself has changed its time of change, but not that of its content.
                let after = try parent.status(of: moved)
                guard after.inode == before.inode, after.modifiedNanoseconds == before.modifiedNanoseconds else {
                    throw Refusal(result: .busy)
                }
                try requireNoArticles(folder, name, page, try Self.examine(folder, now: now).files)
                try Self.empty(folder)
                try parent.removeDirectory(moved)
            } catch {
                try? parent.putBack(moved, as: name)
                try? parent.removeDirectory(aside)
                throw error
            }
            try parent.removeDirectory(aside)
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

    /// Moves what an interrupted removal left in a folder aside back to its names; the paths of what was moved. What cannot be moved, since
    /// another folder has its name by now, stays aside.
    static func bringBack(_ aside: [UInt8], in root: any OpenFolder) -> [[UInt8]] {
        guard let (parent, asideName) = try? split(aside, root),
            let folder = try? parent.folder(beneath: asideName),
            let reader = try? folder.entries()
        else { return [] }
        let above = aside.dropLast(asideName.count)
        var names: [[UInt8]] = []
        while let entry = try? reader.next() { names.append(entry.name) }
        let moved = names.filter { name in
            (try? parent.putBack(asideName + [UInt8(ascii: "/")] + name, as: name)) != nil
        }
        try? parent.removeDirectory(asideName)
        return moved.map { above + $0 }
    }

    /// The folder that a name stands in, opened without following a link, and the name.
    ///
    /// - Throws: `SystemError`.
    static func split(_ path: [UInt8], _ root: any OpenFolder) throws(SystemError) -> (any OpenFolder, [UInt8]) {
        guard let slash = path.lastIndex(of: UInt8(ascii: "/")) else { return (root, path) }
        return (
            try root.folder(beneath: Array(path[..<slash])), Array(path[(slash + 1)...])
        )
    }

    private func requireNoArticles(
        _ folder: any OpenFolder, _ name: [UInt8], _ page: () -> [UInt8]?, _ files: [[UInt8]]
    ) throws {
        try withoutActuallyEscaping(page) { page in
            let content = CompanionContent(name: name, folder: folder, page: page, rules: rules)
            let articles = content.articles(among: files)
            if !articles.isEmpty { throw Refusal(result: .holdsArticles(articles)) }
            if content.holdsIgnoredText(among: files) { throw Refusal(result: .foreign) }
        }
    }

    /// What stands in a folder at one moment.
    private struct Content {
        /// The paths of its files.
        var files: [[UInt8]] = []
        /// The marks of its files in any order; another one where a file came, went or changed.
        var mark = 0
    }

    /// Looks at everything in a folder.
    private static func examine(_ folder: any OpenFolder, now: Int64) throws -> Content {
        var content = Content()
        var entries = 0
        try examine(folder, at: [], now: now, depth: 1, entries: &entries, &content)
        return content
    }

    private static func examine(
        _ folder: any OpenFolder, at path: [UInt8], now: Int64, depth: Int, entries: inout Int, _ content: inout Content
    ) throws {
        let reader = try folder.entries()
        while let entry = try reader.next() {
            entries += 1
            guard entries <= entryLimit else { throw Refusal(result: .foreign) }
            let status = try folder.status(of: entry.name)
            let place = path.isEmpty ? entry.name : path + [UInt8(ascii: "/")] + entry.name
            switch status.kind {
            case .file:
                try requireQuiet(status.changedNanoseconds, now)
                content.files.append(place)
                content.mark &+= InboxWatcher.mark(place, status.identity)
            case .directory:
                guard depth < depthLimit else { throw Refusal(result: .foreign) }
                try requireQuiet(status.changedNanoseconds, now)
                try examine(
                    folder.folder(beneath: entry.name), at: place, now: now,
                    depth: depth + 1, entries: &entries, &content)
            case .link, .special: throw Refusal(result: .foreign)
            }
        }
    }

    private static func requireQuiet(_ changedNanoseconds: Int64, _ now: Int64) throws {
        // A time in the future, of a clock that was set back, is no change of just now.
        let age = now - changedNanoseconds / 1_000_000
        if (0..<quietMilliseconds).contains(age) { throw Refusal(result: .busy) }
    }

    private static func empty(_ folder: any OpenFolder) throws {
        let reader = try folder.entries()
        while let entry = try reader.next() {
            if try folder.status(of: entry.name).kind == .directory {
                try empty(folder.folder(beneath: entry.name))
                try folder.removeDirectory(entry.name)
            } else {
                try folder.removeName(entry.name)
            }
        }
    }
}
