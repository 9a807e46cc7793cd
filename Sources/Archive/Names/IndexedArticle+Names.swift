import ArticleQuery
import NewsModel

/// The names of an article that a search finds by field; uncertain ones are left out.
extension IndexedArticle {
    /// An article with the names that its version will have when it is stored.
    init(naming article: Article, tags: [String] = []) {
        self.init(article, tags: tags)
        for entity in article.entities
        where NameColumns.thousandths(entity.confidence) >= NameColumns.leastConfidence {
            add(entity.name, kind: Int64(NameColumns.entityKinds.firstIndex(of: entity.kind) ?? 0))
        }
        addSpeakers(of: article)
    }

    /// Adds those who speak in an article; uncertain ones are left out.
    mutating func addSpeakers(of article: Article) {
        for quotation in article.quotations
        where NameColumns.thousandths(quotation.confidence) >= NameColumns.leastConfidence {
            let entity = quotation.entity.flatMap {
                article.entities.indices.contains($0) ? article.entities[$0].name : nil
            }
            add(speaker: quotation.speaker ?? entity)
        }
    }

    /// Adds a name by the stored number of its kind.
    mutating func add(_ name: String, kind: Int64) {
        switch kind {
        case 0: people.append(name)
        case 1: organizations.append(name)
        case 2: places.append(name)
        default: break
        }
    }

    /// Adds somebody who is quoted, once.
    mutating func add(speaker: String?) {
        if let speaker, !speakers.contains(speaker) { speakers.append(speaker) }
    }
}
