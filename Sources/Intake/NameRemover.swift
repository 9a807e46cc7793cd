import Glibc
import Hashing
import LinuxSystem
import NewsModel

/// Removes names of files whose outcome is durable, each only if it still stands for the same file.
///
/// Between a look at a name and its removal another file may be renamed over it, or its file be rewritten in place. So the name
/// is taken aside first, in its own folder: what comes under the old name from then on is a file of its own, and what was taken
/// aside is compared with what was filed before it goes. Where a read lease is to be had, nobody can have the file open for
/// writing unnoticed; where none is, its size, its time of change and its bytes are compared once more. What is not the file that
/// was filed goes back under its name; where that is taken again it stays aside, for a delivery of its own.
///
/// What no order of system calls can exclude: without a lease, who holds the file open or mapped may write into it after it was
/// compared.
public struct NameRemover: Sendable {
    /// A name whose outcome is durable.
    public struct Name: Sendable {
        /// The path below the inbox. A path that ends in an `AsideName` is removed where it stands.
        public var path: FileName
        /// The file that was filed.
        public var identity: FileIdentity
        /// The SHA-256 of its bytes; nil where they were not read, and then only its size and times are compared.
        public var digest: SHA256Digest?
        /// A moment before its bytes were read, milliseconds since 1970 by the wall clock.
        public var received: Int64
        /// Where it is taken aside; stands in the ledger.
        public var aside: AsideName

        /// A name with what was filed.
        public init(path: FileName, identity: FileIdentity, digest: SHA256Digest?, received: Int64, aside: AsideName) {
            self.path = path
            self.identity = identity
            self.digest = digest
            self.received = received
            self.aside = aside
        }
    }

    /// What became of a name.
    public enum Result: Sendable, Equatable {
        /// It is removed, or was gone already.
        case removed
        /// Another file has the name, or the file changed: it is a new delivery.
        case changed
        /// A program has the file open for writing; its name stays until that is over.
        case openForWriting
        /// It may not be removed, or it cannot be told whether it is the file that was filed.
        case refused(SystemError)
        /// The name stands for another file, and what stands aside at this path is not what was filed: both are new deliveries.
        case displaced(FileName)
        /// The desk is stopping; the name stays, and the next start removes it.
        case cancelled
    }

    /// What became of a name, and of its file's times.
    public struct Removal: Sendable, Equatable {
        /// What became of it.
        public var result: Result
        /// The file as it is now where it was moved back under its name, which changes its time of change; else nil.
        public var movedBack: FileIdentity?
    }

    /// Moments between the steps, at which a test may change files.
    enum Step: Sendable {
        /// The name was found to stand for the file that was filed, and a lease taken where one is to be had.
        case compared
        /// The file was taken aside.
        case takenAside
        /// The bytes of the file aside were read, where they had to be.
        case read
        /// The file is about to be moved back.
        case movingBack
    }

    /// Files up to this size are read again whenever there is no lease: some 12 ms of a processor, and most of what is dropped.
    static let alwaysReadBytes: Int64 = 16 << 20
    /// A change within this time of the capture may leave the time of change as it was: the kernel takes it from a clock that ticks
    /// every 1 to 10 ms (CONFIG_HZ), and some file systems round it further.
    static let blindMilliseconds: Int64 = 50
    /// The same where times are whole seconds: FAT rounds them to two.
    static let coarseMilliseconds: Int64 = 2_000
    /// Bytes read at once.
    private static let chunkBytes = 256 << 10

    private let movesBack: MovesBack?
    private let cancellation: Cancellation?
    private let takesLeases: Bool
    private let reached: @Sendable (Step) -> Void

    /// A remover.
    ///
    /// - Parameters:
    ///   - movesBack: is told of each name that is moved back before that is done; nil where nobody watches.
    ///   - cancellation: ends long comparisons; nil for never.
    public init(movesBack: MovesBack? = nil, cancellation: Cancellation? = nil) {
        self.init(movesBack: movesBack, cancellation: cancellation, takesLeases: true, reached: { _ in })
    }

    init(
        movesBack: MovesBack? = nil, cancellation: Cancellation? = nil, takesLeases: Bool,
        reached: @escaping @Sendable (Step) -> Void
    ) {
        self.movesBack = movesBack
        self.cancellation = cancellation
        self.takesLeases = takesLeases
        self.reached = reached
    }

    /// Removes one name below an inbox.
    ///
    /// - Parameter mayStandAside: true where an earlier removal may have been interrupted, which is looked for first.
    public func remove(_ name: Name, in root: any OpenFolder, mayStandAside: Bool = false) -> Removal {
        do throws(SystemError) {
            let place = try Place(name, in: root)
            if mayStandAside, !place.isAside, let removal = try removeAside(name, place) { return removal }
            return try removeStanding(name, place, mayStandAside: mayStandAside)
        } catch {
            return Removal(result: error.code == ENOENT || error.code == ENOTDIR ? .removed : .refused(error))
        }
    }

