/// The labels of header lines such as "Headline: ..." in the languages of the press.
enum TextLabels {
    /// What a labelled line gives.
    enum Field: Sendable {
        case headline
        case deck
        case author
        case published
        case modified
        case outlet
        case url
        case section
        case keywords
        case language
        case copyright
        case embargo
        /// How long the article is, which is counted.
        case length
        /// A label that opens a header and gives nothing that is stored.
        case other
    }

    /// A line cut at its label.
    static func field(_ line: String) -> (field: Field, value: String)? {
        guard let colon = line.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
        let label = line[..<colon].lowercased()
        guard label.utf8.count <= 40 else { return nil }
        let trimmed = label.trimmingSigns()
        guard let field = table[trimmed] else { return nil }
        return (field, line[line.index(after: colon)...].trimmingSigns())
    }

    private static let table: [String: Field] = {
        let rows: [(Field, String)] = [
            (
                .headline,
                "headline,title,subject,head,titel,überschrift,schlagzeile,betreff,titre,título,titular,titolo,tytuł,titulek,kop,rubrik,"
                    + "otsikko,cím,заголовок,τίτλος,başlık,כותרת,العنوان,标题,標題,题目,タイトル,제목"
            ),
            (
                .deck,
                "subtitle,subheadline,subhead,standfirst,deck,summary,untertitel,vorspann,chapô,sous-titre,entradilla,subtítulo,лид"
            ),
            (
                .author,
                "by,author,authors,byline,writer,reporter,from,von,autor,autorin,autoren,auteur,auteurs,par,por,autores,autore,di,door,av,"
                    + "автор,авторы,yazar,מאת,الكاتب,بقلم,作者,记者,記者,기자"
            ),
            (
                .published,
                "date,published,publication date,pub date,release date,released,posted,dated,datum,veröffentlicht,veröffentlichungsdatum,"
                    + "date de publication,publié,publié le,fecha,fecha de publicación,publicado,data,pubblicato,дата,tarih,תאריך,التاريخ,日期,"
                    + "发布时间,日付,날짜,on,sent"
            ),
            (
                .modified,
                "updated,modified,last updated,last modified,aktualisiert,mis à jour,actualizado,aggiornato,обновлено,更新时间"
            ),
            (
                .outlet,
                "source,publication,outlet,newspaper,publisher,site,quelle,zeitung,medium,fuente,medio,fonte,źródło,источник,издание,来源,"
                    + "出典,출처,المصدر"
            ),
            (.url, "url,link,web,address,canonical,permalink,original url,source url,lien,enlace"),
            (.section, "section,category,ressort,rubrik,rubrique,sección,categoría,desk,раздел,栏目"),
            (.keywords, "keywords,tags,topics,schlagworte,schlagwörter,mots-clés,etiquetas,palabras clave,теги,关键词"),
            (.language, "language,lang,sprache,langue,idioma,lingua,язык"),
            (.copyright, "copyright,rights"),
            (.embargo, "embargo,embargoed until,embargo until,sperrfrist"),
            (
                .length,
                "length,word count,words,länge,longueur,longitud,lunghezza,lengte,długość"
            ),
            (
                .other,
                "slug,to,cc,contact,kontakt,place,location,priority,id,edition,page,media contact,press contact"
            ),
        ]
        var table: [String: Field] = [:]
        for (field, labels) in rows {
            for label in labels.split(separator: ",") where table[String(label)] == nil { table[String(label)] = field }
        }
        return table
    }()
}

extension StringProtocol {
    /// The text without white space and the signs of emphasis at its ends.
    func trimmingSigns() -> String {
        let start = drop { $0.isWhitespace || $0 == "*" || $0 == "_" || $0 == "#" }
        return String(start.reversed().drop { $0.isWhitespace || $0 == "*" || $0 == "_" }.reversed())
    }
}
