import Bytes
import Markup

/// Smaller facts that a page states of its article.
enum PageFacts {
    /// Keywords of one article that are kept.
    static let keywordLimit = 50

    /// The section of the publication, or nil.
    static func section(_ metadata: PageMetadata, linked: JSONValue?) -> String? {
        let named =
            linked?["articleSection"]?.text
            ?? metadata.first(["article:section", "parsely-section", "og:section", "section", "sailthru.section"])
        guard let named else { return nil }
        let text = HTMLText.plain(named).foldedSpace
        return text.isEmpty || text.utf8.count > 100 || text.hasPrefix("http") ? nil : text
    }

    /// Keywords as the page gives them, each once.
    static func keywords(_ metadata: PageMetadata, linked: JSONValue?) -> [String] {
        var given = (linked?["keywords"]?.list ?? []).compactMap { $0.text ?? $0["name"]?.text }
        if given.isEmpty { given = metadata.all("article:tag") }
        if given.isEmpty {
            given = [metadata.first(["news_keywords", "keywords", "parsely-tags", "sailthru.tags"])].compactMap { $0 }
        }
        var keywords: [String] = []
        var seen: Set<String> = []
        for item in given {
            let parts = item.split { $0 == "," || $0 == ";" || $0 == "，" || $0 == "、" || $0.isNewline }
            for part in parts where keywords.count < keywordLimit {
                let word = HTMLText.plain(String(part)).foldedSpace
                if !word.isEmpty, word.utf8.count < 100, seen.insert(word.lowercased()).inserted {
                    keywords.append(word)
                }
            }
        }
        return keywords
    }

    /// True when the page says that not all of the article is free to read.
    static func isPaywalled(_ metadata: PageMetadata, linked: JSONValue?) -> Bool {
        if let linked {
            let parts = [linked] + (linked["hasPart"]?.list ?? [])
            for part in parts {
                switch part["isAccessibleForFree"] {
                case .bool(false): return true
                case .string(let text):
                    if text.lowercased().hasSuffix("false") || text == "0" || text.lowercased() == "no" { return true }
                default: break
                }
            }
        }
        let tier = metadata.first(["article:content_tier", "og:article:content_tier"])?.lowercased()
        return tier == "locked" || tier == "paid" || tier == "premium"
    }
}
