import Export

/// What `show --diff` tells.
extension VersionDifference {
    package var json: JSONOutput {
        .object([
            ("from", .integer(from)), ("to", .integer(to)),
            (
                "fields",
                .list(
                    fields.map {
                        .object([("name", .text($0.name)), ("old", .text($0.old)), ("new", .text($0.new))])
                    })
            ),
            (
                "paragraphs",
                .list(
                    paragraphs.edits.map { edit in
                        switch edit {
                        case .keep(let text): .object([("change", .text("keep")), ("text", .text(text))])
                        case .remove(let text): .object([("change", .text("remove")), ("text", .text(text))])
                        case .add(let text): .object([("change", .text("add")), ("text", .text(text))])
                        }
                    })
            ),
        ])
    }
}
