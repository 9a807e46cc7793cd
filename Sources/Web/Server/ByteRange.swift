/// The part of a file that a request asks for (RFC 9110, section 14).
enum ByteRange: Equatable {
    /// All of it: no part was asked for, or several, or what stands there is no range.
    case whole
    /// Some of its bytes.
    case part(Range<Int64>)
    /// Bytes that it does not have.
    case beyond

    /// - Parameters:
    ///   - header: the value of `Range`.
    ///   - size: bytes of the file.
    init(_ header: String?, size: Int64) {
        self = .whole
        guard let header, header.lowercased().hasPrefix("bytes=") else { return }
        let halves = header.dropFirst("bytes=".count).split(
            separator: "-", maxSplits: 1, omittingEmptySubsequences: false
        ).map { $0.filter { $0 != " " } }
        guard halves.count == 2, halves.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }) else { return }
        let (first, last) = (Int64(halves[0]), Int64(halves[1]))
        if halves[0].isEmpty {
            guard let last else { return }
            self = last == 0 || size == 0 ? .beyond : .part(max(0, size - last)..<size)
            return
        }
        // More digits than a number has are beyond any file.
        guard let first, first < size else {
            self = .beyond
            return
        }
        let end = halves[1].isEmpty ? size - 1 : min(size - 1, last ?? size - 1)
        if end >= first { self = .part(first..<(end + 1)) }
    }
}
