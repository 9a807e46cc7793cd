import Bytes
import NewsModel

extension Format {
    /// A zip archive (PKWARE APPNOTE 6.3.10) with its extensions for 64 bits; deflate, stored, bzip2, zstd and xz.
    ///
    /// The directory at its end tells the members; where that is missing, because the file was cut off, they are read one after the
    /// other from the start. Formats that are zip files with certain members (`FormatTable.packages`) are told by those.
    static let zip = Format(
        name: "zip", mediaTypes: ["application/zip"], endings: ["zip"], members: "file", isServed: false,
        form: .file(.signature, ZipFormat.recognises, .streamed(ZipFormat.read)))
}

/// Recognises and reads `Format.zip`.
enum ZipFormat {
    static func recognises(_ sample: FormatSample) -> Bool {
        let second = sample.has([0x50, 0x4B])
        return second
            && (sample.has([3, 4], at: 2) || sample.has([5, 6], at: 2)
                || sample.has([7, 8, 0x50, 0x4B, 3, 4], at: 2))
    }

    static func read(_ input: ByteInput, in context: ReadingContext) throws {
        if let source = input.source { return try read(source, in: context) }
        let bytes = try input.all(limit: context.limits.maximumBytes)
        try bytes.withUnsafeBufferPointer { try read(BytesInMemory($0), in: context) }
    }

    private static func read(_ source: any ByteSource, in context: ReadingContext) throws {
        guard let directory = try ZipDirectory(source, budget: context.budget) else {
            return try ZipSequence(ByteInput(source), context).read()
        }
        for package in context.formats.packages where try package.recognises(directory) {
            return try package.read(directory, context)
        }
        try UnreadFormats.check(package: directory)
        try readMembers(of: directory, in: context)
    }

    /// Hands every member back to the context but those that are passed over.
    ///
    /// - Parameter isWanted: tells by the name which members are read.
    static func readMembers(
        of directory: ZipDirectory, in context: ReadingContext, where isWanted: (FileName) -> Bool = { _ in true },
        hint: (FileName) -> ReadingHint = { ReadingHint(name: $0) }
    ) throws {
        var names = ContainerNames()
        try directory.forEachEntry { entry in
            guard !entry.isFolder else { return }
            guard isWanted(entry.name), !Illustrations.passesOver(entry.name) else { return try context.passOver() }
            let name = names.unique(entry.name)
            let input: ByteInput
            do {
                input = try directory.open(entry)
                try input.fill(16)
            } catch let failure as ReadingFailure where !context.budget.isUsedUp {
                try context.budget.countMember()
                return try context.memberFailed(failure, member: name)
            }
            guard !Illustrations.passesOver(input.buffered) else { return try context.passOver() }
            try context.member(name, input, hint: hint(entry.name))
        }
    }
}