    /// Removes a name that should stand under its path.
    private func removeStanding(
        _ name: Name, _ place: Place, mayStandAside: Bool
    ) throws(SystemError) -> Removal {
        let file: any OpenFile
        do throws(SystemError) {
            file = try place.folder.file(beneath: place.name)
        } catch {
            switch error.code {
            case ENOENT:
                if mayStandAside { removeZone(of: name, place) }
                return Removal(result: .removed)
            case ELOOP, ENXIO: return Removal(result: .changed)
            default:
                let found = try place.folder.status(of: place.name)
                if found.kind != .file || !found.identity.isSameContent(as: name.identity) {
                    return Removal(result: .changed)
                }
                throw error
            }
        }
        let lease = Lease(on: file, isWanted: takesLeases)
        if lease.hasWriter { return Removal(result: .openForWriting) }
        // Behind the lease: from here on nobody can change it unnoticed.
        let found = try file.status()
        guard found.kind == .file, found.identity.isSameContent(as: name.identity) else {
            return Removal(result: .changed)
        }
        reached(.compared)
        if !place.isAside {
            movesBack?.willTakeAside(name.aside)
            do throws(SystemError) {
                try place.folder.takeAside(place.name, to: place.aside)
            } catch {
                // What an earlier removal left is looked at first; the name itself is met again.
                guard error.code == EEXIST, let removal = try removeAside(name, place) else { throw error }
                return removal
            }
            reached(.takenAside)
        }
        let isUntouched = found.identity.isSameFile(as: name.identity)
        return try conclude(name, place, file, lease, mustRead: !isUntouched)
    }

    /// Goes on with a name that was taken aside by an earlier removal; nil where nothing stands aside.
    private func removeAside(_ name: Name, _ place: Place) throws(SystemError) -> Removal? {
        let file: any OpenFile
        do throws(SystemError) {
            file = try place.folder.file(beneath: place.aside)
        } catch {
            if error.code == ENOENT { return nil }
            throw error
        }
        let lease = Lease(on: file, isWanted: takesLeases)
        if lease.hasWriter { return try moveBack(place, because: .openForWriting) }
        return try conclude(name, place, file, lease, mustRead: true)
    }

    /// Removes what stands aside where it is what was filed; else moves it back.
    private func conclude(
        _ name: Name, _ place: Place, _ file: any OpenFile, _ lease: borrowing Lease, mustRead: Bool
    ) throws(SystemError) -> Removal {
        let isHeld = lease.isHeld
        let isSmall = name.identity.size <= Self.alwaysReadBytes
        // Another file that is moved in may have the inode of one that has just gone, and its size and times: those that programs keep are
        // equal more often than not, and the time of the move is the same within a tick. A large file takes longer than a tick to be read.
        let isRecent =
            Self.mayHideAChange(name.identity.modifiedNanoseconds, before: name.received)
            || (isSmall && Self.mayHideAChange(name.identity.changedNanoseconds, before: name.received))
        var isSame = true
        if let digest = name.digest,
            isRecent || mustRead || (!isHeld && isSmall)
        {
            do throws(SystemError) {
                isSame = try holds(digest, file, size: name.identity.size, lease)
            } catch {
                if error.code == ECANCELED { return try moveBack(place, because: .cancelled) }
                return try moveBack(place, because: .refused(error))
            }
        }
        reached(.read)
        let found: FileStatus
        do throws(SystemError) {
            found = try place.folder.status(of: place.aside)
        } catch {
            if error.code == ENOENT { return Removal(result: .removed) }
            throw error
        }
        // The inode too: what was renamed over the name before it was taken aside is another file.
        guard isSame, found.kind == .file, found.identity.isSameContent(as: name.identity) else {
            return try moveBack(place, because: .changed)
        }
        guard !isHeld || lease.isUnbroken else { return try moveBack(place, because: .openForWriting) }
        try place.folder.removeName(place.aside)
        removeZone(of: name, place)
        return Removal(result: .removed)
    }

    /// Whether a time of a file lies so close before a moment (milliseconds since 1970) that a later change may have the same time.
    private static func mayHideAChange(_ nanoseconds: Int64, before moment: Int64) -> Bool {
        let blind = nanoseconds % 1_000_000_000 == 0 ? coarseMilliseconds : blindMilliseconds
        return nanoseconds / 1_000_000 >= moment - blind
    }

