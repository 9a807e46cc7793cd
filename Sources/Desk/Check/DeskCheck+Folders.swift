import DeskProtocol
import Dispatch
import Glibc
import Intake
import LinuxSystem
import NewsModel

/// Inboxes, the state folder, and who may do what in them.
extension DeskCheck {
    /// Seconds within which the file system of an inbox must answer; a disk that spins up takes a few.
    private static let answerSeconds = 10.0

    func checkInboxes() {
        for inbox in configuration.inboxSettings {
            let path = inbox.path
            let opening = BoundedCall("wiredesk.check") { () -> Result<FileSystemKind, SystemError> in
                do throws(SystemError) {
                    return .success(FileSystemKind(of: try Descriptor.directory(path: path)))
                } catch {
                    return .failure(error)
                }
            }
            guard let opened = opening.result(until: .now() + Self.answerSeconds) else {
                tell(
                    CheckFinding(
                        "inbox", .wrong, "\(path) does not answer; the other inboxes go on",
                        remedy: "see to its file system or server, or unmount it: umount -f \(ShellWord.quoted(path))"))
                continue
            }
            do throws(SystemError) {
                let kind = try opened.get()
                tell(
                    CheckFinding(
                        "inbox", .fine,
                        "\(path) is on \(kind.name), \(kind.isRemote ? "which is polled" : "which is watched by inotify")"
                    ))
                checkRights(inbox)
            } catch {
                if error.code == ENOTDIR {
                    tell(
                        CheckFinding(
                            "inbox", .wrong, "\(path) is a file, or lies below one; an inbox is a folder",
                            remedy: "name the folder in which the files are"))
                    continue
                }
                let remedy =
                    error.code == ENOENT
                    ? "install -d -o \(user.name) -m 2770 \(ShellWord.quoted(path))"
                    : "setfacl -m u:\(user.name):rwx \(ShellWord.quoted(path))"
                tell(CheckFinding("inbox", .wrong, "\(path) cannot be opened (\(error.reason))", remedy: remedy))
            }
        }
    }

    /// Whether the desk's user may list the folders, read the files, and remove the names.
    private func checkRights(_ inbox: InboxSettings) {
        let path = inbox.path
        let subject = "inbox rights"
        guard user.canBeAsked else {
            return tell(
                CheckFinding(
                    subject, .unchecked, "\(path): only \(user.name) and root can tell what \(user.name) may do",
                    remedy: "sudo wiredesk check"))
        }
        if user.reaches(path) == false {
            let obstacle = firstObstacle(to: path)
            return tell(
                CheckFinding(
                    subject, .wrong, "\(user.name) cannot get to \(path): it may not pass \(obstacle)",
                    remedy: "setfacl -m u:\(user.name):x \(ShellWord.quoted(obstacle))"))
        }
        let names = ShellWord.quoted(path)
        let mend =
            "setfacl -R -m u:\(user.name):rwX -m d:u:\(user.name):rwX \(names)"
        func report(_ expression: [String], _ what: String, _ remedy: String) -> Bool {
            guard let found = user.find(path, expression, ignoring: configuration.ignore.effectivePatterns) else {
                tell(CheckFinding(subject, .unchecked, "\(path): find(1) or setpriv(1) cannot be run"))
                return false
            }
            guard found.count > 0 else { return true }
            let shown = found.first.map { FileName($0).display }.joined(separator: ", ")
            let more = found.count > found.first.count ? " and \(found.count - found.first.count) more" : ""
            tell(CheckFinding(subject, .wrong, "\(user.name) \(what): \(shown)\(more)", remedy: remedy))
            return false
        }
        var isFine = report(
            ["-type", "d", "(", "!", "-readable", "-o", "!", "-executable", ")"], "may not look into folders", mend)
        if isFine { isFine = report(["-type", "f", "!", "-readable"], "may not read files", mend) }
        if isFine, inbox.take == .move {
            isFine = report(
                ["-type", "d", "!", "-writable"], "may not remove what is stored from folders",
                "\(mend)   (or set take: leave)")
        }
        if isFine, inbox.take == .move, user.id != 0 {
            // In a folder with the sticky bit only owners remove names (inode(7)).
            isFine = report(
                ["-type", "d", "-perm", "-1000", "!", "-user", "\(user.id)"],
                "may not remove what others drop from folders with the sticky bit", "chmod -R -t \(names)")
        }
        if isFine {
            let removes = inbox.take == .move ? ", read and remove" : " and read"
            tell(CheckFinding(subject, .fine, "\(user.name) may list\(removes) everything in \(path)"))
        }
    }

    /// The folder above a path that the desk's user may not pass.
    private func firstObstacle(to path: String) -> String {
        var passed = "/"
        for part in path.split(separator: "/") {
            let next = passed == "/" ? "/\(part)" : "\(passed)/\(part)"
            if user.reaches(next) == false { return passed }
            passed = next
        }
        return passed
    }

