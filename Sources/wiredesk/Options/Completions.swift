import Archive
import ArgumentParser
import ArticleQuery
import Foundation

/// What a shell offers where the archive knows what may stand: at most some hundreds of words, read from the archive that the line means.
///
/// Whatever fails offers nothing: a shell that is asked for words has no place for complaints.
enum Completions {
    /// Words that are offered at most; with more nobody finds anything.
    private static let most = 200

    /// Ids of the newest articles.
    static let articles = CompletionKind.custom { words, _, prefix in
        offer(words) { archive in
            guard !prefix.isEmpty else {
                return try archive.list(ArticleFilter(), query: nil, isExact: false, limit: most, after: nil).items.map(
                    \.id.description)
            }
            switch try archive.article(prefix) {
            case .found(let record): return [record.id.description]
            case .ambiguous(let ids): return ids.map(\.description)
            case .none: return []
            }
        }
    }

    /// The outlets, that with the most articles first.
    static let outlets = CompletionKind.custom { words, _, _ in offer(words) { try $0.outlets().map(\.name) } }

    /// The collections that hold articles.
    static let collections = CompletionKind.custom { words, _, _ in offer(words) { try counted(.collection, $0) } }

    /// The languages of articles.
    static let languages = CompletionKind.custom { words, _, _ in offer(words) { try counted(.language, $0) } }

    /// The names of saved searches.
    static let alerts = CompletionKind.custom { words, _, _ in offer(words) { try $0.alerts().map(\.name) } }

    /// The tags that articles have.
    static let tags = CompletionKind.custom { words, _, _ in
        offer(words) { archive in
            Array(Set(try archive.corrections(of: nil).filter { $0.kind == .tag }.compactMap(\.value))).sorted()
        }
    }

    private static func counted(_ key: CountKey, _ archive: any ArticleArchive) throws -> [String] {
        try archive.counts(by: key, ArticleFilter(), query: nil, isExact: false).compactMap(\.key).filter {
            !$0.isEmpty
        }
    }

    private static func offer(_ words: [String], _ read: (any ArticleArchive) throws -> [String]) -> [String] {
        guard let state = try? StateOptions.parse(placeArguments(words)), let archive = try? state.openArchive() else {
            return []
        }
        return Array(((try? read(archive)) ?? []).prefix(most))
    }

    /// The options of a line that say which archive is meant.
    private static func placeArguments(_ words: [String]) -> [String] {
        var arguments: [String] = []
        for (index, word) in words.enumerated() {
            for option in ["--state", "--config", "--instance"] {
                if word == option, index + 1 < words.count { arguments += [option, words[index + 1]] }
                if word.hasPrefix(option + "=") { arguments.append(word) }
            }
        }
        return arguments
    }
}
