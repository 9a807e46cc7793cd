/// Turns articles into the bytes of one format, one after the other.
///
/// A whole export is `prologue`, what `append` gives for each article in turn, `epilogue`; no writer keeps what it has
/// written, so that a million articles take the memory of one.
public protocol ArticleWriter: Sendable {
    /// What stands before the first article; nothing by default.
    var prologue: [UInt8] { get }
    /// What stands behind the last article; nothing by default.
    var epilogue: [UInt8] { get }
    /// Appends one article to UTF-8 bytes.
    mutating func append(_ item: ExportedArticle, to bytes: inout [UInt8])
}

extension ArticleWriter {
    /// Nothing.
    public var prologue: [UInt8] { [] }
    /// Nothing.
    public var epilogue: [UInt8] { [] }
}
