import LinuxSystem
import NewsModel

extension FileStatus {
    /// Which file this is, in the terms of the ledger.
    public var identity: FileIdentity {
        FileIdentity(
            device: device, inode: inode, size: size, modifiedNanoseconds: modifiedNanoseconds,
            changedNanoseconds: changedNanoseconds)
    }
}
