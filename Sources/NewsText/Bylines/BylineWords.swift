/// The words that bylines are made of besides names, in the languages of the press.
package enum BylineWords {
    /// What opens a byline; longest first where one begins with another. Compared in lower case.
    package static let labels: [String] = [
        "dal nostro inviato", "dalla nostra inviata", "dal nostro corrispondente", "dalla nostra corrispondente",
        "words:", "story:", "نویسنده:", "تحریر:", "story by", "words by", "written by", "reported by", "reporting by",
        "posted by", "published by",
        "submitted by",
        "created by", "compiled by", "edited by", "analysis by", "opinion by", "review by", "report by", "article by",
        "text by", "recipe by", "guide by", "interview by", "view all posts by", "all posts by", "posts by",
        "a guest post by", "guest post by", "post by",
        "contributed by",
        "a report by", "authors:", "author:", "byline:", "by:", "by",
        "ein artikel von", "eine analyse von", "ein kommentar von", "ein gastbeitrag von", "ein bericht von",
        "aufgezeichnet von",
        "geschrieben von", "verfasst von", "erstellt von", "alle beiträge von", "alle artikel von",
        "veröffentlicht von", "interview von", "interview:",
        "text von", "text:", "autorin:",
        "autoren:", "autor:", "von:",
        "von",
        "propos recueillis par", "écrit par", "publié par", "rédigé par", "article de", "texte:", "texte :", "par:",
        "par",
        "escrito por", "publicado por", "redactado por", "texto:", "por:", "por",
        "scritto da", "pubblicato da", "articolo di", "testo di", "a cura di", "di:", "di",
        "geschreven door", "door:", "door", "skriven av", "skrevet av", "skrevet af", "tekst:", "tekst", "av:", "av",
        "af:", "af",
        "napisał", "napisała", "opracował", "opracowała", "oprac.", "autorka:", "autorzy:", "szerző:", "írta:",
        "napsal", "napsala", "scris de", "de:", "de", "yazan:", "haber:", "kirjoittaja:", "teksti:",
        "текст:", "автор:", "авторы:", "автори:", "γράφει ο", "γράφει η", "γράφουν οι", "του", "της",
        "بقلم:", "بقلم", "كتب:", "كتبت:", "كتب", "كتبت", "מאת:", "מאת", "作者:", "作者：", "文/", "文：", "記者", "记者", "oleh:",
        "oleh", "bởi", "lekhak:", "लेखक:", "por la redacción de",
    ]

    /// The labels in the same order by the first byte of their UTF-8, all beyond ASCII under 0x80: most lines begin with no label.
    static let labelsByFirstByte = Dictionary(grouping: labels) { label in min(label.utf8.first ?? 0, 0x80) }

    /// Labels that are also parts of names ("De Vries", "Di Matteo", "Von Trapp"), so that they count as labels only
    /// before at least two further words.
    static let nameLikeLabels: Set<String> = [
        "de", "di", "von", "par", "por", "af", "av", "door", "του", "της", "tekst", "by",
    ]

    /// Words that name who did what the line tells: "posted on 3 May by".
    static let agents: Set<String> = ["by", "von", "par", "por", "door", "av", "af"]

    /// What stands between two names.
    static let conjunctions: Set<String> = [
        "and", "und", "et", "y", "e", "i", "og", "och", "en", "ja", "и", "і", "та", "ve", "και", "και", "și", "şi",
        "és", "a",
        "with", "mit", "avec", "con", "com", "med", "dan", "và", "&",
    ]

    /// Conjunctions that are no names, however they are written.
    static let plainConjunctions: Set<String> = ["and", "und", "with", "&", "et", "и"]

    /// Conjunctions that also stand inside names ("Ortega y Gasset"), so that they part names of at least two words only.
    static let nameLikeConjunctions: Set<String> = ["y", "e", "i", "a", "en", "ja", "con"]

    /// Words that follow a name and open something that is no name: "for Reuters", "in Berlin".
    static let prepositions: Set<String> = [
        "for", "of", "in", "at", "from", "für", "aus", "pour", "à", "para", "per", "voor", "för", "w", "is", "the",
        "as",
        "via", "on", "im", "am", "reports", "covers", "writes", "reporting", "contributed", "berichtet", "wysłannik",
    ]

    /// Words of titles, offices and desks; a part that holds one is no name, or is cut off the name beside it.
    package static let titles: Set<String> = [
        "correspondent", "correspondents", "editor", "editors", "reporter", "reporters", "writer", "writers",
        "columnist",
        "journalist", "contributor", "contributors", "contributing", "producer", "photographer", "analyst", "bureau",
        "chief",
        "staff", "senior", "expert", "experts", "reviewed", "verified", "checked", "advice", "associate", "assistant",
        "executive", "managing", "deputy", "political", "diplomatic",
        "defence",
        "defense", "business", "economics", "economic", "sports", "sport", "science", "health", "environment",
        "education",
        "technology", "legal", "investigations", "investigative", "special", "freelance", "guest", "author", "critic",
        "commentator", "director", "professor", "desk", "newsroom", "team", "news", "editorial", "board", "admin",
        "administrator",
        "webmaster", "web", "online", "digital", "foreign", "national", "intern", "fellow", "md", "phd", "dr", "mr",
        "mrs", "ms", "prof",
        "redaktion", "redakteur", "redakteurin", "korrespondent", "korrespondentin", "reporterin", "chefredakteur",
        "leiter",
        "autor", "autorin", "journalistin", "rechtsanwalt", "rechtsanwältin", "volontär", "gastautor", "rédaction",
        "journaliste", "correspondante",
        "envoyé", "envoyée", "spécial", "spéciale", "rédacteur", "rédactrice", "chef", "grand",
        "redacción", "redaccion", "periodista", "corresponsal", "redactor", "redactora", "enviado", "enviada",
        "especial",
        "redação", "redacao", "repórter", "jornalista", "correspondente", "redazione", "inviato", "inviata",
        "corrispondente",
        "giornalista", "redactie", "verslaggever", "redacteur", "redaksjonen", "journalistikk", "redaktionen",
        "redakcja",
        "dziennikarz", "dziennikarka", "korespondent", "redaktor", "редакция", "корреспондент", "редактор",
        "обозреватель",
        "журналист", "редакція", "кореспондент", "muhabir", "muhabiri", "editörü", "redaktör", "redaktor", "toimittaja",
        "szerkesztő", "újságíró", "redakce", "redaktorka", "redacția",
        "συντάκτης", "συντακτική", "ομάδα", "מערכת", "כתב", "כתבת", "كاتب", "مراسل", "محرر", "記者", "记者", "기자", "특파원",
        "编辑",
        "編集部", "編集委員", "本报",
    ]

    /// What an office is the office of, where it stands without a comma behind a name: "Anna Smith Transport Editor".
    static let beats: Set<String> = [
        "transport", "crime", "court", "courts", "housing", "community", "city", "county", "social", "affairs",
        "climate", "democracy", "religion", "consumer", "property", "local", "arts", "finance", "food", "features",
        "police", "agriculture", "energy", "royal", "showbiz", "multimedia", "data", "video", "audience",
    ]

    /// Words that say whose office it is: "notre correspondante", "unser Redakteur".
    static let possessives: Set<String> = [
        "our", "notre", "nos", "unser", "unsere", "unserer", "unserem", "unseren", "onze", "nostro", "nostra",
        "nuestro", "nuestra", "nosso", "nossa", "vår", "vores",
    ]

    /// Words that open the credit of a picture or of the editing, as in "Words by Anna Smith, photographs by Jo Kern".
    static let otherWork: Set<String> = [
        "photographs", "photography", "photos", "photo", "pictures", "picture", "illustrations", "illustration",
        "graphics", "video", "editing", "edited", "translated", "translation", "additional", "fotos", "foto",
        "fotografie", "bilder", "bild", "bearbeitet", "photographies", "dessins", "traduit", "traduction",
        "fotografías",
        "traducción", "fotografia", "zdjęcia",
    ]

    /// Words between an office and its place: "corresponsal en París".
    static let placeWords: Set<String> = ["en", "em", "a", "à", "in", "i", "på", "w", "we", "te", "na", "dal", "da"]

    /// Words that end the name of a group of people.
    package static let groups: Set<String> = ["team", "desk", "newsroom", "report"]

    /// Words that open a line about a page rather than a name: "Posted", "Share this", "Published on".
    package static let notices: Set<String> = [
        "posted", "published", "updated", "share", "about", "zur", "zum", "alle", "view", "read", "posts", "follow",
        "veröffentlicht", "aktualisiert",
        "publié", "publicado", "pubblicato", "geplaatst", "fot", "foto", "fotos", "photo", "photos", "bild", "image",
        "images", "picture", "pictures",
    ]

    /// Names of sections that stand by themselves where an author is looked for.
    package static let sections: Set<String> = [
        "news", "sport", "sports", "politics", "business", "economy", "world", "international", "national", "local",
        "culture", "opinion",
        "books", "travel", "health", "science", "technology", "tech", "lifestyle", "entertainment", "features", "music",
        "film", "weather",
        "politik", "wirtschaft", "kultur", "panorama", "ausland", "inland", "wissen", "gesundheit", "regional",
        "ratgeber", "meinung",
        "politique", "économie", "monde", "culture", "société", "internacional", "nacional", "economía", "política",
        "cultura", "deportes",
        "sociedad", "opinión", "mundo", "esportes", "economia", "politica", "esteri", "cronaca", "salute", "świat",
        "kraj", "polska",
        "политика", "общество", "экономика", "культура", "мир", "происшествия", "спорт", "منوعات", "سياسة", "اقتصاد",
        "رياضة", "ثقافة",
    ]

    /// Words that mark the name of a publication.
    static let outlets: Set<String> = [
        "times", "post", "gazette", "herald", "tribune", "journal", "magazine", "telegraph", "guardian", "chronicle",
        "ledger",
        "courier", "observer", "mirror", "independent", "express", "daily", "weekly", "today", "press", "media", "tv",
        "radio",
        "zeitung", "tagblatt", "anzeiger", "kurier", "rundschau", "nachrichten", "wire", "agency", "broadcasting",
        "network",
        "review", "standard", "examiner", "inquirer", "dispatch", "monitor", "bbc", "cnn", "npr", "abc", "cbs", "nbc",
        "cnbc",
    ]

    /// Days of the week, which follow "By" and "Von" in prose.
    static let weekdays: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "montag", "dienstag", "mittwoch",
        "donnerstag", "freitag", "samstag", "sonntag", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "today",
        "tomorrow", "now", "then", "heute", "morgen",
    ]

    /// Particles of surnames that stay in lower case.
    package static let particles: Set<String> = [
        "de", "del", "della", "dei", "di", "da", "das", "do", "dos", "du", "des", "la", "le", "van", "von", "der",
        "den", "ter",
        "ten", "zu", "zum", "zur", "af", "av", "bin", "ibn", "bint", "el", "al", "y", "e", "und", "of",
    ]
}
