import Bytes
import NewsModel

/// The document type declaration: passed over but for the entities that it declares as plain text.
extension XMLReader {
    /// Passes over `<!DOCTYPE ...>`, or another declaration.
    func documentType() throws {
        let length = try lengthOfDeclaration()
        let bytes = UnsafeBufferPointer(rebasing: input.buffered[..<length])
        try EntityDeclarations.check(bytes, limit: limits.expandedBytes)
        var position = 0
        while let found = ByteSearch.find("<!ENTITY", in: bytes, from: position) {
            position = found + 8
            declareEntity(UnsafeBufferPointer(rebasing: bytes[position...]))
        }
        input.consume(length)
    }

    /// Notes `name "text"`. Parameter entities, external ones and those whose text holds a tag are left out: a
    /// reference to them stays as it is written, as does one to another entity within the text.
    private func declareEntity(_ bytes: UnsafeBufferPointer<UInt8>) {
        var scanner = XMLTagScanner(UnsafeBufferPointer(rebasing: bytes.prefix(2 * limits.entityBytes)))
        scanner.skipSpace()
        let name = scanner.name()
        guard !name.isEmpty, name.utf8.count <= Self.longestReference, entities.count < limits.entities,
            entities[name] == nil, let value = scanner.quoted(), value.count <= limits.entityBytes,
            !value.contains(UInt8(ascii: "<")), !value.contains(UInt8(ascii: "%"))
        else { return }
        // Only characters may be referred to in it: what it says of other entities would have to be read again.
        var text: [UInt8] = []
        let declared = entities
        entities = [:]
        let isRead = (try? resolve(value, into: &text)) != nil
        entities = declared
        if isRead { entities[name] = text }
    }

    /// The bytes of the declaration at hand up to and with its `>`, the internal subset in brackets included.
    private func lengthOfDeclaration() throws -> Int {
        var index = 2
        var quote: UInt8 = 0
        var depth = 0
        var isComment = false
        while true {
            let bytes = input.buffered
            while index < bytes.count {
                let byte = bytes[index]
                if isComment {
                    isComment = !(byte == UInt8(ascii: ">") && bytes[index - 1] == 0x2D && bytes[index - 2] == 0x2D)
                } else if quote != 0 {
                    if byte == quote { quote = 0 }
                } else {
                    switch byte {
                    case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
                    case UInt8(ascii: "["): depth += 1
                    case UInt8(ascii: "]"): depth -= 1
                    case UInt8(ascii: ">") where depth <= 0: return index + 1
                    case 0x2D:
                        isComment = index > 3 && bytes[index - 1] == 0x2D && bytes[index - 2] == UInt8(ascii: "!")
                    default: break
                    }
                }
                index += 1
            }
            guard bytes.count <= limits.tagBytes else {
                throw ReadingFailure(.limitExceeded, "The document type is longer than \(limits.tagBytes) bytes.")
            }
            guard try input.fill(bytes.count + 1) > bytes.count else {
                endedEarly = true
                return input.buffered.count
            }
        }
    }
}
