import Foundation

/// The parts of a form with files, as its bytes come (multipart/form-data, RFC 7578 and RFC 2046, section 5.1).
///
/// Holds no more than a line of a boundary and the head of a part, whatever the size of a file.
struct MultipartReader: Sendable {
    /// What was found.
    enum Event: Sendable, Equatable {
        /// A part begins.
        case part(Part)
        /// Bytes of the part.
        case bytes([UInt8])
        /// The part is whole.
        case end
    }

    /// A part of a form.
    struct Part: Sendable, Equatable {
        var name: String
        /// The file's name; nil for a field.
        var fileName: String?
    }

    /// Why bytes are no such form.
    enum Failure: Error, Equatable {
        case noBoundary
        case headTooLong
        case badHead
    }

    /// Bytes of a part's head.
    private static let mostHead = 8 << 10

    private enum Place { case before, head, body, behind }

    private let delimiter: [UInt8]
    private var place = Place.before
    private var pending: [UInt8]

    /// - Parameter contentType: the header of the request.
    /// - Throws: `Failure.noBoundary`.
    init(contentType: String) throws(Failure) {
        let parts = contentType.split(separator: ";").map { part in
            part.drop { $0 == " " }
        }
        guard parts.first?.lowercased() == "multipart/form-data",
            let parameter = parts.dropFirst().first(where: { $0.lowercased().hasPrefix("boundary=") })
        else { throw .noBoundary }
        var boundary = parameter.dropFirst("boundary=".count)
        while boundary.last == " " { boundary.removeLast() }
        if boundary.count > 1, boundary.hasPrefix("\""), boundary.hasSuffix("\"") {
            boundary = boundary.dropFirst().dropLast()
        }
        // RFC 2046: 1 to 70 characters.
        guard (1...70).contains(boundary.utf8.count) else { throw .noBoundary }
        delimiter = Array("\r\n--\(boundary)".utf8)
        // The first one may stand at the very beginning.
        pending = Array("\r\n".utf8)
    }

    /// Whether the last boundary was seen: without it the form was cut off.
    var isComplete: Bool { place == .behind }

    /// What more bytes bring.
    ///
    /// - Throws: `Failure`.
    mutating func read(_ bytes: some Sequence<UInt8>) throws(Failure) -> [Event] {
        pending += bytes
        var events: [Event] = []
        while try step(&events) {}
        return events
    }

    /// One step; false when more bytes are needed.
    private mutating func step(_ events: inout [Event]) throws(Failure) -> Bool {
        switch place {
        case .behind:
            pending = []
            return false
        case .before, .body:
            guard let start = Self.find(delimiter, in: pending) else {
                let kept = min(pending.count, delimiter.count - 1)
                give(pending.count - kept, &events)
                return false
            }
            // What follows the delimiter tells whether it is the last.
            guard start + delimiter.count + 2 <= pending.count else {
                give(start, &events)
                return false
            }
            give(start, &events)
            if place == .body { events.append(.end) }
            let next = Array(pending[delimiter.count..<(delimiter.count + 2)])
            pending.removeFirst(delimiter.count + 2)
            place = next == Array("--".utf8) ? .behind : .head
            return true
        case .head:
            guard let end = Self.find(Array("\r\n\r\n".utf8), in: pending) else {
                if pending.count > Self.mostHead { throw .headTooLong }
                return false
            }
            events.append(.part(try Self.part(pending[..<end])))
            pending.removeFirst(end + 4)
            place = .body
            return true
        }
    }

    /// Takes bytes from the front, as those of the part where one is open.
    private mutating func give(_ count: Int, _ events: inout [Event]) {
        guard count > 0 else { return }
        if place == .body { events.append(.bytes(Array(pending[..<count]))) }
        pending.removeFirst(count)
    }

    private static func find(_ pattern: [UInt8], in bytes: [UInt8]) -> Int? {
        guard let first = pattern.first, bytes.count >= pattern.count else { return nil }
        for start in 0...(bytes.count - pattern.count) where bytes[start] == first {
            if bytes[start..<(start + pattern.count)].elementsEqual(pattern) { return start }
        }
        return nil
    }

    private static func part(_ head: ArraySlice<UInt8>) throws(Failure) -> Part {
        for line in String(decoding: head, as: UTF8.self).split(separator: "\r\n") {
            let halves = line.split(separator: ":", maxSplits: 1)
            guard halves.count == 2, halves[0].lowercased() == "content-disposition" else { continue }
            guard let name = parameter("name", halves[1]) else { throw .badHead }
            return Part(name: name, fileName: parameter("filename", halves[1]))
        }
        throw .badHead
    }

    /// The value of a parameter in quotation marks, in which browsers write a mark as `%22` (WHATWG HTML, section 4.10.22.7).
    private static func parameter(_ name: String, _ text: Substring) -> String? {
        guard let range = text.range(of: "; \(name)=\"") ?? text.range(of: ";\(name)=\"") else { return nil }
        var value = ""
        var isEscaped = false
        for character in text[range.upperBound...].unicodeScalars {
            if isEscaped {
                value.unicodeScalars.append(character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == "\"" {
                return value.replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
            } else {
                value.unicodeScalars.append(character)
            }
        }
        return nil
    }
}
