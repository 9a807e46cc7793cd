import Bytes

/// What a key of a record means. The names are those of crawlers, scrapers and interfaces of the press; `docs/formats.md` has the
/// same table.
enum RecordField: CaseIterable {
    case headline, deck, body, html, summary, url, authors, published, modified, retrieved, outlet, section, keywords
    case language, image, copyright, guid

    /// The keys that mean the field, the surest first, in lower case without signs between words.
    var keys: [String] {
        switch self {
        case .headline:
            [
                "headline", "title", "articletitle", "newstitle", "webtitle", "heading", "titel", "titre", "titulo",
                "name",
            ]
        case .deck: ["deck", "subtitle", "subheadline", "standfirst", "subheading", "trailtext", "lede", "kicker"]
        case .body:
            [
                "articlebody", "maintext", "bodytext", "fulltext", "articletext", "articlecontent", "contenttext",
                "plaintext", "cleanedtext", "cleantext", "storybody", "newscontent", "body", "text", "content",
                "pagecontent",
                "article", "story", "paragraphs", "texte", "contenu", "inhalt",
            ]
        case .html:
            ["contenthtml", "bodyhtml", "articlehtml", "html", "rawhtml", "pagehtml", "htmlcontent", "rawcontent"]
        case .summary:
            [
                "summary", "abstract", "excerpt", "description", "metadescription", "shortdescription", "snippet",
                "teaser",
                "leadparagraph",
            ]
        case .url:
            [
                "canonicalurl", "canonicallink", "url", "articleurl", "weburl", "link", "permalink", "pageurl",
                "originalurl",
                "warctargeturi", "targeturi", "sourceurl", "href", "uri",
            ]
        case .authors:
            ["authors", "author", "byline", "authorname", "creator", "writer", "journalist", "reporter", "autor"]
        case .published:
            [
                "datepublished", "datepublish", "publishdate", "publishedat", "publicationdate", "published", "pubdate",
                "webpublicationdate", "publisheddate", "publishedon", "publishtime", "publishedtime", "dateposted",
                "dategmt",
                "date", "datetime", "createdat", "datecreated", "created", "timestamp", "time", "datum", "fecha",
            ]
        case .modified:
            [
                "datemodified", "datemodify", "modifiedat", "updatedat", "modifiedgmt", "modified", "updated",
                "lastmodified",
                "updatetime", "dateupdated",
            ]
        case .retrieved:
            [
                "datedownload", "retrieved", "retrievedat", "crawldate", "crawledat", "crawltime", "scrapedat",
                "scrapedate",
                "fetchedat", "fetchtime", "downloaddate", "downloadedat", "warcdate",
            ]
        case .outlet:
            [
                "outlet", "sourcename", "publisher", "publication", "publicationname", "sitename", "newspaper",
                "newssource",
                "source", "site", "media", "zeitung", "medium", "journal", "sourcedomain", "domain", "hostname",
            ]
        case .section: ["section", "articlesection", "sectionname", "category", "rubric", "ressort"]
        case .keywords: ["keywords", "tags", "metakeywords", "topics", "subjects", "categories"]
        case .language: ["language", "lang", "metalang", "inlanguage", "languagecode", "detectedlanguage"]
        case .image: ["imageurl", "topimage", "urltoimage", "leadimage", "mainimage", "topimg", "image", "thumbnail"]
        case .copyright: ["copyright", "rights", "copyrightnotice"]
        case .guid: ["guid"]
        }
    }

    /// A key in the form of the table.
    static func folded(_ key: String) -> String {
        String(decoding: key.utf8.filter { ASCII.isAlphanumeric($0) || $0 >= 0x80 }, as: UTF8.self).lowercased()
    }

    /// The field of a folded key, and how sure it is (0 is surest); nil for other keys.
    static func field(_ folded: String) -> (field: RecordField, rank: Int)? { table[folded] }

    private static let table: [String: (RecordField, Int)] = {
        var table: [String: (RecordField, Int)] = [:]
        for field in allCases {
            for (rank, key) in field.keys.enumerated() where table[key] == nil { table[key] = (field, rank) }
        }
        return table
    }()
}
