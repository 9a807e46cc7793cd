import Glibc

/// How much memory a process has had at most.
public enum PeakMemory {
    /// The most resident memory that a living process has had, in KiB (VmHWM of proc(5)); 0 where it is gone.
    ///
    /// What getrusage(2) and wait4(2) tell begins with the memory of the process that it was forked from.
    public static func kibibytes(of process: pid_t = getpid()) -> Int {
        guard let file = fopen("/proc/\(process)/status", "re") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        while fgets(&line, Int32(line.count), file) != nil {
            guard strncmp(line, "VmHWM:", 6) == 0 else { continue }
            return line.withUnsafeBufferPointer { $0.baseAddress.map { strtol($0 + 6, nil, 10) } ?? 0 }
        }
        return 0
    }
}
