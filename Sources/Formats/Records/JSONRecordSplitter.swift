import Bytes
import Markup
import NewsModel

/// Cuts JSON into its records in passing: objects one a line (JSON Lines) or one after the other, the objects of an array, or those
/// of an array within one outer object (`{"articles": [...]}`).
///
/// One record at a time is in memory. What stands between records is passed over, but for a line of JSON Lines that begins no
/// record: it comes as a record without bytes. The splitter looks at brackets and strings only;
/// a record that is damaged within ends where its brackets or its line say.
struct JSONRecordSplitter {
    /// One record.
    struct Record {
        var bytes: [UInt8]
        /// False where the input, or the line of a JSON Lines file, ended within it.
        var isComplete: Bool
        /// False where it was longer than is read; `bytes` is empty then.
        var isWhole = true
    }

    /// Keys of an outer object whose arrays hold the records; empty to take an outer object as a record.
    var wrapperKeys: Set<String> = []
    /// Keys of an outer object whose objects may hold the array of the records (`{"response": {"docs": [...]}}`).
    var innerWrapperKeys: Set<String> = []
    /// Whether each record stands on lines of its own: a damaged one then ends at its line, and the next line is read again.
    var hasLines = false
    /// Whether records are passed over, to get at what stands around them.
    var isSkipping = false
    /// The other members of the outer object so far: their strings, numbers and small objects.
    private(set) var wrapper = JSONValue.object([])

    /// Bytes of the values of all other members of an outer object that are kept, and how many; a feed says some ten things of itself.
    private static let wrapperBytes = 1 << 20
    private static let mostWrapperMembers = 1_000

    private let input: ByteInput
    private let recordBytes: Int
    /// Arrays and objects that are open around the records.
    private var isInWrapper = false
    private var isInRecords = false
    private var keptBytes = 0

    /// A splitter of UTF-8.
    ///
    /// - Parameter recordBytes: bytes of the longest record that is handed out.
    init(_ input: ByteInput, recordBytes: Int) {
        self.input = input
        self.recordBytes = recordBytes
    }

    /// The next record; nil at the end.
    mutating func next() throws -> Record? {
        while try input.fill(1) > 0 {
            if hasLines, isStray(input.buffered[0]) {
                try passLine()
                return Record(bytes: [], isComplete: true)
            }
            switch input.buffered[0] {
            case UInt8(ascii: "{"):
                if !wrapperKeys.isEmpty, !isInWrapper, !isInRecords {
                    isInWrapper = true
                    input.consume(1)
                    continue
                }
                if isInWrapper, !isInRecords {
                    // An object without a key: damaged.
                    _ = try value(keeping: false)
                    continue
                }
                let record = try value(keeping: !isSkipping)
                return record
            case UInt8(ascii: "\""):
                guard isInWrapper, !isInRecords else {
                    _ = try value(keeping: false)
                    continue
                }
                if try member() { isInRecords = true }
            case UInt8(ascii: "]"):
                if isInRecords, isInWrapper { isInRecords = false }
                input.consume(1)
            case UInt8(ascii: "}"):
                // Of an inner object too: what stands behind it is not read.
                isInWrapper = isInWrapper && !innerWrapperKeys.isEmpty
                input.consume(1)
            default:
                input.consume(1)
            }
        }
        return nil
    }

    /// Whether a byte between two records begins a line that holds none.
    private func isStray(_ byte: UInt8) -> Bool {
        byte > 0x20
            && ![UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ",")]
                .contains(byte)
    }

    private func passLine() throws {
        while try input.fill(1) > 0 {
            let window = input.buffered
            guard let end = window.firstIndex(of: 0x0A) else {
                input.consume(window.count)
                continue
            }
            input.consume(end - window.startIndex)
            return
        }
    }

    /// Reads a member of the outer object; true where it is the array of the records, which is open then.
    private mutating func member() throws -> Bool {
        let key = try value(keeping: true).bytes.withUnsafeBufferPointer {
            String(decoding: $0.dropFirst().dropLast(), as: UTF8.self)
        }
        while try input.fill(1) > 0, let byte = input.buffered.first, byte <= 0x20 || byte == UInt8(ascii: ":") {
            input.consume(1)
        }
        guard try input.fill(1) > 0 else { return false }
        if input.buffered[0] == UInt8(ascii: "["), wrapperKeys.contains(key.lowercased()) {
            input.consume(1)
            return true
        }
        if input.buffered[0] == UInt8(ascii: "{"), innerWrapperKeys.contains(key.lowercased()) {
            input.consume(1)
            return false
        }
        let found = try value(keeping: keptBytes < Self.wrapperBytes)
        keptBytes += found.bytes.count
        if keptBytes <= Self.wrapperBytes, case .object(var members) = wrapper,
            members.count < Self.mostWrapperMembers
        {
            let parsed = (Array("[".utf8) + found.bytes + Array("]".utf8)).withUnsafeBufferPointer {
                JSONReader.read($0).first
            }
            if case .array(let values) = parsed, let first = values.first {
                members.append(JSONValue.Member(key: key, value: first))
                wrapper = .object(members)
            }
        }
        return false
    }

    /// Takes a value: a string, an object or array up to its closing bracket, or a word.
    private mutating func value(keeping: Bool) throws -> Record {
        var bytes: [UInt8] = []
        var depth = 0
        var inString = false
        var isEscaped = false
        var isWhole = true
        var isDamaged = false
        var previous: UInt8 = 0
        let isWord = ![UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\"")].contains(input.buffered[0])
        while try input.fill(1) > 0 {
            let window = input.buffered
            var index = 0
            var isDone = false
            scan: while index < window.count {
                let byte = window[index]
                // No string holds a line feed, and no record begins a line within another.
                if hasLines, inString ? byte == 0x0A : depth > 0 && byte == UInt8(ascii: "{") && previous == 0x0A {
                    isDamaged = true
                    isDone = true
                    break scan
                }
                previous = byte
                if inString {
                    index += 1
                    if isEscaped {
                        isEscaped = false
                    } else if byte == UInt8(ascii: "\\") {
                        isEscaped = true
                    } else if byte == UInt8(ascii: "\"") {
                        inString = false
                        if depth == 0 {
                            isDone = true
                            break scan
                        }
                    }
                    continue
                }
                switch byte {
                case UInt8(ascii: "\""): inString = true
                case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
                case UInt8(ascii: "}"), UInt8(ascii: "]"):
                    if isWord {
                        isDone = true
                        break scan
                    }
                    depth -= 1
                    if depth == 0 {
                        index += 1
                        isDone = true
                        break scan
                    }
                case UInt8(ascii: ","), 0x0A, 0x0D:
                    if isWord {
                        isDone = true
                        break scan
                    }
                default: break
                }
                index += 1
            }
            if keeping, isWhole {
                if bytes.count + index <= recordBytes {
                    bytes.append(contentsOf: window[..<index])
                } else {
                    isWhole = false
                    bytes = []
                }
            }
            input.consume(index)
            if isDone { return Record(bytes: bytes, isComplete: !isDamaged, isWhole: isWhole) }
        }
        return Record(bytes: bytes, isComplete: isWord, isWhole: isWhole)
    }
}
