import DeskProtocol
import Glibc
import LinuxSystem

/// What lets the desk do what it may not do with a file or folder of an inbox, worked out from whose that is, from its mode, and from who can
/// change it.
///
/// The commands work for the owner of the file and for root. A group is given only by who is a member of it (chown(2)); an owner who is not
/// in the desk's group adds the desk's user to the access control list.
struct RightsAdvice {
    /// The user that the desk runs as.
    var user: UInt32
    /// Its groups, the first one its own.
    var groups: [UInt32]
    /// Whether a user is a member of a group.
    var isMember: (UInt32, UInt32) -> Bool = UserNames.isMember

    /// For the user that this process runs as.
    static var own: RightsAdvice { RightsAdvice(user: geteuid(), groups: UserNames.ownGroups) }

    /// What the desk wants to do.
    enum Wish {
        /// Read a file, or list a folder and read what is in it.
        case read
        /// Read what is in a folder, and remove it.
        case readAndRemove
        /// Remove what is in a folder.
        case remove
    }

    /// Why a path cannot be read, and what to do about it.
    ///
    /// - Parameter removes: whether what is read is removed then.
    func reason(_ path: String, _ error: SystemError, removes: Bool) -> String {
        let place = Self.obstacle(on: path)
        guard Self.isOfRights(error), let rights = FileCalls.rights(of: place) else {
            let remedy = error.code == ENAMETOOLONG ? "; shorten the names of its folders" : ""
            return "it cannot be looked at (\(error.reason))\(remedy)"
        }
        let what =
            rights.isFolder
            ? (place == path ? "the desk may not look into it" : "the desk may not pass \(place)")
            : "the desk may not read it"
        let handing = rights.isFolder ? "" : ", or hand it over: wiredesk add \(ShellWord.quoted(path))"
        return "\(what) (\(error.reason)): "
            + remedy(place, rights, rights.isFolder ? (removes ? .readAndRemove : .read) : .read) + handing
    }

    /// Why names may not be removed from a folder, and what to do about it.
    func reason(forStayingIn folder: String, _ error: SystemError) -> String {
        let place = Self.obstacle(on: folder)
        guard Self.isOfRights(error), let rights = FileCalls.rights(of: place) else { return error.reason }
        // In a folder with the sticky bit only owners remove names (inode(7)).
        if rights.mode & 0o1000 != 0, rights.owner.user != user {
            return "\(error.reason): \(whose(rights)); \(who(rights)): chmod -t \(ShellWord.quoted(place))"
        }
        return "\(error.reason): " + remedy(place, rights, .remove)
    }

    /// Whose something is, and the command that gives the desk what it wants.
    func remedy(_ path: String, _ rights: FileRights, _ wish: Wish) -> String {
        "\(whose(rights)); \(who(rights)): \(command(path, rights, wish))"
    }

    /// The command that gives the desk what it wants.
    func command(_ path: String, _ rights: FileRights, _ wish: Wish) -> String {
        let recursive = rights.isFolder ? "-R " : ""
        let letters =
            switch wish {
            case .read: rights.isFolder ? "rX" : "r"
            case .readAndRemove, .remove: "rwX"
            }
        let wanted: UInt32 =
            switch wish {
            case .read: rights.isFolder ? 0o5 : 0o4
            case .readAndRemove, .remove: 0o7
            }
        let quoted = ShellWord.quoted(path)
        if rights.owner.user == user { return "chmod \(recursive)u+\(letters) \(quoted)" }
        if groups.contains(rights.owner.group), (rights.mode >> 3) & wanted != wanted {
            return "chmod \(recursive)g+\(letters) \(quoted)"
        }
        if let group = groups.first, !groups.contains(rights.owner.group), isMember(rights.owner.user, group) {
            return "chgrp \(recursive)\(UserNames.group(group)) \(quoted) && chmod \(recursive)g+\(letters) \(quoted)"
        }
        return "setfacl \(recursive)-m u:\(UserNames.name(of: user)):\(letters) \(quoted)"
    }

    private func whose(_ rights: FileRights) -> String {
        "it belongs to \(UserNames.name(of: rights.owner.user)), group \(UserNames.group(rights.owner.group)), "
            + "mode \(String(rights.mode, radix: 8))"
    }

    private func who(_ rights: FileRights) -> String {
        let owner = UserNames.name(of: rights.owner.user)
        return rights.owner.user == 0 ? "as root" : "as \(owner) or root"
    }

    private static func isOfRights(_ error: SystemError) -> Bool { error.code == EACCES || error.code == EPERM }

    /// The last folder on the way to a path that can be looked at: behind one that may not be passed nothing can.
    private static func obstacle(on path: String) -> String {
        var place = path
        while FileCalls.rights(of: place) == nil, let slash = place.lastIndex(of: "/"), slash > place.startIndex {
            place = String(place[..<slash])
        }
        return place
    }
}