    /// The watches that inotify grants against the folders that want one.
    func checkWatches() {
        guard let limit = Self.number(inFile: "/proc/sys/fs/inotify/max_user_watches") else {
            return tell(CheckFinding("inotify", .unchecked, "the kernel does not tell its limits"))
        }
        var folders = 0
        for inbox in configuration.inboxSettings {
            guard user.canBeAsked else { continue }
            folders +=
                user.find(
                    inbox.path, ["-type", "d"], ignoring: configuration.ignore.effectivePatterns)?.count ?? 0
        }
        let detail = "folders that want a watch: \(folders); a user may have \(limit)"
        // Room for twice as many: others of this user watch too, and folders are made on the fly.
        let wanted = max(2 * folders, 524_288)
        let remedy =
            "echo fs.inotify.max_user_watches=\(wanted) > /etc/sysctl.d/60-wiredesk.conf && sysctl --system"
        if folders > limit {
            tell(CheckFinding("inotify", .wrong, detail + "; the others are polled, which is slower", remedy: remedy))
        } else if folders > limit / 2 {
            tell(CheckFinding("inotify", .warning, detail, remedy: remedy))
        } else {
            tell(CheckFinding("inotify", .fine, detail))
        }
    }

    private static func number(inFile path: String) -> Int? {
        guard let file = fopen(path, "re") else { return nil }
        defer { fclose(file) }
        var buffer = [UInt8](repeating: 0, count: 64)
        let count = fread(&buffer, 1, buffer.count, file)
        return Int(String(decoding: buffer[..<count].prefix { $0 > 0x20 }, as: UTF8.self))
    }

    /// The state folder; true when it is there and may be looked into without harm.
    func checkState() -> Bool {
        let path = configuration.state
        do throws(SystemError) {
            let folder = try Descriptor.directory(path: path)
            let kind = FileSystemKind(of: folder)
            if kind.isRemote {
                tell(
                    CheckFinding(
                        "state", .warning,
                        "\(path) is on \(kind.name): SQLite's write-ahead log needs a local file system",
                        remedy: "move the state to a local disk and name it in the configuration (state:)"))
            } else {
                tell(CheckFinding("state", .fine, "\(path) is on \(kind.name) and belongs to \(user.name)"))
            }
            if try checkStateRights(folder) || geteuid() != 0 { return true }
            // SQLite would give log and index to the owner of the database, which is another than the desk's user.
            tell(CheckFinding("database", .unchecked, "not checked: mend the rights first"))
            return false
        } catch {
            if error.code == ENOENT {
                tell(CheckFinding("state", .warning, "\(path) is not there yet; the desk makes it when it starts"))
            } else {
                tell(
                    CheckFinding(
                        "state", .wrong, "\(path) cannot be opened (\(error.reason))",
                        remedy: MembershipAdvice.text(for: path) ?? "see to the rights of the folders above it"))
            }
            return false
        }
    }

    /// Whether everything in the state folder belongs to the desk's user; tells that and what else is wrong.
    private func checkStateRights(_ folder: Descriptor) throws(SystemError) -> Bool {
        let path = configuration.state
        var isFine = true
        func wrong(_ detail: String, _ remedy: String) {
            isFine = false
            tell(CheckFinding("state rights", .wrong, detail, remedy: remedy))
        }
        let parts = ["wiredesk.db", "wiredesk.db-wal", "wiredesk.db-shm", "originals", "work"]
        let all =
            [(path, try folder.status())]
            + parts.compactMap { part in
                (try? folder.status(of: Array(part.utf8))).map { ("\(path)/\(part)", $0) }
            }
        // What is open above is open below, so that one finding is enough.
        if let (_, status) = all.first, status.mode & 0o007 != 0 {
            wrong(
                "everybody may enter \(path) (mode \(String(status.mode, radix: 8)))",
                "chmod o= \(ShellWord.quoted(path))")
        }
        for (part, status) in all where status.owner != user.id {
            wrong("\(part) does not belong to \(user.name)", "chown -R \(user.name) \(ShellWord.quoted(path))")
            break
        }
        for (part, status) in all where status.mode & 0o700 != (status.kind == .directory ? 0o700 : 0o600) {
            wrong("\(user.name) may not write \(part)", "chmod u+rwX \(ShellWord.quoted(part))")
        }
        for (part, status) in all where status.mode & 0o040 == 0 && !part.hasSuffix("/work") {
            wrong("the group may not read \(part)", "chmod g+rX \(ShellWord.quoted(part))")
        }
        if isFine {
            tell(
                CheckFinding("state rights", .fine, "\(user.name) may write, the group may read, nobody else may enter")
            )
        }
        return all.allSatisfy { $0.1.owner == user.id }
    }
}
