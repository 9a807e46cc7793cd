import ArticleQuery

/// The runs of an index on disk, few of them: runs of one size are merged into a larger one (a log-structured merge tree,
/// P. O'Neil et al. 1996).
///
/// Everything in it can be found again from the archive: a missing or damaged run only means that the texts are read again.
/// Owned by one thread.
public final class SortedRunStore {
    /// Runs of one size that are merged into one of the next.
    private static let runsOfSize = 4
    private static let suffix = ".run"
    /// Texts that are kept under one key when runs are merged, the latest.
    private let mostTexts: Int
    private let folder: String
    /// From the oldest to the latest.
    private var runs: [SortedRun] = []

    /// Opens the runs in a folder, and makes the folder where there is none. Runs that cannot be used are removed, with all
    /// that came after them.
    public init(folder: String, mostTexts: Int) throws(ArchiveError) {
        self.folder = folder
        self.mostTexts = mostTexts
        try ArchiveFiles.makeFolder(folder)
        let names = try ArchiveFiles.names(in: folder)
        for name in names where name.hasSuffix(".unfinished") { try ArchiveFiles.remove(folder + "/" + name) }
        var isWhole = true
        for name in names.filter({ $0.hasSuffix(Self.suffix) }).sorted() {
            let path = folder + "/" + name
            if isWhole, let run = try SortedRun(path: path) {
                // A merge that was interrupted before its parts were removed.
                while let last = runs.last, last.lastVersion >= run.lastVersion { try remove(runs.removeLast()) }
                runs.append(run)
            } else {
                isWhole = false
                try ArchiveFiles.remove(path)
            }
        }
    }

    /// The last version of the archive that the runs cover; 0 for none.
    public var lastVersion: Int64 { runs.last?.lastVersion ?? 0 }
    /// How many pairs they hold.
    public var count: Int { runs.reduce(0) { $0 + $1.count } }
    /// How many runs there are.
    public var runCount: Int { runs.count }

    /// The texts under a key, the latest first, so many at most.
    public func texts(under key: UInt32) -> [UInt32] {
        var texts: [UInt32] = []
        for run in runs.reversed() where texts.count < mostTexts {
            run.texts(under: key, most: mostTexts - texts.count, into: &texts)
        }
        return texts
    }

    /// Writes sorted pairs as a run of their own, then merges what has become too many.
    public func append(_ pairs: [UInt64], lastVersion: Int64) throws(ArchiveError) {
        try write(lastVersion) { (writer) throws(ArchiveError) in
            for pair in pairs { try writer.append(pair) }
        }
        while let size = mergeable { try merge(last: size) }
    }

    /// Removes all runs.
    public func removeAll() throws(ArchiveError) {
        while let run = runs.popLast() { try remove(run) }
    }

    /// Takes texts out of all runs: what is erased leaves no sample either. Writes those runs again that hold one of them.
    public func remove(texts: Set<UInt32>) throws(ArchiveError) {
        for place in runs.indices {
            let run = runs[place]
            var holds = false
            run.forEach { holds = holds || texts.contains(UInt32(truncatingIfNeeded: $0)) }
            guard holds else { continue }
            // In its place under its name, so that a crash leaves the one or the other.
            var writer = try SortedRunWriter(path: run.path)
            for pair in 0..<run.count where !texts.contains(UInt32(truncatingIfNeeded: run.pair(pair))) {
                try writer.append(run.pair(pair))
            }
            try writer.finish(lastVersion: run.lastVersion)
            if let written = try SortedRun(path: run.path) { runs[place] = written }
        }
    }

    /// How many of the latest runs are to be merged: all of about one size at the end of the list, when they are enough.
    private var mergeable: Int? {
        guard let last = runs.last else { return nil }
        let alike = runs.reversed().prefix { $0.count <= last.count * 2 }.count
        return alike >= Self.runsOfSize ? alike : nil
    }

    private func merge(last size: Int) throws(ArchiveError) {
        let parts = Array(runs.suffix(size))
        guard let lastVersion = parts.last?.lastVersion else { return }
        try write(lastVersion, replacing: size) { (writer) throws(ArchiveError) in
            var places = parts.map { _ in 0 }
            var key: UInt64 = .max
            var texts: [UInt64] = []
            while true {
                var least: (part: Int, pair: UInt64)?
                for (number, part) in parts.enumerated() where places[number] < part.count {
                    let pair = part.pair(places[number])
                    if pair < least?.pair ?? .max { least = (number, pair) }
                }
                if least.map({ $0.pair >> 32 != key }) ?? true {
                    for pair in texts.suffix(mostTexts) { try writer.append(pair) }
                    texts.removeAll(keepingCapacity: true)
                }
                guard let least else { return }
                key = least.pair >> 32
                texts.append(least.pair)
                places[least.part] += 1
            }
        }
    }

    private func write(
        _ lastVersion: Int64, replacing count: Int = 0, _ body: (inout SortedRunWriter) throws(ArchiveError) -> Void
    ) throws(ArchiveError) {
        // Names in the order of the versions that they cover; a merged run sorts behind the last of its parts.
        let digits = String(lastVersion)
        let number = runs.last.map { $0.lastVersion == lastVersion ? $0.merges + 1 : 0 } ?? 0
        let name = String(repeating: "0", count: max(0, 19 - digits.count)) + digits + "-" + String(number)
        let path = folder + "/" + name + Self.suffix
        var writer = try SortedRunWriter(path: path)
        try body(&writer)
        try writer.finish(lastVersion: lastVersion)
        guard let run = try SortedRun(path: path) else { return }
        let parts = runs.suffix(count)
        runs.removeLast(count)
        runs.append(run)
        for part in parts { try remove(part) }
    }

    private func remove(_ run: SortedRun) throws(ArchiveError) { try ArchiveFiles.remove(run.path) }
}
