import Bytes
import NewsModel

/// Goes through a tar archive once, from its start to its end.
final class TarReader {
    /// Bytes of a pax header or a long name: more than PATH_MAX and all attributes that any program writes.
    private static let attributeBytes = 1 << 20
    /// Bytes that are searched for the next header behind a place of damage.
    private static let searchedBytes = 1 << 30

    private let input: ByteInput
    private let context: ReadingContext
    private var names = ContainerNames()
    private var nextName: [UInt8]?
    private var nextSize: Int?

    init(_ input: ByteInput, _ context: ReadingContext) {
        self.input = input
        self.context = context
    }

    func read() throws {
        while try input.fill(TarHeader.bytes) >= TarHeader.bytes {
            let block = UnsafeBufferPointer(rebasing: input.buffered[..<TarHeader.bytes])
            guard let header = TarHeader(block) else {
                let isEnd = block.allSatisfy { $0 == 0 }
                input.consume(TarHeader.bytes)
                // Behind the end, another archive may have been appended (tar -A keeps the blocks of zeros).
                if !isEnd { try findHeader() }
                continue
            }
            let type = block[156]
            input.consume(TarHeader.bytes)
            try read(header, type: type)
        }
        let rest = input.buffered
        if !rest.isEmpty, rest.contains(where: { $0 != 0 }) { try cutOff() }
    }

    private func read(_ header: TarHeader, type: UInt8) throws {
        var size = TarHeader.hasContent(type) ? header.size : 0
        switch header.kind {
        case .longName:
            nextName = Array(try attributes(size).prefix { $0 != 0 })
        case .attributes(let isGlobal):
            take(try attributes(size), isGlobal: isGlobal)
        case .file:
            size = nextSize ?? size
            let name = FileName(bytes: nextName ?? header.name)
            (nextName, nextSize) = (nil, nil)
            try member(name, size: size)
        case .sparse:
            let name = names.unique(FileName(bytes: nextName ?? header.name))
            try context.memberFailed(
                ReadingFailure(.unknownFormat, "It is a sparse file, which is not read from a tar archive."),
                member: name)
            fallthrough
        case .other:
            if nextSize != nil { size = nextSize ?? size }
            (nextName, nextSize) = (nil, nil)
            try pass(size)
        }
    }

    private func member(_ name: FileName, size: Int) throws {
        guard !Illustrations.passesOver(name) else {
            try context.passOver()
            return try pass(size)
        }
        // Peeked at before a name is noted: a picture without an ending is none of ours either.
        try input.fill(min(size, 16))
        guard size > 0, Illustrations.passesOver(UnsafeBufferPointer(rebasing: input.buffered.prefix(size))) else {
            let shortage = ReadingFailure(
                .truncated, "The tar archive ends in the middle of this file: it was cut off.")
            let content = BoundedStream(input, count: size, shortage: shortage)
            try context.member(
                names.unique(name), ByteInput(content), hint: ReadingHint(name: name))
            try? content.finish()
            return try padding(size)
        }
        try context.passOver()
        try pass(size)
    }

    /// Passes over content and its padding.
    private func pass(_ size: Int) throws {
        guard try input.skip(size) == size else { return try cutOff() }
        try padding(size)
    }

    private func padding(_ size: Int) throws {
        let used = size % TarHeader.bytes
        if used > 0 { try input.skip(TarHeader.bytes - used) }
    }

    private func attributes(_ size: Int) throws -> [UInt8] {
        guard size <= Self.attributeBytes else {
            throw ReadingFailure(.limitExceeded, "A header of the tar archive claims \(size) bytes of attributes.")
        }
        let count = min(size, try input.fill(size))
        let bytes = Array(input.buffered[..<count])
        input.consume(count)
        if count < size { try cutOff() }
        try padding(size)
        return bytes
    }

    /// The pax records `length key=value\n` that matter: path and size.
    private func take(_ bytes: [UInt8], isGlobal: Bool) {
        var rest = bytes[...]
        while let blank = rest.firstIndex(of: 0x20), let length = Int(String(decoding: rest[..<blank], as: UTF8.self)),
            length > blank - rest.startIndex + 1, length <= rest.count
        {
            let record = rest[(blank + 1)..<(rest.startIndex + length - 1)]
            rest = rest[(rest.startIndex + length)...]
            guard let equals = record.firstIndex(of: 0x3D), !isGlobal else { continue }
            let value = record[(equals + 1)...]
            switch String(decoding: record[..<equals], as: UTF8.self) {
            case "path": nextName = Array(value)
            case "size": nextSize = Int(String(decoding: value, as: UTF8.self)).flatMap { $0 >= 0 ? $0 : nil }
            default: break
            }
        }
    }

    /// Goes on at the next block that is a header.
    private func findHeader() throws {
        try context.memberFailed(
            ReadingFailure(.malformed, "A header of the tar archive is damaged; what it described is not read."),
            member: "#damage-\(input.offset - TarHeader.bytes)")
        let begin = input.offset
        while try input.fill(TarHeader.bytes) >= TarHeader.bytes, input.offset - begin < Self.searchedBytes {
            if TarHeader(UnsafeBufferPointer(rebasing: input.buffered[..<TarHeader.bytes])) != nil { return }
            input.consume(TarHeader.bytes)
        }
    }

    private func cutOff() throws {
        try context.memberFailed(
            ReadingFailure(.truncated, "The tar archive ends in the middle: it was cut off."), member: "#end")
    }
}
