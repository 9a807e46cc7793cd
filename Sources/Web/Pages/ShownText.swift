import ArticleQuery
import LinuxSystem
import NewsModel

/// Texts as pages show them.
enum ShownText {
    /// Code points of a headline in a list, and of one at the head of a page: more is no headline.
    static let inList = 300
    static let atHead = 1_000

    /// A text cut at a number of code points.
    static func cut(_ text: String, _ most: Int) -> String {
        let scalars = text.unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: most, limitedBy: scalars.endIndex),
            end != scalars.endIndex
        else { return text }
        return String(scalars[..<end]) + "…"
    }

    /// A headline for the head of a page.
    static func headline(_ text: String?) -> String { text.map { cut($0, atHead) } ?? "(no headline)" }

    /// A text in pieces, some of them marked.
    ///
    /// - Parameter highlights: ranges of its UTF-8 bytes, in order and apart.
    static func pieces(_ text: String, _ highlights: [Range<Int>]) -> [PageModel] {
        let bytes = Array(text.utf8)
        var pieces: [PageModel] = []
        var place = 0
        func add(_ end: Int, _ isMarked: Bool) {
            guard place < end else { return }
            pieces.append(["text": String(decoding: bytes[place..<end], as: UTF8.self), "isMarked": isMarked])
            place = end
        }
        for highlight in highlights where highlight.lowerBound >= place && highlight.upperBound <= bytes.count {
            add(highlight.lowerBound, false)
            add(highlight.upperBound, true)
        }
        add(bytes.count, false)
        return pieces
    }

    /// A time as precise as its source: `2024-05-03 14:05`.
    static func time(_ time: NewsTime) -> String {
        let parts = time.description.split(separator: "T", maxSplits: 1)
        guard parts.count == 2 else { return time.description }
        return parts[0] + " " + parts[1].prefix(5)
    }

    /// A part of a whole.
    static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

    /// A part of a whole that may be small: `0.4 %`, and `3 %` from there.
    static func share(_ share: Double) -> String {
        let tenths = Int((share * 1_000).rounded())
        return tenths < 100 && tenths > 0 ? "\(tenths / 10).\(tenths % 10) %" : percent(share)
    }

    /// A number with its digits in groups.
    static func number(_ value: some BinaryInteger) -> String {
        let digits = Array(String(value))
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3), digits[index - 1] != "-" { text += "," }
            text.append(digit)
        }
        return text
    }

    /// A number of things.
    static func count(_ value: some BinaryInteger, _ one: String, _ many: String) -> String {
        "\(number(value)) \(value == 1 ? one : many)"
    }
}

extension SearchHit {
    /// What the list of hits shows of it.
    ///
    /// - Parameter copies: how many copies of it are folded under it.
    func model(copies: Int) -> PageModel {
        var model = article.model
        if let headline = article.headline, !headline.isEmpty {
            let shown = ShownText.cut(headline, ShownText.inList)
            model["headline"] = ShownText.pieces(shown, headlineHighlights)
        }
        if copies > 0 { model["copies"] = copies == 1 ? "1 copy" : "\(copies) copies" }
        if let snippet {
            var pieces: [PageModel] = snippet.pieces.map { ["text": String($0.text), "isMarked": $0.isHighlighted] }
            if snippet.isCutBefore { pieces.insert(["text": "… ", "isMarked": false], at: 0) }
            if snippet.isCutAfter { pieces.append(["text": " …", "isMarked": false]) }
            model["snippet"] = pieces
            model["hasSnippet"] = true
        }
        return model
    }
}

extension ArticleSummary {
    /// What lists show of it.
    var model: PageModel {
        var model: PageModel = [
            "id": id.description, "language": language ?? "und",
            "headline": ShownText.pieces(ShownText.cut(headline ?? "(no headline)", ShownText.inList), []),
            "hasSnippet": false,
        ]
        if let outlet { model["outlet"] = ShownText.cut(outlet, ShownText.inList) }
        if !authors.isEmpty { model["authors"] = ShownText.cut(authors.joined(separator: ", "), ShownText.inList) }
        model["time"] = published?.description ?? String(LocalTime.minute(milliseconds: sortTime).prefix(10))
        model["shownTime"] =
            published.map { ShownText.time($0) } ?? "received \(LocalTime.minute(milliseconds: sortTime))"
        if isWithdrawn {
            model["standing"] = "withdrawn"
        } else if let embargo {
            model["standing"] = "embargo until \(ShownText.time(embargo))"
        }
        return model
    }
}
