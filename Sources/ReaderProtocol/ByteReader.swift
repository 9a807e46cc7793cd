/// Takes a payload apart; every length is checked against what is there and against its limit before anything is made of it.
struct ByteReader {
    private var bytes: UnsafeRawBufferPointer
    private var position = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    private var remaining: Int { bytes.count - position }

    mutating func integer<Value: FixedWidthInteger>(_: Value.Type = Value.self) throws(StreamError) -> Value {
        let size = MemoryLayout<Value>.size
        guard remaining >= size else { throw .endsEarly }
        let value = bytes.loadUnaligned(fromByteOffset: position, as: Value.self)
        position += size
        return Value(littleEndian: value)
    }

    mutating func double(_ what: String) throws(StreamError) -> Double {
        let value = Double(bitPattern: try integer())
        guard value.isFinite else { throw .invalid(what: what) }
        return value
    }

    mutating func flag(_ what: String) throws(StreamError) -> Bool {
        switch try integer(UInt8.self) {
        case 0: false
        case 1: true
        default: throw .invalid(what: what)
        }
    }

    mutating func text(_ what: String, limit: Int = StreamLimits.textBytes) throws(StreamError) -> String {
        let count = Int(try integer(UInt32.self))
        guard count <= limit else { throw .tooLong(what: what, count: count) }
        guard remaining >= count else { throw .endsEarly }
        let slice = UnsafeRawBufferPointer(rebasing: bytes[position..<position + count])
        guard let text = String(validating: slice, as: UTF8.self) else { throw .notUTF8(what: what) }
        position += count
        return text
    }

    mutating func optionalText(_ what: String) throws(StreamError) -> String? {
        try flag(what) ? try text(what) : nil
    }

    /// What is left of the payload.
    mutating func rest() -> [UInt8] {
        defer { position = bytes.count }
        return Array(bytes[position...])
    }

    mutating func list<Element>(
        _ what: String, _ read: (inout ByteReader) throws(StreamError) -> Element
    ) throws(StreamError) -> [Element] {
        let count = Int(try integer(UInt32.self))
        guard count <= StreamLimits.listEntries else { throw .tooLong(what: what, count: count) }
        // Each element takes a byte at least, so that a count alone cannot make us reserve memory.
        guard count <= remaining else { throw .endsEarly }
        var elements: [Element] = []
        elements.reserveCapacity(min(count, 256))
        for _ in 0..<count { elements.append(try read(&self)) }
        return elements
    }

    func finish() throws(StreamError) {
        guard remaining == 0 else { throw .trailingBytes(remaining) }
    }
}