    /// Puts what stands aside back under its name, unless that is taken again.
    private func moveBack(_ place: Place, because result: Result) throws(SystemError) -> Removal {
        guard !place.isAside else { return Removal(result: result) }
        reached(.movingBack)
        movesBack?.expect(place.path, from: place.aside)
        do throws(SystemError) {
            try place.folder.putBack(place.aside, as: place.name)
        } catch {
            movesBack?.forget(place.path)
            // Gone by another hand. Whatever else keeps it from its name, it can be read where it is.
            return Removal(result: error.code == ENOENT ? .removed : .displaced(place.asidePath))
        }
        return Removal(result: result, movedBack: (try? place.folder.status(of: place.name))?.identity)
    }

    /// Whether an open file holds the bytes of a digest.
    ///
    /// - Throws: `SystemError`; ECANCELED when the work was cancelled.
    private func holds(
        _ digest: SHA256Digest, _ file: any OpenFile, size: Int64, _ lease: borrowing Lease
    ) throws(SystemError) -> Bool {
        var hasher = SHA256Hasher()
        let buffer = UnsafeMutableRawBufferPointer.allocate(
            byteCount: Int(min(Int64(Self.chunkBytes), size + 1)), alignment: 64)
        defer { buffer.deallocate() }
        let limit = WorkLimit(cancellation: cancellation)
        var offset: Int64 = 0
        // One byte beyond the size tells a file that grew.
        while offset <= size {
            try limit.check(done: offset, of: size)
            // Someone waits to write it: there is no use in reading on.
            if lease.isHeld, offset > 0, !lease.isUnbroken { return true }
            let wanted = UnsafeMutableRawBufferPointer(
                rebasing: buffer[..<Int(min(Int64(buffer.count), size - offset + 1))])
            let count = try file.read(into: wanted, at: offset)
            if count == 0 { break }
            hasher.update(UnsafeRawBufferPointer(rebasing: wanted[..<count]))
            offset += Int64(count)
        }
        let found = hasher.finish()
        return offset == size && found == digest
    }

    /// Removes the mark of the web of a file that is gone, unless it came later and belongs to a new file of the name. It holds an address
    /// at most, so that its bytes are not compared.
    private func removeZone(of name: Name, _ place: Place) {
        let zone = place.name + CaptureFacts.zoneEnding
        guard !place.isAside, let found = try? place.folder.status(of: zone), found.kind == .file,
            Self.isOlder(found, than: name) || (try? place.folder.status(of: place.name)) == nil
        else { return }
        let aside = place.aside + CaptureFacts.zoneEnding
        guard (try? place.folder.takeAside(zone, to: aside)) != nil else { return }
        if let taken = try? place.folder.status(of: aside), taken.identity.isSameContent(as: found.identity) {
            try? place.folder.removeName(aside)
        } else if (try? place.folder.putBack(aside, as: zone)) == nil {
            // A newer mark stands there already, which is the one that counts.
            try? place.folder.removeName(aside)
        }
    }

    /// Whether a mark was there when its file was read.
    private static func isOlder(_ mark: FileStatus, than name: Name) -> Bool {
        mark.changedNanoseconds <= max(name.identity.changedNanoseconds, name.received &* 1_000_000)
    }
}

/// Where a name stands.
private struct Place {
    let path: FileName
    let folder: any OpenFolder
    let name: [UInt8]
    let aside: [UInt8]
    let asidePath: FileName
    /// True where the file stands aside under its own path.
    let isAside: Bool

    init(_ wanted: NameRemover.Name, in root: any OpenFolder) throws(SystemError) {
        path = wanted.path
        let bytes = path.bytes
        if let slash = bytes.lastIndex(of: UInt8(ascii: "/")) {
            folder = try root.folder(beneath: Array(bytes[..<slash]))
            name = Array(bytes[(slash + 1)...])
        } else {
            folder = root
            name = bytes
        }
        isAside = AsideName(name) != nil
        aside = isAside ? name : wanted.aside.bytes
        asidePath = isAside ? path : wanted.aside.path(beside: path)
    }
}

/// A lease on a file, or why there is none.
private enum Lease: ~Copyable {
    case held(ReadLease)
    case writer
    case unknown

    init(on file: any OpenFile, isWanted: Bool) {
        guard isWanted else {
            self = .unknown
            return
        }
        do throws(ReadLease.Refusal) {
            self = .held(try ReadLease(on: file))
        } catch {
            self = error == .openForWriting ? .writer : .unknown
        }
    }

    var hasWriter: Bool {
        switch self {
        case .writer: true
        default: false
        }
    }

    var isHeld: Bool {
        switch self {
        case .held: true
        default: false
        }
    }

    /// Whether nobody has tried to open the file for writing since.
    var isUnbroken: Bool {
        switch self {
        case .held(let lease): lease.isUnbroken
        default: false
        }
    }
}

extension FileIdentity {
    /// The same file with the same size and time of change of its content; its attributes may have changed.
    fileprivate func isSameContent(as other: FileIdentity) -> Bool {
        inode == other.inode && size == other.size && modifiedNanoseconds == other.modifiedNanoseconds
    }
}
