import NewsModel
import NewsText

/// The author in the properties of a document.
enum DocumentAuthor {
    /// Makes the property the byline of an article: the people it names, else what it says, which is often an agency with a place.
    static func fill(_ property: String, _ article: inout Article) {
        let read = BylineReader.read(property)
        article.byline = property
        article.authors = read.names.isEmpty || !read.agencies.isEmpty ? [property] : read.names
        article.credits = read.agencies.map { Credit(kind: .agency, outlet: $0) }
    }
}
