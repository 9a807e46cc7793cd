import NewsModel

/// Articles as JSON Lines: one object a line, with every member of `wiredesk read` that applies and all else that the
/// archive knows; docs/export.md lists them.
public struct JSONLinesWriter: ArticleWriter {
    /// A writer.
    public init() {}

    /// Appends the article's object and a line end.
    public func append(_ item: ExportedArticle, to bytes: inout [UInt8]) {
        let members =
            item.filingMembers + item.article.members([.path] + ArticleMember.reading)
            + item.article.certain.members(ArticleMember.further)
        JSONOutput.object(members).write(to: &bytes)
        bytes.append(0x0A)
    }
}
