import Foundation
import Glibc

/// The user that the desk runs as, and what that user may do.
///
/// The rights are asked of the system by running find(1) as that user, so that access control lists and folders above count
/// as they do for the desk; only that user and root can ask.
struct DeskUser: Sendable {
    /// Names that are listed at most; the first ones say enough.
    static let longestList = 5

    /// The user id.
    let id: uid_t
    /// The primary group's id.
    let group: gid_t

    /// The owner of a folder; the caller, when there is no such folder.
    init(ownerOf folder: String) {
        var found = stat()
        let owner = stat(folder, &found) == 0 ? found.st_uid : geteuid()
        id = owner
        group = getpwuid(owner)?.pointee.pw_gid ?? getegid()
    }

    /// The user's name, or the number where there is none.
    var name: String { getpwuid(id).map { String(cString: $0.pointee.pw_name) } ?? "\(id)" }

    /// Whether the caller may ask for this user.
    var canBeAsked: Bool { geteuid() == id || geteuid() == 0 }

    /// Whether this user gets to a folder at all; nil when it cannot be asked.
    func reaches(_ folder: String) -> Bool? {
        find([folder, "-maxdepth", "0", "-print0"]).map { $0.count > 0 }
    }

    /// The folders and files below a folder, itself included, for which an expression of find(1) holds when this user runs it: how
    /// many, and the first of them. Names that the rules of inboxes ignore are left out with what is below them.
    ///
    /// - Returns: nil when it cannot be run.
    func find(_ folder: String, _ expression: [String], ignoring patterns: [String]) -> (count: Int, first: [String])? {
        var arguments = [folder]
        if !patterns.isEmpty {
            let names = patterns.map { ["-iname", Self.escaped($0)] }.joined(separator: ["-o"])
            arguments += ["(", "!", "-samefile", folder, "("] + names + [")", "-prune", ")", "-o"]
        }
        return find(arguments + ["("] + expression + [")", "-print0"])
    }

    /// A pattern of ours, in which `*` and `?` alone are special, as one of find(1).
    private static func escaped(_ pattern: String) -> String {
        pattern.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "[", with: "\\[")
    }

    private func find(_ expression: [String]) -> (count: Int, first: [String])? {
        let process = Process()
        let find = ["/usr/bin/find"] + expression
        let arguments =
            geteuid() == id
            ? find
            : ["/usr/bin/setpriv", "--reuid=\(id)", "--regid=\(group)"]
                + (getpwuid(id) == nil ? ["--clear-groups"] : ["--init-groups"]) + find
        process.executableURL = URL(fileURLWithPath: arguments[0])
        process.arguments = Array(arguments.dropFirst())
        let pipe = Pipe()
        process.standardOutput = pipe
        // It complains of folders that it may not enter; these are what it prints, too.
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        var count = 0
        var first: [String] = []
        var rest: [UInt8] = []
        while case let data = pipe.fileHandleForReading.availableData, !data.isEmpty {
            var pieces = (rest + data).split(separator: 0, omittingEmptySubsequences: false)
            rest = Array(pieces.removeLast())
            count += pieces.count
            if first.count < Self.longestList {
                first += pieces.prefix(Self.longestList - first.count).map { String(decoding: $0, as: UTF8.self) }
            }
        }
        process.waitUntilExit()
        guard process.terminationReason == .exit, process.terminationStatus < 126 else { return nil }
        return (count, first)
    }
}
