import NewsModel

/// A stretch of a page that a browser would set as one paragraph: text without a line break in it.
struct PageBlock {
    /// What it would be in a body.
    var kind: Paragraph.Kind
    /// The element that holds it.
    var element: Int32
    /// The first of its nodes.
    var first: Int32
    /// One past the last of its nodes.
    var end: Int32
    /// Letters, as `TextWeight` counts them.
    var letters: Int32 = 0
    /// Letters inside of links.
    var linked: Int32 = 0
    /// Letters in bold.
    var bold: Int32 = 0
    /// Commas and ends of sentences.
    var stops: Int32 = 0
    /// The last byte that matters; see `TextWeight.Measure`.
    var last: UInt8 = 0
    /// What the page says of the elements around it.
    var marks: PageMarks = []

    /// The share of linked letters.
    var linkDensity: Double { letters > 0 ? Double(linked) / Double(letters) : 0 }

    /// True when it ends like a sentence.
    var endsSentence: Bool {
        last == UInt8(ascii: ".") || last == UInt8(ascii: "!") || last == UInt8(ascii: "?") || last == UInt8(ascii: ":")
            || last == UInt8(ascii: ";")
    }

    /// True for text that reads like the running text of an article, whatever is around it.
    var isRunningText: Bool {
        guard kind != .heading, letters >= PageThresholds.runningText, linkDensity < PageThresholds.linkDensity else {
            return false
        }
        return endsSentence || stops >= 2 || letters >= PageThresholds.longText
    }
}
