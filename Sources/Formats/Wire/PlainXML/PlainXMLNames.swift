/// What elements of XML are called that hold the parts of an article.
enum PlainXMLNames {
    /// A part of an article.
    enum Field: Sendable {
        case headline, deck, text, byline, byTitle, published, modified, embargo, id, version, place, provider, section,
            keywords
        case urgency, copyright, usageTerms, note, language, url, slugline, status, isCancelled, isCorrection
    }

    /// The part that an element or attribute of this name holds; case and signs between words do not count.
    static func field(_ name: String) -> Field? {
        guard name.utf8.count <= 40 else { return nil }
        return names[name.lowercased().filter { $0 != "_" && $0 != "-" && $0 != "." }]
    }

    private static let names: [String: Field] = {
        var table: [String: Field] = [:]
        for (field, words) in words {
            for word in words.split(separator: " ") { table[String(word)] = field }
        }
        return table
    }()

    private static let words: [(Field, String)] = [
        (
            .headline,
            "headline hedline title titel titre titulo titolo header heading hl1 rubrik otsikko overskrift newstitle"
        ),
        (
            .deck,
            "subtitle subheadline subheading standfirst deck dek leadin intro ingress untertitel unterzeile chapeau subtitulo"
        ),
        (.deck, "abstract teaser"),
        (
            .text,
            "content body text bodytext story storytext articlebody articletext maintext fulltext texte texto testo brodtekst"
        ),
        (.text, "newstext bodyhtml contenthtml html bodycontent datacontent"),
        (.byline, "byline author authors autor auteur autore creator journalist writer reporter signature signatur"),
        (.byTitle, "bytitle bylinetitle authortitle"),
        (
            .published,
            "publishdate pubdate published publicationdate publicationtime date datetime datepublished datum issuedate"
        ),
        (.published, "firstcreated created creationdate releasedate sent sentdate fecha data timestamp dateandtime"),
        (.modified, "modified updated lastmodified versioncreated datemodified modificationdate updatedate changed"),
        (.embargo, "embargo embargoed embargodate embargountil releaseafter"),
        (.id, "newsid guid id itemid newsitemid articleid documentid docid storyid uuid uid identifier"),
        (.version, "version revision revisionid"),
        (.place, "town city location place located ort lieu lugar stad dateline"),
        (.provider, "origin source provider publisher agency publication newspaper outlet quelle fuente agence"),
        (.section, "section category ressort rubrique department desk channel sektion"),
        (.keywords, "keyword keywords tags tag subjectkeyword schlagworte stichworte motscles"),
        (.urgency, "priority urgency prioritaet priorite"),
        (.copyright, "copyright copyrightnotice copyrightline rights"),
        (.usageTerms, "usageterms usage restrictions"),
        (.note, "ednote editorialnote editorsnote editorialcomment tilredaktionen hinweis redaktionshinweis"),
        (.language, "language lang sprache langue idioma"),
        (.url, "url link canonical canonicalurl weburl permalink href"),
        (.slugline, "strapline slug slugline catchline stichwort"),
        (.status, "status pubstatus publicationstatus"),
        (.isCancelled, "annuleret cancelled canceled killed withdrawn"),
        (.isCorrection, "korrektion correction iscorrection korrektur"),
    ]
}
