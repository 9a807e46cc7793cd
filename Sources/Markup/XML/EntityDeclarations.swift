import Bytes
import NewsModel

/// The entities that a document type declares (XML 1.0, 4.2), looked at only for what they would come to if they were expanded.
///
/// Nothing is ever expanded here. A document whose entities stand for one another a million times over was made to break whoever
/// reads it ("billion laughs", CVE-2003-1564): what is left of it as text is no article either.
package struct EntityDeclarations {
    /// Bytes of a declaration that are looked at; the value of a longer one counts as far as that.
    private static let declarationBytes = 4_096
    /// Entities within one another. DocBook's own modules, the deepest that are in use, come to 8.
    private static let depth = 16

    private var values: [String: UnsafeBufferPointer<UInt8>] = [:]
    /// What is known: bytes, and how many entities stand within one another there.
    private var known: [String: (size: Int, levels: Int)] = [:]

    /// Checks the declarations within a document type.
    ///
    /// - Parameter limit: bytes that one entity may come to.
    /// - Throws: `.limitExceeded`.
    package static func check(_ documentType: UnsafeBufferPointer<UInt8>, limit: Int) throws(ReadingFailure) {
        var declarations = EntityDeclarations(documentType)
        for name in declarations.values.keys {
            guard try declarations.measure(name, limit: limit, depth: 0).size <= limit else {
                throw ReadingFailure(
                    .limitExceeded,
                    "The document's entities stand for one another and come to more than \(limit) bytes, as only in bombs."
                )
            }
        }
    }

    /// Checks the document type that a file begins with, where it has one with declarations of its own.
    ///
    /// - Throws: `.limitExceeded`.
    package static func check(fileBeginningWith bytes: UnsafeBufferPointer<UInt8>) throws(ReadingFailure) {
        guard let start = documentType(in: bytes) else { return }
        try check(UnsafeBufferPointer(rebasing: bytes[start...]), limit: XMLLimits().expandedBytes)
    }

    /// The declarations in a document type, or in what begins with one: they end with the internal subset.
    private init(_ documentType: UnsafeBufferPointer<UInt8>) {
        let end = ByteSearch.find("]>", in: documentType, from: 0) ?? documentType.count
        let bytes = UnsafeBufferPointer(rebasing: documentType[..<end])
        var position = 0
        while let found = ByteSearch.find("<!ENTITY", in: bytes, from: position) {
            position = found + 8
            var scanner = XMLTagScanner(UnsafeBufferPointer(rebasing: bytes[position...].prefix(Self.declarationBytes)))
            scanner.skipSpace()
            var name = scanner.name()
            if name == "%" {
                scanner.skipSpace()
                name += scanner.name()
            }
            // The first declaration of a name binds.
            guard !name.isEmpty, values[name] == nil, let value = scanner.quoted() else { continue }
            values[name] = value
        }
    }

    /// What an entity comes to, `limit` and one byte more at most. Each is looked at once.
    private mutating func measure(
        _ name: String, limit: Int, depth: Int
    ) throws(ReadingFailure) -> (size: Int, levels: Int) {
        if let known = known[name] { return known }
        guard let value = values[name] else { return (0, 0) }
        // An entity that stands for itself comes here too.
        try Self.checkDepth(depth)
        var size = value.count
        var levels = 0
        var index = 0
        while index < value.count, size <= limit {
            defer { index += 1 }
            guard value[index] == UInt8(ascii: "&") || value[index] == UInt8(ascii: "%") else { continue }
            let rest = value[(index + 1)...].prefix(XMLReader.longestReference)
            guard let end = rest.firstIndex(of: UInt8(ascii: ";")), end > index + 1 else { continue }
            var inner = String(decoding: value[(index + 1)..<end], as: UTF8.self)
            if value[index] == UInt8(ascii: "%") { inner = "%" + inner }
            let part = try measure(inner, limit: limit, depth: depth + 1)
            size += part.size
            levels = max(levels, part.levels)
        }
        try Self.checkDepth(levels)
        known[name] = (min(size, limit + 1), levels + 1)
        return (min(size, limit + 1), levels + 1)
    }

    private static func checkDepth(_ depth: Int) throws(ReadingFailure) {
        guard depth < Self.depth else {
            throw ReadingFailure(
                .limitExceeded, "The document's entities stand for one another more than \(Self.depth) times over.")
        }
    }

    /// Where a document type begins that no tag stands before; nil where there is none.
    private static func documentType(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while index + 9 < bytes.count {
            guard bytes[index] == UInt8(ascii: "<") else {
                guard bytes[index] <= 0x20 else { return nil }
                index += 1
                continue
            }
            let rest = UnsafeBufferPointer(rebasing: bytes[index...])
            if rest[1] == UInt8(ascii: "?") {
                guard let end = ByteSearch.find("?>", in: bytes, from: index) else { return nil }
                index = end + 2
            } else if rest.starts(with: "<!--".utf8) {
                guard let end = ByteSearch.find("-->", in: bytes, from: index + 4) else { return nil }
                index = end + 3
            } else {
                let isDocumentType = zip(rest, "<!doctype".utf8).allSatisfy { ASCII.lowered($0) == $1 }
                return isDocumentType ? index : nil
            }
        }
        return nil
    }
}
