import Markup
import NewsModel

extension NinjsExport {
    /// The article of a line that `wiredesk export` wrote as JSON Lines; nil for a record of another origin.
    ///
    /// Its members have the names of ninjs's member `wiredesk`, with headline, standfirst, language and text beside them.
    static func article(line: JSONValue) -> Article? {
        guard line["headline_derived"] != nil, line["id"] != nil, case .string(let body)? = line["body"] else {
            return nil
        }
        func variants(_ key: String) -> JSONValue.Member? {
            line[key]?.text.map { text in
                let variant = JSONValue.object([JSONValue.Member(key: "value", value: .string(text))])
                return JSONValue.Member(key: key == "deck" ? "descriptions" : "headlines", value: .array([variant]))
            }
        }
        let plain = JSONValue.object([
            JSONValue.Member(key: "contenttype", value: .string("text/plain")),
            JSONValue.Member(key: "value", value: .string(body)),
        ])
        let members = [
            JSONValue.Member(key: "wiredesk", value: line),
            JSONValue.Member(key: "language", value: line["language"] ?? .null),
            JSONValue.Member(key: "bodies", value: .array(body.isEmpty ? [] : [plain])), variants("headline"),
            variants("deck"),
        ]
        return article(.object(members.compactMap { $0 }))
    }
}
