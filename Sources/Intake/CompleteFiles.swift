import NewsModel

/// The complete files of an inbox that no lane has taken yet, in the order in which they are handed out.
///
/// They stand in two lines, from which lanes take in turn: files that a lane is likely to be done with soon, and those that take long, since
/// they are large or have been found to. The express lane takes from the first line alone.
struct CompleteFiles {
    /// A file that can be taken.
    struct File {
        var path: [UInt8]
        var identity: FileIdentity
        /// Whether its writer was waited for in vain.
        var isGivenUp = false
        /// The path under which it was dropped where it stands aside at `path`; else nil.
        var droppedAs: FileName?
        /// Whether the express lane has given it back, since reading it takes long.
        var takesLong = false

        /// Whether it stands in the line of those that take long.
        fileprivate var isLong: Bool { takesLong || identity.size > FileCapture.memoryBytes }
    }

    /// The files of one line, also those that were withdrawn; which of them still stand, `numbers` says.
    private struct Line {
        private var files: [(number: Int, file: File)] = []
        private var head = 0

        mutating func append(_ file: File, number: Int) { files.append((number, file)) }

        /// Takes the first file that still stands; those before it that were withdrawn are forgotten.
        mutating func next(standing numbers: [[UInt8]: Int]) -> File? {
            while head < files.count {
                let (number, file) = files[head]
                head += 1
                if head > 1024, head * 2 > files.count { compact { _ in true } }
                if numbers[file.path] == number { return file }
            }
            compact { _ in false }
            return nil
        }

        /// The smallest of the first files that still stand; it stays in the line until it is withdrawn.
        mutating func smallest(standing numbers: [[UInt8]: Int]) -> File? {
            var smallest: File?
            var (compared, seen) = (0, 0)
            for (number, file) in files[head...] {
                seen += 1
                guard numbers[file.path] == number else { continue }
                if smallest.map({ file.identity.size < $0.identity.size }) ?? true { smallest = file }
                compared += 1
                if compared == CompleteFiles.compared { break }
            }
            // What was withdrawn is not to be passed over again and again.
            if seen > 2 * CompleteFiles.compared { compact { numbers[$0.file.path] == $0.number } }
            return smallest
        }

        private mutating func compact(_ stands: ((number: Int, file: File)) -> Bool) {
            files = files[head...].filter(stands)
            head = 0
        }
    }

    /// Files among which the express lane takes the smallest: who drops a hundred that take long does not stand before everybody else.
    static let compared = 512

    private var quick = Line()
    private var long = Line()
    private var isLongNext = false
    private var nextNumber = 0
    /// The numbers of the files that still stand, by their paths; a file that was withdrawn is left in the line and skipped.
    private var numbers: [[UInt8]: Int] = [:]

    /// Files that stand in the lines.
    var count: Int { numbers.count }

    func contains(_ path: [UInt8]) -> Bool { numbers[path] != nil }

    /// Puts a file at the end of its line; one that stands already keeps its place.
    mutating func append(_ file: File) {
        guard numbers[file.path] == nil else { return }
        numbers[file.path] = nextNumber
        if file.isLong { long.append(file, number: nextNumber) } else { quick.append(file, number: nextNumber) }
        nextNumber += 1
    }

    /// Takes a file out of its line, since it is not complete after all.
    mutating func withdraw(_ path: [UInt8]) { numbers[path] = nil }

    /// The next file, taken from the two lines in turn; nil if both are empty.
    mutating func next() -> File? {
        isLongNext.toggle()
        let file =
            isLongNext
            ? quick.next(standing: numbers) ?? long.next(standing: numbers)
            : long.next(standing: numbers) ?? quick.next(standing: numbers)
        if let file { withdraw(file.path) }
        return file
    }

    /// The smallest of the next files that do not take long; nil if there are no such files.
    mutating func nextQuick() -> File? {
        let file = quick.smallest(standing: numbers)
        if let file { withdraw(file.path) }
        return file
    }
}
