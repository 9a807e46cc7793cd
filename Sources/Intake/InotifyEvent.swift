import CLinux

/// What an inotify event says (inotify(7)).
public struct InotifyEvent: Sendable {
    /// The bits of an event's mask.
    public struct Mask: OptionSet, Sendable {
        /// The bits.
        public let rawValue: UInt32

        /// A mask of bits.
        public init(rawValue: UInt32) { self.rawValue = rawValue }

        /// Rights, owner, times or the number of names changed.
        public static let attributes = Mask(rawValue: UInt32(IN_ATTRIB))
        /// The file was written to or truncated.
        public static let modify = Mask(rawValue: UInt32(IN_MODIFY))
        /// A program that had the file open for writing has closed it.
        public static let closeWrite = Mask(rawValue: UInt32(IN_CLOSE_WRITE))
        /// Something was made in the folder.
        public static let create = Mask(rawValue: UInt32(IN_CREATE))
        /// Something was moved out of the folder.
        public static let movedFrom = Mask(rawValue: UInt32(IN_MOVED_FROM))
        /// A name in the folder was removed.
        public static let delete = Mask(rawValue: UInt32(IN_DELETE))
        /// Something was moved into the folder.
        public static let movedTo = Mask(rawValue: UInt32(IN_MOVED_TO))
        /// The folder itself was removed.
        public static let deleteSelf = Mask(rawValue: UInt32(IN_DELETE_SELF))
        /// The folder itself was moved.
        public static let moveSelf = Mask(rawValue: UInt32(IN_MOVE_SELF))
        /// Its file system was unmounted.
        public static let unmount = Mask(rawValue: UInt32(IN_UNMOUNT))
        /// Events were lost.
        public static let overflow = Mask(rawValue: UInt32(IN_Q_OVERFLOW))
        /// The watch has ended.
        public static let ignored = Mask(rawValue: UInt32(IN_IGNORED))
        /// The name is that of a folder.
        public static let isDirectory = Mask(rawValue: UInt32(IN_ISDIR))
        /// Watches folders alone.
        public static let onlyDirectory = Mask(rawValue: UInt32(IN_ONLYDIR))

        /// Keeps what a directory is watched for already.
        public static let add = Mask(rawValue: UInt32(IN_MASK_ADD))
        /// What the folders above an inbox are watched for.
        public static let surrounding: Mask = [.delete, .movedFrom, .moveSelf, .onlyDirectory]
        /// Tells nothing of a file that has lost its name but is still open: what becomes of it says nothing of the file that has the name.
        public static let exceptUnlinked = Mask(rawValue: UInt32(IN_EXCL_UNLINK))
        /// What a directory is watched for.
        public static let watched: Mask = [
            .attributes, .modify, .closeWrite, .create, .movedTo, .deleteSelf, .moveSelf,
            .onlyDirectory, .exceptUnlinked,
        ]
    }

    /// The number of the watch; -1 where events were lost.
    public var watch: Int32
    /// What happened.
    public var mask: Mask
    /// The name in the watched folder; empty where it is the folder itself.
    public var name: [UInt8]

    /// An event.
    public init(watch: Int32, mask: Mask, name: [UInt8]) {
        self.watch = watch
        self.mask = mask
        self.name = name
    }
}
