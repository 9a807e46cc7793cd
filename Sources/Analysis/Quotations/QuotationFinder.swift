import NewsModel

/// Finds who said what in an article: direct, mixed and indirect quotations with cue, source and speaker.
///
/// Rules over words, after S. Pareti and others, "Automatically Detecting and Attributing Indirect Quotations" (2013), in one pass and without
/// a parser; docs/analysis.md describes them and how well they do. English has all of them, German, French and Spanish those for
/// quotation marks; in other languages a longer stretch between marks is a quotation of no known speaker.
public enum QuotationFinder {
    /// The extractor's name, as annotations give it.
    public static let extractor = "quotations"
    /// Raised when the same text would have other quotations.
    public static let version = 3

    /// Makes the English lexicon, so that the first article does not wait for it.
    public static func warmUp() { _ = QuotationLexicon.english }

    /// The quotations of an article in the order of the text.
    ///
    /// Time and memory are linear in the body, of which the first 60,000 words are looked at.
    /// - Parameters:
    ///   - article: Its body, paragraphs and language are read; tables, code and headings have no quotations.
    ///   - entities: What it names; may be empty, then names are told by their capitals alone.
    public static func quotations(of article: Article, entities: [Entity]) -> [Quotation] {
        let language = article.language.map { String($0.prefix(2)) }
        let lexicon = QuotationLexicon.words(of: language)
        let text = QuotationText(
            article, lexicon: lexicon ?? [:], compounds: language == "de" ? QuotationLexicon.germanCompounds : [])
        guard !text.words.isEmpty else { return [] }
        let mentions = EntityMentions(of: entities, in: text.words)
        var scanner = QuotationScanner(text, mentions: mentions, language: lexicon == nil ? nil : language ?? "en")
        scanner.scan()
        let words = scanner.words
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(words.last?.end ?? 0)
        for scalar in article.body.unicodeScalars.prefix(words.last?.end ?? 0) { scalars.append(scalar) }
        var resolver = SpeakerResolver(words: words, scalars: scalars, mentions: mentions, language: language)
        var candidates = scanner.candidates
        candidates.sort { ($0.content.first?.lowerBound ?? 0) < ($1.content.first?.lowerBound ?? 0) }
        let isEnglish = language == nil || language == "en"
        var quotations: [Quotation] = []
        var last: (speaker: SpeakerResolver.Speaker, source: Range<Int>?)?
        for candidate in candidates {
            let kind = kind(of: candidate, in: words)
            if !isEnglish, kind == .indirect { continue }
            // "said nobody had complained so far": nobody spoke.
            if let first = candidate.source?.first, Self.nobody.contains(words[first].text) { continue }
            let content = candidate.content.compactMap { range(of: $0, in: words) }
            guard !content.isEmpty else { continue }
            var quotation = Quotation(kind: kind, content: content, confidence: 0)
            quotation.cue = candidate.cue.flatMap { range(of: $0, in: words, trims: false) }
            var source = candidate.source
            var speaker = SpeakerResolver.Speaker()
            if let words = source {
                speaker = resolver.speaker(of: words, apposition: candidate.apposition, cue: candidate.cue)
                last = (speaker, words)
            } else if candidate.hasImpliedSubject, let cue = candidate.cue {
                speaker = resolver.impliedSpeaker(at: cue)
                last = (speaker, nil)
            } else if candidate.follows != nil, let last {
                source = last.source
                speaker = last.speaker
            }
            quotation.source = source.flatMap { range(of: $0, in: words, trims: false) }
            quotation.speaker = speaker.name
            quotation.title = speaker.title
            quotation.organization = speaker.organization
            quotation.entity = speaker.entity
            quotation.confidence = QuotationConfidence.of(candidate, kind: kind, speaker: speaker, in: words)
            quotations.append(quotation)
        }
        return quotations
    }

    /// Words of a subject that speaks for no one.
    private static let nobody: Set<String> = ["nobody", "none", "neither", "nothing"]

    /// How much of a candidate's content stands between marks; nine tenths make it direct.
    private static func kind(of candidate: QuotationCandidate, in words: [QuotationWord]) -> Quotation.Kind {
        if candidate.pattern == .turn { return .direct }
        var all = 0
        var quoted = 0
        for part in candidate.content {
            for place in part where words[place].kind == .word {
                let letters = words[place].end - words[place].start
                all += letters
                if words[place].span >= 0 { quoted += letters }
            }
        }
        return quoted * 10 >= all * 9 ? .direct : quoted > 0 ? .mixed : .indirect
    }

    /// The code points of words, without marks at either end.
    private static func range(of words: Range<Int>, in all: [QuotationWord], trims: Bool = true) -> CodePointRange? {
        var range = words
        if trims {
            while let last = range.last, all[last].kind != .word, !["?", "!", "…", ")"].contains(all[last].text) {
                range = range.dropLast(1)
            }
            while let first = range.first, all[first].kind != .word, all[first].text != "(", all[first].text != "[" {
                range = range.dropFirst(1)
            }
        }
        guard let first = range.first, let last = range.last else { return nil }
        return CodePointRange(start: all[first].start, end: all[last].end)
    }
}
