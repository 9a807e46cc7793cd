import Glibc
import LinuxSystem

/// What somebody is told who may not get at something of a desk that its group may get at.
public enum MembershipAdvice {
    /// What lets this process get at a path; nil where membership in its group would not change anything.
    public static func text(for path: String) -> String? {
        guard let rights = obstacle(on: path), geteuid() != 0, rights.owner.user != geteuid() else { return nil }
        let group = UserNames.group(rights.owner.group)
        let user = UserNames.name(of: geteuid())
        guard !UserNames.ownGroups.contains(rights.owner.group) else { return nil }
        if UserNames.isMember(geteuid(), of: rights.owner.group) {
            return
                "you are a member of the group \(group), but this login does not know it yet: log in again, or run: newgrp \(group)"
        }
        return
            "you (\(user)) are not a member of the group \(group): as root run: adduser \(user) \(group), then log in again"
    }

    /// The rights of the first folder or file on the way that keeps this process out; of the last one where nothing does.
    private static func obstacle(on path: String) -> FileRights? {
        var last: FileRights?
        var way = ""
        for part in path.split(separator: "/") {
            way += "/" + part
            // Behind a folder that may not be entered nothing can be looked at.
            guard let rights = FileCalls.rights(of: way) else { break }
            last = rights
            if access(way, rights.isFolder ? X_OK : R_OK) != 0 { break }
        }
        return last
    }
}
