import Export

/// The description of the interface of programs (OpenAPI 3.1), made from one table.
struct OpenAPIDocument {
    private struct Operation {
        var path: String
        var method = "get"
        var summary: String
        /// Names of parameters in the address.
        var query: [String] = []
        var answer = Answer.list
        /// Media types of the body; empty for none.
        var body: [String] = []
        /// Members of the body.
        var members: [String] = []
        /// Those of them without which nothing can be done.
        var needed: [String] = []
    }

    private enum Answer { case list, object, delivery, bytes, nothing }

    private static let search = [
        "since", "until", "outlet", "author", "language", "folder", "person", "organization", "place", "format", "tag",
        "copies", "limit", "after", "sample", "seed",
    ]
    private static let jsonType = "application/json"
    private static let change = [jsonType, "application/x-www-form-urlencoded"]

    private static let operations = [
        Operation(
            path: "/api/v1/search", summary: "Articles that a query finds", query: ["q", "sort", "share"] + search),
        Operation(path: "/api/v1/latest", summary: "The newest articles", query: search),
        Operation(path: "/api/v1/tags/{name}", summary: "Articles with a tag", query: search),
        Operation(
            path: "/api/v1/articles/{id}", summary: "An article", query: ["version", "all"], answer: .object),
        Operation(
            path: "/api/v1/articles/{id}/original", summary: "The file that brought it, byte by byte",
            query: ["version"], answer: .bytes),
        Operation(
            path: "/api/v1/articles/{id}/versions", summary: "Its versions, or what differs between two of them",
            query: ["from", "to"], answer: .object),
        Operation(path: "/api/v1/articles/{id}/copies", summary: "Articles that share its words"),
        Operation(
            path: "/api/v1/articles/{id}/history", summary: "Its versions, deliveries and corrections",
            answer: .object),
        Operation(path: "/api/v1/intake", summary: "What came in", query: ["outcome", "since", "limit", "after"]),
        Operation(path: "/api/v1/deliveries", summary: "What came in", query: ["outcome", "since", "limit", "after"]),
        Operation(
            path: "/api/v1/deliveries", method: "post", summary: "Hand in a file: file, url, folder, note",
            answer: .delivery, body: ["multipart/form-data"], members: ["file", "url", "folder", "note"],
            needed: ["file"]),
        Operation(path: "/api/v1/deliveries/{id}", summary: "A delivery", answer: .object),
        Operation(
            path: "/api/v1/deliveries/{id}/retry", method: "post",
            summary: "Read its kept original again; with accept also what looks like no article", answer: .delivery,
            body: change, members: ["accept"]),
        Operation(
            path: "/api/v1/articles/{id}/corrections", method: "post",
            summary: "Correct a field (field, value), or take that back (field, undo)", answer: .object, body: change,
            members: ["field", "value", "undo"], needed: ["field"]),
        Operation(
            path: "/api/v1/articles/{id}/tags", method: "post",
            summary: "Give a tag (tag), or take it away (tag, undo)",
            answer: .object, body: change, members: ["tag", "undo"], needed: ["tag"]),
        Operation(
            path: "/api/v1/articles/{id}/notes", method: "post",
            summary: "Write a note (note), or take the last one back (undo)", answer: .object, body: change,
            members: ["note", "undo"]),
        Operation(
            path: "/api/v1/names/merge", method: "post",
            summary: "Take a name (name) for another's (into), of a kind (kind)", answer: .object, body: change,
            members: ["name", "into", "kind"], needed: ["name", "into"]),
        Operation(
            path: "/api/v1/names/split", method: "post",
            summary: "Take the merge of a name (name) back, or keep it apart", answer: .object, body: change,
            members: ["name", "kind"], needed: ["name"]),
        Operation(path: "/api/v1/alerts", summary: "Saved searches"),
        Operation(
            path: "/api/v1/alerts/{name}", summary: "What a saved search has found", query: ["limit", "after"]),
        Operation(
            path: "/api/v1/alerts/{name}", method: "post", summary: "Save a search (query) under the name",
            answer: .object, body: change, members: ["query"], needed: ["query"]),
        Operation(
            path: "/api/v1/alerts/{name}", method: "delete", summary: "Remove a saved search with its hits",
            answer: .nothing),
        Operation(
            path: "/api/v1/status", summary: "How the desk and its archive are", query: ["full"], answer: .object),
        Operation(path: "/api/v1/openapi.json", summary: "This description", answer: .object),
    ]

