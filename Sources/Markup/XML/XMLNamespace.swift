/// A namespace of XML, told by its URI alone (Namespaces in XML 1.0); prefixes mean nothing beyond their declaration.
package struct XMLNamespace: Sendable, Hashable {
    /// The URI as it is declared; empty for names in no namespace.
    package let uri: String

    package init(_ uri: String) { self.uri = uri }

    /// No namespace.
    package static let none = XMLNamespace("")
    /// The one that `xml:` is bound to.
    package static let xml = XMLNamespace("http://www.w3.org/XML/1998/namespace")
    /// XHTML.
    package static let xhtml = XMLNamespace("http://www.w3.org/1999/xhtml")
    /// Atom (RFC 4287).
    package static let atom = XMLNamespace("http://www.w3.org/2005/Atom")
    /// RDF.
    package static let rdf = XMLNamespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
    /// The elements of Dublin Core 1.1.
    package static let dublinCore = XMLNamespace("http://purl.org/dc/elements/1.1/")
    /// The terms of Dublin Core.
    package static let dublinCoreTerms = XMLNamespace("http://purl.org/dc/terms/")
    /// The content module of RSS.
    package static let rssContent = XMLNamespace("http://purl.org/rss/1.0/modules/content/")
    /// Media RSS.
    package static let mediaRSS = XMLNamespace("http://search.yahoo.com/mrss/")

    /// What a prefix means by custom, for documents that use it without a declaration; nil for other prefixes.
    static func customary(_ prefix: String) -> XMLNamespace? {
        switch prefix {
        case "xml": xml
        case "atom": atom
        case "rdf": rdf
        case "dc": dublinCore
        case "dcterms": dublinCoreTerms
        case "content": rssContent
        case "media": mediaRSS
        case "xhtml": xhtml
        default: nil
        }
    }
}
