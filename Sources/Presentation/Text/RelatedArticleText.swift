import ArticleQuery

/// An article that shares another's words, for people.
package enum RelatedArticleText {
    /// How it is related and how much of it, and the article.
    package static func text(_ related: RelatedArticle, _ earliest: EarliestArticle?) -> String {
        let share = Int((related.share * 100).rounded())
        let what = relation(related)
        let mark = earliest.map { related.article.id == $0.article.id ? ", earliest here \($0.basis.words)" : "" } ?? ""
        return "\n" + TerminalText.styled("\(what) (\(share) %\(mark))", .dim) + "\n"
            + ArticleLine.text(related.article)
    }

    /// What the article that was asked for is to the related one.
    package static func relation(_ related: RelatedArticle) -> String {
        switch (related.kind, related.isSource) {
        case ("copy", true): "copied from"
        case ("copy", false): "copied by"
        case ("update", true): "updates"
        case ("update", false): "updated by"
        case (_, true): "quotes from"
        case (_, false): "quoted by"
        }
    }
}