    /// The document.
    static func json(version: String) -> JSONOutput {
        var paths: [(String, [(String, JSONOutput)])] = []
        for operation in operations {
            let entry = (operation.method, description(operation))
            if let index = paths.firstIndex(where: { $0.0 == operation.path }) {
                paths[index].1.append(entry)
            } else {
                paths.append((operation.path, [entry]))
            }
        }
        return .object([
            ("openapi", .text("3.1.0")),
            (
                "info",
                .object([
                    ("title", .text("Wiredesk")), ("version", .text(version)),
                    ("description", .text("The members are those of the commands' --json (docs/commands.md).")),
                ])
            ),
            ("security", .list([.object([("token", .list([]))]), .object([("cookie", .list([]))])])),
            ("paths", .object(paths.map { ($0.0, .object($0.1)) })),
            ("components", components),
        ])
    }

    private static func description(_ operation: Operation) -> JSONOutput {
        let inPath = operation.path.split(separator: "/").filter { $0.hasPrefix("{") }.map { name in
            JSONOutput.object([
                ("name", .text(String(name.dropFirst().dropLast()))), ("in", .text("path")), ("required", .bool(true)),
                ("schema", .object([("type", .text("string")), ("minLength", .integer(1))])),
            ])
        }
        let inQuery = operation.query.map { name in
            JSONOutput.object([
                ("name", .text(name)), ("in", .text("query")), ("schema", OpenAPIParameter.schema(of: name)),
            ])
        }
        let (status, schema): (String, JSONOutput?) =
            switch operation.answer {
            case .list: ("200", reference("List"))
            case .object: ("200", JSONOutput.object([("type", .text("object"))]))
            case .delivery: ("202", JSONOutput.object([("type", .text("object"))]))
            case .bytes, .nothing: (operation.answer == .bytes ? "200" : "204", nil as JSONOutput?)
            }
        let answered =
            operation.answer == .bytes
            ? answer("The bytes", type("string"), as: "application/octet-stream") : answer("The answer", schema)
        var members: [(String, JSONOutput)] = [
            ("summary", .text(operation.summary)), ("parameters", .list(inPath + inQuery)),
        ]
        if !operation.body.isEmpty {
            members.append(
                (
                    "requestBody",
                    .object([
                        ("required", .bool(true)),
                        (
                            "content",
                            .object(
                                operation.body.map { type in
                                    (type, .object([("schema", bodySchema(operation, isJSON: type == jsonType))]))
                                })
                        ),
                    ])
                ))
        }
        members.append(
            (
                "responses",
                .object([
                    (status, answered),
                    ("default", answer("Why there is none", reference("Error"))),
                ])
            ))
        return .object(members)
    }

    private static func answer(
        _ description: String, _ schema: JSONOutput?, as mediaType: String = "application/json"
    ) -> JSONOutput {
        guard let schema else { return .object([("description", .text(description))]) }
        return .object([
            ("description", .text(description)),
            ("content", .object([(mediaType, .object([("schema", schema)]))])),
        ])
    }

    /// What a body has.
    private static func bodySchema(_ operation: Operation, isJSON: Bool) -> JSONOutput {
        let properties = operation.members.map { name in
            (name, OpenAPIParameter.schema(ofMember: name, isNeeded: operation.needed.contains(name), isOfJSON: isJSON))
        }
        let needed = operation.needed.isEmpty ? [] : [("required", JSONOutput.texts(operation.needed))]
        return .object([("type", .text("object")), ("properties", .object(properties))] + needed)
    }

    private static func reference(_ name: String) -> JSONOutput {
        .object([("$ref", .text("#/components/schemas/\(name)"))])
    }

    private static func type(_ name: String) -> JSONOutput { .object([("type", .text(name))]) }

    private static var components: JSONOutput {
        let list = JSONOutput.object([
            ("type", .text("object")), ("required", .texts(["items", "after"])),
            (
                "properties",
                .object([
                    ("items", .object([("type", .text("array")), ("items", type("object"))])),
                    ("after", .object([("type", .texts(["string", "null"]))])),
                ])
            ),
        ])
        let error = JSONOutput.object([
            ("type", .text("object")), ("required", .texts(["error"])),
            (
                "properties",
                .object([
                    (
                        "error",
                        .object([
                            ("type", .text("object")), ("required", .texts(["code", "message"])),
                            ("properties", .object([("code", type("string")), ("message", type("string"))])),
                        ])
                    )
                ])
            ),
        ])
        return .object([
            ("schemas", .object([("List", list), ("Error", error)])),
            (
                "securitySchemes",
                .object([
                    ("token", .object([("type", .text("http")), ("scheme", .text("bearer"))])),
                    (
                        "cookie",
                        .object([("type", .text("apiKey")), ("in", .text("cookie")), ("name", .text("wiredesk"))])
                    ),
                ])
            ),
        ])
    }
}
