import NewsModel

/// The name of a file for one article in a folder of many.
///
/// Made of the year and month as folders, the day, words of the headline, and the id, which makes it unique on any file
/// system, also one that does not tell upper from lower case. Only letters and digits of the headline are in it: no
/// separator, dot, control character or name that a system reserves can come from an article.
public enum ArticleFileName {
    /// Bytes of the headline's part: well within the 255 that file systems allow, and short enough to read.
    static let headlineBytes = 80

    /// The relative path, such as `2024/05/2024-05-03-harbour-bridge-opens-7tepsvhc9cfk.md`.
    ///
    /// - Parameters:
    ///   - item: the article.
    ///   - isOneOfVersions: true when other versions may stand beside it; then its number is part of the name.
    ///   - ending: the ending without a dot.
    public static func path(for item: ExportedArticle, isOneOfVersions: Bool, ending: String) -> String {
        let day = item.article.published?.dayText
        let folder = day.map { "\($0.prefix(4))/\($0.dropFirst(5).prefix(2))/" } ?? "undated/"
        var parts = [day, words(of: item.article.headline ?? "")].compactMap { $0 }.filter { !$0.isEmpty }
        parts.append(item.id.description)
        if isOneOfVersions { parts.append("v\(item.version)") }
        return folder + parts.joined(separator: "-") + "." + ending
    }

    /// Letters and digits of a text in lower case, everything else as single hyphens.
    static func words(of text: String) -> String {
        var name: [UInt8] = []
        var isPending = false
        for scalar in text.lowercased().unicodeScalars {
            guard isPart(scalar) else {
                isPending = !name.isEmpty
                continue
            }
            let encoded = UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            guard name.count + encoded.count + (isPending ? 1 : 0) <= headlineBytes else { break }
            if isPending { name.append(UInt8(ascii: "-")) }
            isPending = false
            name.append(contentsOf: encoded)
        }
        return String(decoding: name, as: UTF8.self)
    }

    private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter, .decimalNumber,
            .nonspacingMark, .spacingMark:
            true
        default: false
        }
    }
}
