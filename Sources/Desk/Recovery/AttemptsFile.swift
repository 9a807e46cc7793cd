import CLinux
import Glibc
import LinuxSystem
import NewsModel
import Synchronization

/// Which file each lane is reading, written down before the attempt begins, so that a file which takes the daemon down can be
/// named at the next start.
///
/// It is a small file mapped into memory: what is written survives the death of the process (not a power cut, which no file
/// causes). Each lane owns one slot. A fatal signal leaves its number in the slot of the thread it hit (`wd_watch_thread`). Before
/// the slots stands what tells the next start whether the daemon was killed from outside (`ProcessEnd`).
///
/// `@unchecked Sendable`: the mapping is fixed, and each slot is written by its lane alone.
final class AttemptsFile: @unchecked Sendable {
    /// What a slot held when the daemon was last up.
    struct Attempt: Sendable, Equatable {
        var inbox: String
        var path: FileName
        var identity: FileIdentity
        /// The fatal signal that hit the lane at it, or 0.
        var signal: UInt8
    }

    /// What the last daemon left behind.
    struct Left: Sendable, Equatable {
        /// The files that were being read.
        var attempts: [Attempt] = []
        /// Whether it is known that the daemon was ended from outside, for no reason of its own.
        var wasKilled = false
    }

    /// What the file begins with; of another version nothing is believed.
    private static let mark: UInt64 = 0x3253_5450_4D54_4157
    private static let headerBytes = 128
    private static let foreignSignalOffset = 8
    private static let surroundingsOffset = 16
    /// Two paths of PATH_MAX and the identity fit.
    private static let slotBytes = 8192 + 128
    private static let busy: UInt8 = 1

    private let memory: UnsafeMutableRawBufferPointer
    private let slots: Int

    /// Opens or makes the file, tells what its slots held and clears them.
    ///
    /// - Throws: `SystemError`.
    ///
    /// - Parameter surroundings: what the kernel tells at this moment; what it tells by default.
    static func open(
        in directory: Descriptor, slots: Int, surroundings: ProcessEnd.Surroundings = .now()
    ) throws(SystemError) -> (AttemptsFile, Left) {
        let number = openat(directory.number, "attempts", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard number >= 0 else { throw SystemError(operation: "open", path: "work/attempts", code: errno) }
        let descriptor = Descriptor(adopting: number)
        let wanted = Int64(headerBytes + slots * slotBytes)
        let size = max(try descriptor.status().size, wanted)
        guard ftruncate(number, off_t(size)) == 0 else {
            throw SystemError(operation: "extend", path: "work/attempts", code: errno)
        }
        // A hole would kill us with SIGBUS on a full disk when it is first written.
        let code = posix_fallocate(number, 0, off_t(size))
        guard code == 0 else { throw SystemError(operation: "reserve", path: "work/attempts", code: code) }
        guard let address = mmap(nil, Int(size), PROT_READ | PROT_WRITE, MAP_SHARED, number, 0), address != MAP_FAILED
        else { throw SystemError(operation: "map", path: "work/attempts", code: errno) }
        let memory = UnsafeMutableRawBufferPointer(start: address, count: Int(size))
        let file = AttemptsFile(memory: memory, slots: slots)
        let left = file.left(now: surroundings)
        memory.initializeMemory(as: UInt8.self, repeating: 0)
        memory.storeBytes(of: mark, as: UInt64.self)
        memory[surroundingsOffset..<headerBytes].copyBytes(from: surroundings.bytes)
        return (file, left)
    }

    private func left(now: ProcessEnd.Surroundings) -> Left {
        guard memory.load(as: UInt64.self) == Self.mark else { return Left() }
        let attempts = (0..<(memory.count - Self.headerBytes) / Self.slotBytes).compactMap { attempt(inSlot: $0) }
        let before = ProcessEnd.Surroundings(bytes: memory[Self.surroundingsOffset..<Self.headerBytes])
        return Left(
            attempts: attempts,
            wasKilled: memory[Self.foreignSignalOffset] == 0
                && ProcessEnd.cameFromOutside(startedIn: before, endedBefore: now))
    }

    /// Where a fatal signal of another process is noted.
    var foreignSignal: UnsafeMutablePointer<UInt8>? {
        memory.baseAddress?.advanced(by: Self.foreignSignalOffset).assumingMemoryBound(to: UInt8.self)
    }

    private init(memory: UnsafeMutableRawBufferPointer, slots: Int) {
        self.memory = memory
        self.slots = slots
    }

    deinit { munmap(memory.baseAddress, memory.count) }

    /// Notes what a lane is about to read; call on the thread that reads.
    func begin(slot: Int, inbox: String, path: FileName, identity: FileIdentity) {
        precondition(slot < slots, "a lane has no slot")
        let base = Self.headerBytes + slot * Self.slotBytes
        var offset = base + 8
        func put<Value: FixedWidthInteger>(_ value: Value) {
            memory.storeBytes(of: value, toByteOffset: offset, as: Value.self)
            offset += MemoryLayout<Value>.size
        }
        put(identity.device)
        put(identity.inode)
        put(identity.size)
        put(identity.modifiedNanoseconds)
        put(identity.changedNanoseconds)
        for text in [Array(inbox.utf8), path.bytes] {
            let bounded = text.prefix(4096)
            put(UInt16(bounded.count))
            memory[offset..<offset + bounded.count].copyBytes(from: bounded)
            offset += bounded.count
        }
        memory[base + 1] = 0
        memory[base] = Self.busy
        wd_watch_thread(memory.baseAddress?.advanced(by: base + 1).assumingMemoryBound(to: UInt8.self))
    }

    /// The attempt is over, whatever came of it; call on the same thread.
    func end(slot: Int) {
        wd_watch_thread(nil)
        memory[Self.headerBytes + slot * Self.slotBytes] = 0
    }

    private func attempt(inSlot slot: Int) -> Attempt? {
        let base = Self.headerBytes + slot * Self.slotBytes
        guard memory[base] == Self.busy else { return nil }
        var offset = base + 8
        let end = base + Self.slotBytes
        func take<Value: FixedWidthInteger>(_: Value.Type) -> Value {
            defer { offset += MemoryLayout<Value>.size }
            return memory.loadUnaligned(fromByteOffset: offset, as: Value.self)
        }
        func text() -> [UInt8]? {
            let count = Int(take(UInt16.self))
            guard count <= 4096, offset + count <= end else { return nil }
            defer { offset += count }
            return Array(memory[offset..<offset + count])
        }
        let identity = FileIdentity(
            device: take(UInt64.self), inode: take(UInt64.self), size: take(Int64.self),
            modifiedNanoseconds: take(Int64.self), changedNanoseconds: take(Int64.self))
        guard let inbox = text(), let path = text() else { return nil }
        return Attempt(
            inbox: String(decoding: inbox, as: UTF8.self), path: FileName(bytes: path), identity: identity,
            signal: memory[base + 1])
    }
}
