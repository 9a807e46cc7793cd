/// One line of what `wiredesk read` tells: an article, why there is none, or what led to it.
public enum ReadingLine: Sendable {
    /// An article of a file; `index` counts the file's articles from 0.
    case article(file: FileName, index: Int, Article)
    /// Why a file is read as it is, for people; only from a reading that explains.
    case explanation(file: FileName, String)
    /// The file, or a member of it, could not be read.
    case failure(file: FileName, path: String?, index: Int, code: String, message: String)
}
