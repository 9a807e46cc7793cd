import NewsModel

/// A page, saved from the web: HTML as browsers read it, or a fragment of it.
enum HTMLFormat: FormatReader {
    static let format = Format.html

    static func recognises(_ sample: FormatSample) -> Bool {
        if sample.opens(with: "<!doctype html") || sample.opens(with: "<html") { return true }
        if sample.count(ofTag: "<html", upTo: 1) > 0 || sample.count(ofTag: "<body", upTo: 1) > 0 { return true }
        let tags: [StaticString] = [
            "<p", "<div", "<article", "<head", "<meta", "<h1", "<h2", "<section", "<title", "<span", "<br", "<a",
        ]
        let found = tags.reduce(0) { $0 + sample.count(ofTag: $1, upTo: 3) }
        if ["html", "htm", "xhtml", "xht", "shtml"].contains(sample.ending) { return found > 0 }
        if ["md", "markdown", "mkd", "txt"].contains(sample.ending) { return sample.text.first == 0x3C && found >= 4 }
        return sample.text.first == 0x3C ? found >= 1 : found >= 6
    }

    static func read(_ bytes: UnsafeBufferPointer<UInt8>, in context: ReadingContext) throws {
        if context.explains { for line in try HTMLReader.explain(bytes) { try context.emit(.explanation(line)) } }
        try context.article(HTMLReader.read(bytes, charset: context.hint.charset))
    }
}
