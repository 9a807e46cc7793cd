import NewsModel

/// One line of what `wiredesk read` tells: an article, or why there is none.
public enum ReadingLine: Sendable {
    /// An article of a file; `index` counts the file's articles from 0.
    case article(file: FileName, index: Int, Article)
    /// The file, or a member of it, could not be read.
    case failure(file: FileName, path: String?, index: Int, code: String, message: String)
}
