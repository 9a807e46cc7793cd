@_spi(_Unicode) import Swift

/// Brings text into the form in which it is stored: Unicode normal form C, no control characters, white space folded.
///
/// Directional overrides and embeddings go as control characters do, since they could act on a terminal; the marks that
/// Arabic, Hebrew, Persian and Indic spelling needs (LRM, RLM, ZWNJ, ZWJ) stay. Soft hyphens, zero-width spaces and byte
/// order marks go. Normal form C is Unicode Standard Annex 15, by the Swift standard library's tables.
package enum TextNormalizer {
    /// What becomes of white space.
    package enum Spacing {
        /// Every run of white space, line ends included, becomes one space.
        case folded
        /// Lines stay, without white space at their ends; tabs and runs of spaces stay; other spaces become plain ones.
        case lines
    }

    /// The stored form of UTF-8 text, without white space at either end. Ill-formed sequences become U+FFFD.
    package static func normalized(_ utf8: UnsafeBufferPointer<UInt8>, _ spacing: Spacing = .folded) -> [UInt8] {
        var cleaned = Cleaner(capacity: utf8.count, spacing: spacing)
        var index = 0
        while index < utf8.count {
            let byte = utf8[index]
            if byte < 0x80 {
                cleaned.take(ascii: byte)
                index += 1
                continue
            }
            let length = UTF8Repair.step(utf8, at: index)
            guard length > 0 else {
                cleaned.take(scalar: 0xFFFD, bytes: UnsafeBufferPointer(rebasing: utf8[index..<index]))
                index -= length
                continue
            }
            let sequence = UnsafeBufferPointer(rebasing: utf8[index..<index + length])
            cleaned.take(scalar: value(of: sequence), bytes: sequence)
            index += length
        }
        return cleaned.finish()
    }

    /// The stored form of a text as a string.
    package static func normalized(_ text: String, _ spacing: Spacing = .folded) -> String {
        var text = text
        return text.withUTF8 { String(decoding: normalized($0, spacing), as: UTF8.self) }
    }

    /// A text without the marks that only say in which direction it runs (LRM, RLM, ALM): a name or a headline stands by itself, and two that
    /// differ in them are the same.
    package static func withoutDirectionMarks(_ text: String) -> String {
        // Both U+200E and U+200F begin with E2 80, U+061C is D8 9C.
        guard text.utf8.contains(where: { $0 == 0xE2 || $0 == 0xD8 }) else { return text }
        let isMark = { (scalar: Unicode.Scalar) in
            scalar.value == 0x200E || scalar.value == 0x200F || scalar.value == 0x61C
        }
        guard text.unicodeScalars.contains(where: isMark) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isMark($0) }))
    }

    private static func value(of sequence: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let first = UInt32(sequence[0])
        var value: UInt32 =
            switch sequence.count {
            case 2: first & 0x1F
            case 3: first & 0x0F
            default: first & 0x07
            }
        for byte in sequence.dropFirst() { value = value << 6 | UInt32(byte & 0x3F) }
        return value
    }

    /// Collects the output and knows whether normal form C still has to be made.
    private struct Cleaner {
        private var output: [UInt8] = []
        private let spacing: Spacing
        private var pendingSpace = false
        private var mayCompose = false

        init(capacity: Int, spacing: Spacing) {
            output.reserveCapacity(capacity)
            self.spacing = spacing
        }

        mutating func take(ascii byte: UInt8) {
            switch byte {
            case 0x21...0x7E:
                flushSpace()
                output.append(byte)
            case 0x20: space()
            case 0x09: spacing == .lines ? output.append(byte) : space()
            case 0x0A: spacing == .lines ? newLine() : space()
            // A form feed or vertical tab parts words; a carriage return does where no line feed follows.
            case 0x0B, 0x0C, 0x0D: space()
            default: break
            }
        }

        mutating func take(scalar: UInt32, bytes: UnsafeBufferPointer<UInt8>) {
            switch scalar {
            case 0x85, 0x2028, 0x2029: spacing == .lines ? newLine() : space()
            case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: space()
            case 0x80..<0xA0, 0xAD, 0x200B, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xFDD0...0xFDEF:
                break
            case 0xFFFD:
                flushSpace()
                output.append(contentsOf: [0xEF, 0xBF, 0xBD])
            default:
                if scalar & 0xFFFE == 0xFFFE || (0xE0000...0xE007F).contains(scalar) { break }
                flushSpace()
                if !Self.isSafe(scalar) { mayCompose = true }
                output.append(contentsOf: bytes)
            }
        }

        mutating func finish() -> [UInt8] {
            while let last = output.last, last == 0x20 || last == 0x0A || last == 0x09 { output.removeLast() }
            var start = 0
            while start < output.count, output[start] == 0x0A || (spacing == .folded && output[start] == 0x20) {
                start += 1
            }
            if start > 0 { output.removeFirst(start) }
            guard mayCompose else { return output }
            var composed: [UInt8] = []
            composed.reserveCapacity(output.count)
            for scalar in Self.withoutLongRunsOfMarks(String(decoding: output, as: UTF8.self))._nfc {
                composed.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
            return composed
        }

        /// Combining marks that one letter may have; no language needs as many (Unicode Standard Annex #15, "Stream-Safe Text Format").
        /// To put a run of them in order takes the square of its length.
        private static let mostMarks = 30

        private static func withoutLongRunsOfMarks(_ text: String) -> String {
            var run = 0
            func isKept(_ scalar: Unicode.Scalar) -> Bool {
                let isMark = scalar.value >= 0x300 && scalar.properties.canonicalCombiningClass != .notReordered
                run = isMark ? run + 1 : 0
                return run <= mostMarks
            }
            guard !text.unicodeScalars.allSatisfy(isKept) else { return text }
            run = 0
            return String(String.UnicodeScalarView(text.unicodeScalars.filter(isKept)))
        }

        private mutating func space() {
            if spacing == .lines { output.append(0x20) } else { pendingSpace = !output.isEmpty }
        }

        private mutating func newLine() {
            while let last = output.last, last == 0x20 || last == 0x09 { output.removeLast() }
            output.append(0x0A)
        }

        private mutating func flushSpace() {
            guard pendingSpace else { return }
            output.append(0x20)
            pendingSpace = false
        }

        /// Whether the scalar neither changes under normal form C nor joins with what stands beside it. Blocks are
        /// listed only where all of their letters are such; anything else takes the slow way, which is always right.
        private static func isSafe(_ scalar: UInt32) -> Bool {
            switch scalar {
            case 0..<0x300, 0x38E...0x482, 0x48A...0x52F, 0x5D0...0x5EA, 0x620...0x64A, 0x2010...0x205E,
                0x20A0...0x20C0,
                0x3001...0x3029, 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC, 0x3400...0x4DBF, 0x4E00...0x9FFF,
                0xAC00...0xD7A3, 0xFF01...0xFF60, 0x1F300...0x1F64F:
                true
            default: false
            }
        }
    }
}
