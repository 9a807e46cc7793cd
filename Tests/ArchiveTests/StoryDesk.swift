import ArticleQuery
import NewsModel
import Testing

@testable import Archive

/// An archive in which some stories stand among many articles of other matters.
enum StoryDesk {
    struct Story {
        var headline: String
        var body: String
        var language = "en"
        var published: String? = nil
    }

    /// An archive of some stories among many others, with its list of words unless that is not wanted.
    static func filled(_ stories: [Story], listsWords: Bool = true) throws -> (Desk, ArchiveReader) {
        let desk = try Desk()
        var articles: [Article] = []
        for number in 0..<60 {
            var article = Article.make("The council met on matter \(number) and the harbour report was read again.")
            article.headline = "Council notes \(number)"
            article.language = "en"
            article.memberPath = "#\(number)"
            articles.append(article)
        }
        for (index, story) in stories.enumerated() {
            var article = Article.make(story.body, published: story.published)
            article.headline = story.headline
            article.language = story.language
            article.memberPath = "#story\(index)"
            articles.append(article)
        }
        try desk.deliver("all", articles)
        let reader = try ArchiveReader.open(state: desk.folder)
        if listsWords { #expect(try reader.renewVocabulary(whenNewer: 0)) }
        return (desk, reader)
    }
}
