import Export
import NewsModel

/// The lines of `wiredesk read`, with every member that the contract names.
extension ReadingLine {
    package var json: JSONOutput {
        switch self {
        case .explanation(let file, let line):
            .object([("file", .text(file.text)), ("explanation", .text(line))])
        case .article(let file, let index, let article):
            .object(
                [("file", .text(file.text)), ("path", .text(article.memberPath)), ("index", .integer(index))]
                    + article.members(ArticleMember.reading))
        case .failure(let file, let path, let index, let code, let message):
            .object([
                ("file", .text(file.text)), ("path", .text(path)), ("index", .integer(index)),
                ("error", .object([("code", .text(code)), ("message", .text(message))])),
            ])
        }
    }
}
