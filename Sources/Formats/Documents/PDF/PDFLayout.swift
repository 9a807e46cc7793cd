import Bytes
import Markup
import NewsModel

/// The lines of a PDF in reading order with their places and sizes.
struct PDFLayout {
    /// Fewer words than these on all pages are a stamp on a scan.
    static let fewestWords = 5
    /// Lines of one file; a book has some 20,000.
    private static let mostLines = 500_000

    /// A line of words.
    struct Line {
        var text: String
        var page: Int
        /// Running number of its block.
        var block: Int
        /// Points from the left and the top of the page.
        var left: Double
        var right: Double
        var top: Double
        var bottom: Double
        /// The height of its words in points, which goes with the size of the type.
        var height: Double
    }

    private(set) var lines: [Line] = []
    private(set) var pageCount = 0
    private(set) var wordCount = 0
    /// Heights of the pages in points.
    private(set) var pageHeights: [Double] = []
    /// What the document says of itself.
    private(set) var title: String?
    private(set) var facts: [String: String] = [:]

    /// Reads what `pdftotext -bbox-layout` writes.
    ///
    /// - Throws: `.limitExceeded` for more lines than a book has; what `XMLReader` throws.
    init(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        let reader = XMLReader(ByteInput(BytesInMemory(bytes)))
        var words: [(text: String, box: Box)] = []
        var block = 0
        var isWord = false
        var isTitle = false
        var text: [UInt8] = []
        var box = Box()
        while let event = try reader.next() {
            switch event {
            case .open(let tag):
                switch tag.name.local {
                case "page":
                    pageCount += 1
                    pageHeights.append(tag.attribute("height").flatMap { Double($0) } ?? 0)
                case "block": block += 1
                case "word": (isWord, text, box) = (true, [], Box(tag))
                case "title": (isTitle, text) = (true, [])
                case "meta":
                    if let name = tag.attribute("name"), facts.count < 32 {
                        facts[name] = tag.attribute("content").map { TextNormalizer.normalized($0) }
                    }
                default: break
                }
            case .text: if isWord || isTitle { text += reader.text }
            case .close(let name):
                switch name.local {
                case "word":
                    isWord = false
                    let word = text.withUnsafeBufferPointer {
                        String(decoding: TextNormalizer.normalized($0), as: UTF8.self)
                    }
                    if !word.isEmpty { words.append((word, box)) }
                case "title":
                    isTitle = false
                    let line = TextNormalizer.normalized(String(decoding: text, as: UTF8.self))
                    if !line.isEmpty { title = line }
                case "line":
                    take(words, block: block)
                    words = []
                    guard lines.count <= Self.mostLines else {
                        throw ReadingFailure(.limitExceeded, "The PDF has more than \(Self.mostLines) lines.")
                    }
                default: break
                }
            }
        }
    }

    private struct Box {
        var left = 0.0
        var top = 0.0
        var right = 0.0
        var bottom = 0.0

        init() {}

        init(_ tag: XMLTag) {
            func number(_ name: String) -> Double {
                tag.attribute(name).flatMap { Double($0) }.flatMap { $0.isFinite ? $0 : nil } ?? 0
            }
            (left, top, right, bottom) = (number("xMin"), number("yMin"), number("xMax"), number("yMax"))
        }
    }

    private mutating func take(_ words: [(text: String, box: Box)], block: Int) {
        guard let first = words.first else { return }
        wordCount += words.count
        let heights = words.map { $0.box.bottom - $0.box.top }.sorted()
        var line = Line(
            text: words.map(\.text).joined(separator: " "), page: pageCount, block: block, left: first.box.left,
            right: first.box.right, top: first.box.top, bottom: first.box.bottom, height: heights[heights.count / 2])
        for word in words {
            line.left = min(line.left, word.box.left)
            line.right = max(line.right, word.box.right)
            line.top = min(line.top, word.box.top)
            line.bottom = max(line.bottom, word.box.bottom)
        }
        lines.append(line)
    }
}
