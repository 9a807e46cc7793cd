import CLinux

/// What an inotify event says (inotify(7)).
struct InotifyEvent {
    /// The bits of an event's mask.
    struct Mask: OptionSet {
        let rawValue: UInt32
        static let attributes = Mask(rawValue: UInt32(IN_ATTRIB))
        static let modify = Mask(rawValue: UInt32(IN_MODIFY))
        static let closeWrite = Mask(rawValue: UInt32(IN_CLOSE_WRITE))
        static let create = Mask(rawValue: UInt32(IN_CREATE))
        static let movedFrom = Mask(rawValue: UInt32(IN_MOVED_FROM))
        static let delete = Mask(rawValue: UInt32(IN_DELETE))
        static let movedTo = Mask(rawValue: UInt32(IN_MOVED_TO))
        static let deleteSelf = Mask(rawValue: UInt32(IN_DELETE_SELF))
        static let moveSelf = Mask(rawValue: UInt32(IN_MOVE_SELF))
        static let unmount = Mask(rawValue: UInt32(IN_UNMOUNT))
        static let overflow = Mask(rawValue: UInt32(IN_Q_OVERFLOW))
        static let ignored = Mask(rawValue: UInt32(IN_IGNORED))
        static let isDirectory = Mask(rawValue: UInt32(IN_ISDIR))
        static let onlyDirectory = Mask(rawValue: UInt32(IN_ONLYDIR))

        /// Keeps what a directory is watched for already.
        static let add = Mask(rawValue: UInt32(IN_MASK_ADD))
        /// What the folders above an inbox are watched for.
        static let surrounding: Mask = [.delete, .movedFrom, .moveSelf, .onlyDirectory]
        /// Tells nothing of a file that has lost its name but is still open: what becomes of it says nothing of the file that has the name.
        static let exceptUnlinked = Mask(rawValue: UInt32(IN_EXCL_UNLINK))
        /// What a directory is watched for.
        static let watched: Mask = [
            .attributes, .modify, .closeWrite, .create, .movedTo, .deleteSelf, .moveSelf,
            .onlyDirectory, .exceptUnlinked,
        ]
    }

    var watch: Int32
    var mask: Mask
    var name: [UInt8]
}
