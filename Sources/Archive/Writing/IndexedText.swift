/// The folded text of an article's current version as the full-text index holds it; the same text gives the same bytes,
/// so that a version's entry can be taken out again from what is stored.
struct IndexedText: Sendable {
    let headline: [UInt8]
    let body: [UInt8]
    let outlet: [UInt8]
    let author: [UInt8]
    let names: IndexedNames
    let tags: [String]

    init(headline: String?, body: String, outlet: String?, authors: [String], names: IndexedNames, tags: [String] = [])
    {
        self.headline = IndexFolding.fold(headline ?? "")
        self.body = IndexFolding.fold(body)
        self.outlet = IndexFolding.fold(outlet ?? "")
        author = IndexFolding.fold(authors.joined(separator: "\n"))
        self.names = names
        self.tags = tags
    }

    /// The values for the index's columns, in their order.
    var values: [SQLValue] {
        [.textBytes(headline), .textBytes(body), .textBytes(outlet), .textBytes(author)]
            + [names.people, names.organizations, names.places, names.speakers, tags].map { list in
                .textBytes(list.isEmpty ? [] : IndexFolding.fold(list.joined(separator: "\n")))
            }
    }

    /// The index's columns, in the order of `values`.
    static let columns = "headline, body, outlet, author, person, organization, place, speaker, tag"
    /// A parameter for each column.
    static let parameters = "?, ?, ?, ?, ?, ?, ?, ?, ?"
}
