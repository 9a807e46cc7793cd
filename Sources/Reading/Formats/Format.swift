/// A format that is read, by the name that stands in `Article.format`.
enum Format: String, Sendable, CaseIterable {
    /// A page: HTML or XHTML.
    case html
    /// Plain text.
    case text
    /// Markdown (CommonMark), with or without front matter.
    case markdown
}
