import NewsModel

/// A delivery while its portions are being filed.
struct OpenDelivery {
    /// Its row's number.
    let id: Int64
    /// True when the row is there already: an earlier portion wrote it, or a run that was ended.
    var hasRow: Bool
    /// The row of its bytes, or nil where they were not read.
    var original: Int64?
    /// Where the bytes were stored by another delivery before: nothing of this one is filed.
    var duplicateOf: Int64?
    let inbox: Int64
    let collection: Int64
    /// Good articles so far, known ones included.
    var articleCount = 0
    /// The most articles that an earlier reading of the same file got to.
    var earlierArticleCount = 0
    /// New articles and versions so far, those of a run that was ended included.
    var newCount = 0
    /// Articles that were erased before and stay out.
    var erasedCount = 0
    var memberErrorCount = 0
    var firstMemberError: MemberError?
}
