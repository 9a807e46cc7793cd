/// Which watch belongs to which directory of an inbox, both ways.
struct WatchedDirectories {
    private var pathOfWatch: [Int32: [UInt8]] = [:]
    private var watchOfPath: [[UInt8]: Int32] = [:]

    /// Directories that are watched.
    var count: Int { pathOfWatch.count }

    subscript(watch: Int32) -> [UInt8]? { pathOfWatch[watch] }

    func contains(_ path: [UInt8]) -> Bool { watchOfPath[path] != nil }

    mutating func set(_ watch: Int32, _ path: [UInt8]) {
        // The same directory under a new name keeps its watch.
        if let old = pathOfWatch[watch], watchOfPath[old] == watch { watchOfPath[old] = nil }
        pathOfWatch[watch] = path
        watchOfPath[path] = watch
    }

    mutating func remove(_ watch: Int32) {
        guard let path = pathOfWatch.removeValue(forKey: watch) else { return }
        if watchOfPath[path] == watch { watchOfPath[path] = nil }
    }

    /// Forgets a directory and all beneath it; returns their watches.
    mutating func removeTree(_ path: [UInt8]) -> [Int32] {
        let prefix = path + [UInt8(ascii: "/")]
        let gone = pathOfWatch.filter { $0.value == path || $0.value.starts(with: prefix) }.map(\.key)
        for watch in gone { remove(watch) }
        return gone
    }

    mutating func removeAll() -> [Int32] {
        defer {
            pathOfWatch.removeAll()
            watchOfPath.removeAll()
        }
        return Array(pathOfWatch.keys)
    }
}
