/// A format that is read, by the name that stands in `Article.format`.
enum Format: String, Sendable, CaseIterable {
    /// A page: HTML or XHTML.
    case html
    /// Plain text.
    case text
    /// Markdown (CommonMark), with or without front matter.
    case markdown
    /// A message as mail programs save it (RFC 5322), or a file of a Maildir.
    case eml
    /// A mailbox of many messages in one file.
    case mbox
}
