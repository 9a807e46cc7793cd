import LinuxSystem

/// Whether a daemon that ended without a word was killed from outside, told from what the kernel counts.
///
/// SIGKILL leaves no trace in the process. But the kernel counts those that it sends because memory ran out (`oom_kill` of
/// proc(5), `/proc/vmstat`, also for the limit of a control group), and it has another identity after each boot. A silent end
/// with neither can only have been a signal that another process sent.
enum ProcessEnd {
    /// What the kernel tells at one moment.
    struct Surroundings: Sendable, Equatable {
        /// The identity of the boot in ASCII (`/proc/sys/kernel/random/boot_id`); empty where it is not to be had.
        var boot: [UInt8] = []
        /// Processes that the kernel killed for lack of memory since the boot; nil where it does not tell.
        var memoryKills: UInt64?
    }

    /// Whether a silent end between two moments came from outside: the machine went down, or nobody ran out of memory. False where
    /// that is not known.
    static func cameFromOutside(startedIn before: Surroundings, endedBefore now: Surroundings) -> Bool {
        guard !before.boot.isEmpty, !now.boot.isEmpty else { return false }
        guard before.boot == now.boot else { return true }
        guard let earlier = before.memoryKills, let later = now.memoryKills else { return false }
        return earlier == later
    }
}

extension ProcessEnd.Surroundings {
    /// The characters of a boot's identity, a UUID.
    private static let bootBytes = 36

    /// What the kernel tells now; nothing where `/proc` is hidden from the service.
    static func now() -> Self {
        let boot = FileCalls.contents(ofKernelFile: "/proc/sys/kernel/random/boot_id").prefix(Self.bootBytes)
        let counts = FileCalls.contents(ofKernelFile: "/proc/vmstat").split(separator: UInt8(ascii: "\n"))
        let line = counts.first { $0.starts(with: Array("oom_kill ".utf8)) }
        let kills = line.flatMap { UInt64(String(decoding: $0.dropFirst("oom_kill ".utf8.count), as: UTF8.self)) }
        return Self(boot: boot.count == bootBytes ? Array(boot) : [], memoryKills: kills)
    }

    /// For the file: whether there is a count, the count, and the boot.
    var bytes: [UInt8] {
        let count = withUnsafeBytes(of: (memoryKills ?? 0).littleEndian) { Array($0) }
        return [memoryKills == nil ? 0 : 1] + count + [UInt8(boot.count)] + boot
    }

    /// What `bytes` told.
    init(bytes: some Collection<UInt8>) {
        let bytes = Array(bytes)
        guard bytes.count >= 10, bytes.count >= 10 + Int(bytes[9]) else { return }
        if bytes[0] == 1 { memoryKills = bytes[1..<9].reversed().reduce(0) { $0 << 8 | UInt64($1) } }
        boot = Array(bytes[10..<10 + Int(bytes[9])])
    }
}
