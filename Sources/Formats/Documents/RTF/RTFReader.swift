import Bytes
import NewsModel

/// Reads RTF as a reader of text needs it: the words, their paragraphs, styles and sizes; pictures, objects and tables of fonts go by.
///
/// What is not known is passed over as the specification says: unknown words without effect, unknown destinations (`\*`) with all in them.
struct RTFReader {
    /// Groups within one another; Word writes some thirty.
    private static let deepestGroup = 512
    /// Bytes of the longest word of control.
    private static let longestWord = 32

    private(set) var builder: DocumentBuilder
    private(set) var facts = DocumentFacts()
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var state = RTFState()
    private var groups: [RTFState] = []
    private var documentCodePage = 1252
    private var codePages: [Int: Int] = [:]
    private var styles: [Int: String] = [:]
    private var font = 0
    private var style = 0
    /// Bytes that wait for their code page, and text that waits for its end.
    private var pending: [UInt8] = []
    private var collected: [UInt8] = []
    private var toSkip = 0
    private var highSurrogate: UInt32 = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, limits: ReadingLimits) {
        self.bytes = bytes
        builder = DocumentBuilder(limits)
    }

    /// Reads to the end.
    ///
    /// - Throws: `.limitExceeded`; `.truncated` where groups are open at the end.
    mutating func read() throws(ReadingFailure) {
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "{"): try open()
            case UInt8(ascii: "}"):
                try close()
                // What stands behind the end of the document is padding.
                if groups.isEmpty { return try finish() }
            case UInt8(ascii: "\\"): try control()
            case 0x0D, 0x0A, 0: break
            default: take(byte)
            }
        }
        try finish()
        guard groups.isEmpty else {
            throw ReadingFailure(.truncated, "The RTF ends within \(groups.count) groups: it was cut off.")
        }
    }

    private mutating func finish() throws(ReadingFailure) {
        flush()
        try builder.endParagraph(role)
    }

    // MARK: Groups

    private mutating func open() throws(ReadingFailure) {
        flush()
        guard groups.count < Self.deepestGroup else {
            throw ReadingFailure(
                .limitExceeded, "The RTF has more than \(Self.deepestGroup) groups within one another.")
        }
        groups.append(state)
        toSkip = 0
    }

    private mutating func close() throws(ReadingFailure) {
        flush()
        toSkip = 0
        guard let outer = groups.popLast() else { return }
        let inner = state.destination
        state = outer
        guard inner != outer.destination else { return }
        let text = String(decoding: collected, as: UTF8.self)
        switch inner {
        case .title: facts.title = facts.title ?? Self.line(text)
        case .author: facts.author = facts.author ?? Self.line(text)
        case .keywords:
            facts.keywords = text.split { $0 == "," || $0 == ";" }.map { $0.trimmingWhitespace() }.filter {
                !$0.isEmpty
            }
        case .fieldInstruction: beginLink(text)
        default: return
        }
        collected = []
    }

    private static func line(_ text: String) -> String? {
        let line = TextNormalizer.normalized(text)
        return line.isEmpty ? nil : line
    }

    /// `HYPERLINK "address"`: the result that follows is the text of a link.
    private mutating func beginLink(_ instruction: String) {
        guard let word = instruction.trimmingWhitespace().split(separator: " ").first, word.uppercased() == "HYPERLINK"
        else {
            return
        }
        let parts = instruction.split(separator: "\"", omittingEmptySubsequences: false)
        if parts.count > 2 { builder.beginLink(String(parts[1])) }
    }

    // MARK: Controls

    private mutating func control() throws(ReadingFailure) {
        guard position < bytes.count else { return }
        let byte = bytes[position]
        guard ASCII.isLetter(byte) else {
            position += 1
            return symbol(byte)
        }
        let start = position
        while position < bytes.count, ASCII.isLetter(bytes[position]), position - start < Self.longestWord {
            position += 1
        }
        let word = String(decoding: bytes[start..<position], as: UTF8.self)
        let number = parameter()
        if position < bytes.count, bytes[position] == 0x20 { position += 1 }
        try apply(word, number)
    }

    private mutating func parameter() -> Int? {
        var index = position
        let isNegative = index < bytes.count && bytes[index] == UInt8(ascii: "-")
        if isNegative { index += 1 }
        var value = 0
        let digits = index
        while index < bytes.count, ASCII.isDigit(bytes[index]), index - digits < 12 {
            value = value * 10 + Int(bytes[index] - 48)
            index += 1
        }
        guard index > digits else { return nil }
        position = index
        return isNegative ? -value : value
    }

    private mutating func symbol(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "'"):
            guard position + 1 < bytes.count, let high = ASCII.hexValue(bytes[position]),
                let low = ASCII.hexValue(bytes[position + 1])
            else { return }
            position += 2
            take(UInt8(high << 4 | low))
        case UInt8(ascii: "*"): state.destination = .skipped
        case UInt8(ascii: "~"): append("\u{A0}")
        case UInt8(ascii: "_"): append("\u{2011}")
        case UInt8(ascii: "-"): break
        case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): take(byte)
        case 0x0A, 0x0D: append("\n")
        default: break
        }
    }

    private mutating func apply(_ word: String, _ number: Int?) throws(ReadingFailure) {
        if let destination = Self.destinations[word] { return enter(destination) }
        if let character = Self.characters[word] { return append(character) }
        switch word {
        case "par", "sect", "page", "column": try endParagraph()
        case "cell", "nestcell": endCell()
        case "row", "nestrow": try endRow()
        case "pard":
            flush()
            (state.isListItem, state.style) = (false, 0)
        case "s":
            state.style = number ?? 0
            if state.destination == .styleSheet { style = number ?? 0 }
        case "ls", "pntext", "pnlvlblt": state.isListItem = true
        case "fs": setSize(number ?? 24)
        case "v": state.isHidden = number != 0
        case "deleted": state.isHidden = number != 0
        case "plain": (state.isHidden, state.halfPoints) = (false, 24)
        case "uc": state.fallbackBytes = max(0, min(number ?? 1, 16))
        case "u": takeUnicode(number ?? 0)
        case "f": setFont(number ?? 0)
        case "fcharset": if state.destination == .fontTable { codePages[font] = Self.codePage(ofCharset: number ?? 0) }
        case "cpg": if state.destination == .fontTable { codePages[font] = number ?? 0 }
        case "ansicpg": documentCodePage = number ?? 1252
        case "mac": documentCodePage = 10_000
        case "pc": documentCodePage = 437
        case "pca": documentCodePage = 850
        case "bin": position = min(bytes.count, position + max(0, number ?? 0))
        default: break
        }
    }

    private mutating func enter(_ destination: RTFState.Destination) {
        flush()
        // A destination that may be passed over is read where it is known.
        guard state.destination == .body || state.destination == .skipped && groups.last?.destination == .body else {
            return
        }
        state.destination = destination
        if destination != .skipped { collected = [] }
    }

    private mutating func setSize(_ halfPoints: Int) {
        flush()
        state.halfPoints = max(0, min(halfPoints, 4_000))
    }

    private mutating func setFont(_ number: Int) {
        flush()
        if state.destination == .fontTable { font = number } else { state.codePage = codePages[number] ?? 0 }
    }

    // MARK: Text

    private mutating func take(_ byte: UInt8) {
        if toSkip > 0 {
            toSkip -= 1
            return
        }
        guard state.destination != .skipped, !state.isHidden else { return }
        if state.destination == .styleSheet {
            // `{\s1 ... heading 1;}`
            if byte == UInt8(ascii: ";") {
                styles[style] = String(decoding: collected, as: UTF8.self).trimmingWhitespace().lowercased()
                collected = []
            } else {
                collected.append(byte)
            }
            return
        }
        guard state.destination != .fontTable else { return }
        pending.append(byte)
    }

    private mutating func takeUnicode(_ number: Int) {
        flush()
        toSkip = state.fallbackBytes
        let value = UInt32(truncatingIfNeeded: number < 0 ? number + 0x1_0000 : number)
        if (0xD800..<0xDC00).contains(value) {
            highSurrogate = value
            return
        }
        var scalar = value
        if (0xDC00..<0xE000).contains(value) {
            guard highSurrogate > 0 else { return }
            scalar = 0x1_0000 + (highSurrogate - 0xD800) << 10 + (value - 0xDC00)
        }
        highSurrogate = 0
        if let scalar = Unicode.Scalar(scalar) { append(String(scalar)) }
    }

    private mutating func append(_ text: String) {
        flush()
        guard !state.isHidden else { return }
        emit(Array(text.utf8))
    }

    /// Decodes the bytes that wait.
    private mutating func flush() {
        guard !pending.isEmpty else { return }
        let text: [UInt8]
        if pending.allSatisfy({ $0 < 0x80 }) {
            text = pending
        } else {
            let label = RTFCodePages.label(state.codePage > 0 ? state.codePage : documentCodePage)
            text = pending.withUnsafeBufferPointer { CharsetConverter.convert($0, from: label)?.utf8 } ?? pending
        }
        pending.removeAll(keepingCapacity: true)
        emit(text)
    }

    private mutating func emit(_ text: [UInt8]) {
        switch state.destination {
        case .body: builder.append(text, size: Double(state.halfPoints) / 2)
        case .title, .author, .keywords, .fieldInstruction: if collected.count < 4096 { collected += text }
        case .skipped, .fontTable, .styleSheet: break
        }
    }

    // MARK: Paragraphs and tables

    private mutating func endParagraph() throws(ReadingFailure) {
        flush()
        guard state.destination == .body else { return }
        try builder.endParagraph(role)
    }

    private mutating func endCell() {
        flush()
        if state.destination == .body { builder.append([0x09]) }
    }

    private mutating func endRow() throws(ReadingFailure) {
        flush()
        if state.destination == .body { try builder.endRow() }
    }

    private var role: DocumentBlock.Role {
        let name = styles[state.style] ?? ""
        if let role = DocumentStyle.role(name) { return role }
        return state.isListItem ? .listItem : .text
    }
}
