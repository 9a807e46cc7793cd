/// A stretch between quotation marks within one paragraph, outermost marks only.
struct QuotedSpan {
    /// The words between the marks, by their places.
    var words: Range<Int>
    /// The place of the opening mark.
    var open: Int
    /// The place of the closing mark; the paragraph's end where none stands there.
    var close: Int
    /// Whether a closing mark stands there.
    var isClosed: Bool
    /// The place among the paragraphs of running text.
    var paragraph: Int
}

extension QuotedSpan {
    /// The outermost quoted spans of a paragraph.
    ///
    /// Straight marks say not whether they open: the white space around them does, so that one lost mark harms one span and not all
    /// that follow. A span ends with its paragraph.
    static func spans(in words: [QuotationWord], of range: Range<Int>, paragraph: Int, opensInwards: Bool)
        -> [QuotedSpan]
    {
        var spans: [QuotedSpan] = []
        var index = range.lowerBound
        while index < range.upperBound {
            guard words[index].kind == .quotationMark, let closers = closers(words, index, range, opensInwards) else {
                index += 1
                continue
            }
            let isSingle = closers == singleClosers
            var close: Int? = nil
            var place = index + 1
            var depth = 0
            let limit = isSingle ? min(range.upperBound, index + mostWordsInSingleMarks) : range.upperBound
            while place < limit {
                let word = words[place]
                if word.kind == .quotationMark {
                    if closers.contains(word.text), isClosing(words, place, range) {
                        if isSingle {
                            // An apostrophe at a word's end looks the same; a mark after punctuation is the better guess.
                            let isAfterMark = words[place - 1].kind == .mark
                            if close == nil || isAfterMark { close = place }
                            if isAfterMark || !isAfterS(words, place) { break }
                        } else if depth > 0 {
                            depth -= 1
                        } else {
                            close = place
                            break
                        }
                    } else if !isSingle, word.text == words[index].text, word.text != "\"", closers.first != word.text {
                        depth += 1
                    }
                }
                place += 1
            }
            if let close {
                if close > index + 1 {
                    spans.append(
                        QuotedSpan(
                            words: index + 1..<close, open: index, close: close, isClosed: true, paragraph: paragraph))
                }
                index = close + 1
            } else if !isSingle, index == range.lowerBound || spans.last?.isClosed ?? true, range.upperBound > index + 4
            {
                spans.append(
                    QuotedSpan(
                        words: index + 1..<range.upperBound, open: index, close: range.upperBound, isClosed: false,
                        paragraph: paragraph))
                index = range.upperBound
            } else {
                index += 1
            }
        }
        return spans
    }

    /// Words that are looked through for the end of single marks, which apostrophes resemble.
    private static let mostWordsInSingleMarks = 300
    private static let singleClosers: Set<String> = ["'", "’"]

    /// The marks that close what a mark opens; nil where it opens nothing.
    private static func closers(
        _ words: [QuotationWord], _ index: Int, _ range: Range<Int>, _ opensInwards: Bool
    ) -> Set<String>? {
        let word = words[index]
        let next = index + 1 < range.upperBound ? words[index + 1] : nil
        guard let next else { return nil }
        let isAtStart =
            word.isAfterSpace || index == range.lowerBound || words[index - 1].text == "("
            || words[index - 1].text == "[" || words[index - 1].text == "—" || words[index - 1].text == "–"
            || words[index - 1].text == "-"
        switch word.text {
        case "\"":
            // A mark after a number is inches or seconds.
            guard isAtStart, !next.isAfterSpace else { return nil }
            return ["\"", "”"]
        case "“", "‟": return ["”", "\""]
        case "”": return isAtStart && !next.isAfterSpace ? ["”"] : nil
        case "„": return ["“", "”", "\""]
        case "«": return opensInwards ? nil : ["»"]
        case "»": return opensInwards ? ["«"] : nil
        case "「": return ["」"]
        case "‘", "‚", "'":
            guard isAtStart, !next.isAfterSpace, next.kind == .word, !elided.contains(next.text) else {
                return isAtStart && !next.isAfterSpace && next.kind == .quotationMark ? singleClosers : nil
            }
            // The year of a decade.
            if let first = next.text.unicodeScalars.first, first.value &- 0x30 < 10,
                word.text != "‘" || next.text.utf8.count <= 3
            {
                return nil
            }
            return word.text == "‚" ? ["‘", "’"] : singleClosers
        case "‹": return ["›"]
        default: return nil
        }
    }

    /// Whether a mark is one of the single ones.
    static func isSingle(_ mark: String) -> Bool { ["'", "’", "‘", "‚", "‹"].contains(mark) }

    /// Words that begin with an apostrophe for letters left out.
    private static let elided: Set<String> = [
        "tis", "twas", "em", "n", "til", "till", "cause", "round", "bout", "cos", "twould", "n'", "nuff",
    ]

    private static func isClosing(_ words: [QuotationWord], _ place: Int, _ range: Range<Int>) -> Bool {
        let word = words[place]
        if word.text == "\"" || word.text == "'" || word.text == "’" {
            if word.isAfterSpace { return false }
            guard place + 1 < range.upperBound else { return true }
            let next = words[place + 1]
            return next.isAfterSpace || next.kind != .word
        }
        return true
    }

    private static func isAfterS(_ words: [QuotationWord], _ place: Int) -> Bool {
        words[place - 1].kind == .word && words[place - 1].text.hasSuffix("s")
    }
}
