import NewsModel

/// The complete files of an inbox that no lane has taken yet, in the order in which they are handed out.
struct CompleteFiles {
    /// A file that can be taken.
    struct File {
        var path: [UInt8]
        var identity: FileIdentity
        /// Whether its writer was waited for in vain.
        var isGivenUp = false
        /// The path under which it was dropped where it stands aside at `path`; else nil.
        var droppedAs: FileName?
    }

    private var files: [(number: Int, file: File)] = []
    private var head = 0
    private var nextNumber = 0
    /// The numbers of the files that still stand, by their paths; a file that was withdrawn is left in the line and skipped.
    private var numbers: [[UInt8]: Int] = [:]

    /// Files that stand in the line.
    var count: Int { numbers.count }

    func contains(_ path: [UInt8]) -> Bool { numbers[path] != nil }

    /// Puts a file at the end of the line; one that is in it already keeps its place.
    mutating func append(_ file: File) {
        guard numbers[file.path] == nil else { return }
        numbers[file.path] = nextNumber
        files.append((nextNumber, file))
        nextNumber += 1
    }

    /// Takes a file out of the line, since it is not complete after all.
    mutating func withdraw(_ path: [UInt8]) { numbers[path] = nil }

    /// The next file; nil when there is none.
    mutating func next() -> File? {
        while head < files.count {
            let (number, file) = files[head]
            head += 1
            if head > 1024, head * 2 > files.count {
                files.removeFirst(head)
                head = 0
            }
            guard numbers[file.path] == number else { continue }
            numbers[file.path] = nil
            return file
        }
        files = []
        head = 0
        return nil
    }
}
