import Archive

extension DeliveryPortion {
    /// Some measure of the memory that the portion holds, in bytes: the text, its folded form, and something for each article.
    var size: Int { articles.reduce(0) { $0 + 2 * $1.article.body.utf8.count + 4096 } }
}
