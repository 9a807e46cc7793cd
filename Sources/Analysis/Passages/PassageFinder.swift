import NewsModel

/// Parts a body into the author's own words, excerpts that a credit introduces, and boilerplate.
///
/// A credit that introduces ("As reported by NAME of OUTLET;") stands by itself or ends its paragraph with a colon or
/// semicolon. What follows is the excerpt: the block quotations after it where there are any, or else everything up to the
/// next credit or the boilerplate at the end. Where the excerpt ends is a guess in the second case, and its confidence says
/// so; once the original is in the archive the desk knows it exactly.
public enum PassageFinder {
    /// The extractor's name in annotations.
    public static let extractor = "passages"
    /// Findings of an older version are renewed when an article is read again.
    public static let version = 1

    /// Paragraphs that are looked at from the start.
    private static let mostParagraphs = 2_000
    /// Confidence of an excerpt that is set apart as a quotation, of one that ends with the body, and of boilerplate.
    private static let quotedConfidence = 0.9
    private static let openConfidence = 0.6
    private static let boilerplateConfidence = 0.8
    /// Code points that an introduction may stand before the end of its paragraph.
    private static let introductionSlack = 4

    /// The passages of an article that is more than its author's own words, in order; none where it is only that.
    public static func annotations(of article: Article) -> [Annotation] {
        var body = article.body
        return body.withUTF8 { annotations(of: article, $0) }
    }

    private static func annotations(of article: Article, _ bytes: UnsafeBufferPointer<UInt8>) -> [Annotation] {
        let paragraphs = Array(article.paragraphs.prefix(mostParagraphs))
        guard !paragraphs.isEmpty else { return [] }
        var kinds = [PassageKind](repeating: .ownWords, count: paragraphs.count)
        for (number, text) in texts(of: paragraphs, bytes).enumerated() where NoticePhrases.isBoilerplate(text) {
            kinds[number] = .boilerplate
        }
        for credit in article.credits where credit.kind == .copyright {
            if let number = paragraph(at: credit.range, paragraphs),
                paragraphs[number].range.end - paragraphs[number].range.start <= NoticePhrases.longest
            {
                kinds[number] = .boilerplate
            }
        }
        let introductions = introductions(of: article, paragraphs)
        var credits: [Int: Credit] = [:]
        var quoted: Set<Int> = []
        for (place, introduction) in introductions.enumerated() {
            let next = place + 1 < introductions.count ? introductions[place + 1].paragraph : paragraphs.count
            var range = (introduction.paragraph + 1)..<next
            if let first = range.first, paragraphs[first].kind == .blockQuotation {
                let end = range.first { paragraphs[$0].kind != .blockQuotation } ?? range.upperBound
                range = first..<end
                quoted.formUnion(range)
            }
            for number in range where kinds[number] != .boilerplate {
                kinds[number] = .excerpt
                credits[number] = introduction.credit
            }
        }
        guard kinds.contains(where: { $0 != .ownWords }) else { return [] }
        return joined(kinds, paragraphs, credits, quoted)
    }

    /// Runs of paragraphs of one kind and credit as annotations.
    private static func joined(
        _ kinds: [PassageKind], _ paragraphs: [Paragraph], _ credits: [Int: Credit], _ quoted: Set<Int>
    ) -> [Annotation] {
        var annotations: [Annotation] = []
        var start = 0
        while start < kinds.count {
            var end = start + 1
            while end < kinds.count, kinds[end] == kinds[start], credits[end] == credits[start] { end += 1 }
            var values: [String: String] = [:]
            if let credit = credits[start] {
                values["person"] = credit.person
                values["outlet"] = credit.outlet
                values["credit_start"] = credit.range.map { String($0.start) }
                values["credit_end"] = credit.range.map { String($0.end) }
            }
            let confidence =
                switch kinds[start] {
                case .boilerplate: boilerplateConfidence
                case .excerpt, .ownWords: quoted.contains(start) ? quotedConfidence : openConfidence
                }
            annotations.append(
                Annotation(
                    kind: kinds[start].rawValue,
                    range: CodePointRange(start: paragraphs[start].range.start, end: paragraphs[end - 1].range.end),
                    confidence: confidence, extractor: extractor, extractorVersion: version, values: values))
            start = end
        }
        return annotations
    }

    /// Credits that end their paragraph and so introduce what follows, with the number of the paragraph, in order.
    private static func introductions(
        of article: Article, _ paragraphs: [Paragraph]
    ) -> [(paragraph: Int, credit: Credit)] {
        var found: [(paragraph: Int, credit: Credit)] = []
        for credit in article.credits where credit.kind == .source {
            guard let range = credit.range, let number = paragraph(at: range, paragraphs),
                paragraphs[number].range.end - range.end <= introductionSlack, number + 1 < paragraphs.count
            else { continue }
            // A source at the foot of the text is no introduction.
            found.append((number, credit))
        }
        return found.sorted { $0.paragraph < $1.paragraph }
    }

    private static func paragraph(at range: CodePointRange?, _ paragraphs: [Paragraph]) -> Int? {
        guard let range else { return nil }
        return paragraphs.firstIndex { $0.range.start <= range.start && range.end <= $0.range.end }
    }

    /// The bytes of each paragraph that is short enough to be boilerplate; others are empty.
    private static func texts(of paragraphs: [Paragraph], _ bytes: UnsafeBufferPointer<UInt8>) -> [[UInt8]] {
        var texts: [[UInt8]] = []
        var index = 0
        var position = 0
        func advance(to place: Int) {
            while position < place, index < bytes.count {
                index += 1
                while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
                position += 1
            }
        }
        for paragraph in paragraphs {
            advance(to: paragraph.range.start)
            let start = index
            guard paragraph.range.end - paragraph.range.start <= NoticePhrases.longest else {
                texts.append([])
                continue
            }
            advance(to: paragraph.range.end)
            texts.append(Array(bytes[start..<index]))
        }
        return texts
    }
}

/// Whose words a stretch of a body is.
public enum PassageKind: String, Sendable, CaseIterable {
    /// Words of the article's own author.
    case ownWords = "own_words"
    /// Words of another, introduced by a credit.
    case excerpt
    /// What a site or agency puts around its articles: rights, notices, invitations to subscribe.
    case boilerplate
}
