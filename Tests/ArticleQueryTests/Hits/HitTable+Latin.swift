extension HitTable {
    static let german = HitTable(
        name: "German", languages: ["de"],
        hits: [
            Hit(
                "Die Häuser in der Kölner Straße gehören Jürgen Müller, sagte die Bürgermeisterin.",
                finds: [
                    "strasse", "STRASSE", "Straße", "hauser", "Häuser", "haus", "Haus", "Müller", "muller", "Mueller",
                    "koelner",
                    "kolner strasse", "\"Kölner Straße\"", "juergen", "Bürgermeisterin",
                ],
                misses: ["stras", "muel", "Köln-Straße", "Mühle", "Hausierer", "\"Straße Kölner\""]),
            Hit(
                "Der Groß- und Einzelhandel an der U-Bahn wächst um 2,5 Prozent; die Regierungen beraten.",
                finds: ["gross", "Groß", "ubahn", "U-Bahn", "2,5", "2.5", "Regierung", "wachst", "einzelhandel"],
                misses: ["25", "Bahn", "regieren OR handel", "großer*"]),
            Hit(
                "Vor dem Rathaus in Goettingen sprachen die Ministerinnen über Bücher, Äpfel und den Fußball.",
                finds: [
                    "rathaus", "Rathäuser", "Göttingen", "Goettingen", "Buch", "apfel", "Äpfel", "fussball", "Fußball*",
                    "Ministerin",
                ],
                misses: ["Haus", "ball", "Gottingen", "rat", "ApfelX", "Minze"]),
        ])

    static let french = HitTable(
        name: "French", languages: ["fr"],
        hits: [
            Hit(
                "L’homme d’État a reçu les journaux à l'Élysée ; l'œuvre des élèves était exposée jusqu'à lundi.",
                finds: [
                    "homme", "l'homme", "etat", "élysée", "elysee", "journal", "œuvre", "oeuvre", "élève", "eleve",
                    "\"l'homme d'État\"", "recu", "lundi",
                ],
                misses: ["lhomme", "femme", "journée", "lune", "\"homme état journaux\"", "elys"])
        ])

    static let spanish = HitTable(
        name: "Spanish, Portuguese and Catalan", languages: ["es", "pt", "ca"],
        hits: [
            Hit(
                "El niño pidió mañana una reunión sobre las elecciones y las naciones vecinas en Logroño.",
                finds: ["nino", "NIÑO", "manana", "reunion", "reuniones", "elección", "eleccion", "nación", "logrono"],
                misses: ["niña -nino", "hermana", "vecindario OR luz", "\"naciones elecciones\""]),
            Hit(
                "São Paulo: a ação das mães; la col·lecció de l'Eixample.",
                finds: ["sao paulo", "acao", "maes", "colleccio", "col·lecció", "eixample", "l'eixample"],
                misses: ["sa paulo", "\"paulo são\"", "leixample", "col -sao"]),
        ])

    static let nordic = HitTable(
        name: "Nordic languages", languages: ["da", "sv", "no"],
        hits: [
            Hit(
                "Ærø og Århus fik nye færger; Søren Kierkegård og Þórður mødtes i Malmö med bøgerne.",
                finds: [
                    "aero", "århus", "arhus", "aarhus", "faerger", "færger", "soren", "søren", "thordur", "malmo",
                    "malmö",
                    "mødtes", "modtes",
                ],
                misses: ["aarhuset", "mal", "sorte", "thor"])
        ])

    static let polish = HitTable(
        name: "Polish, Czech, Romanian and Croatian", languages: [],
        hits: [
            Hit(
                "Łódź i Kraków: premier Wałęsa złożył kwiaty; Dvořák, Đoković i Țepeș přijeli.",
                finds: [
                    "lodz", "Łódź", "łodź", "krakow", "walesa", "Wałęsa", "zlozyl", "dvorak", "dokovic", "Đoković",
                    "tepes", "prijeli",
                ],
                misses: ["lod", "odz", "loz", "wales", "kraj", "\"Kraków Łódź\""])
        ])

    static let turkish = HitTable(
        name: "Turkish", languages: ["tr"],
        hits: [
            Hit(
                "İstanbul'da ve Ankara’nın Iğdır yolunda şoförler çağrı yaptı; Türkiye'nin ışıkları yandı.",
                finds: [
                    "istanbul", "ISTANBUL", "İSTANBUL", "ıstanbul", "ankara", "igdir", "Iğdır", "sofor*", "cagri",
                    "türkiye", "turkiye",
                ],
                misses: ["istan", "turk", "ankaragücü", "sofa"])
        ])

    static let vietnamese = HitTable(
        name: "Vietnamese", languages: [],
        hits: [
            Hit(
                "Thủ tướng đến Đà Nẵng và Hà Nội hôm thứ Hai.",
                finds: ["da nang", "Đà Nẵng", "\"hà nội\"", "ha noi", "thu tuong", "\"thủ tướng\""],
                misses: ["\"nẵng đà\"", "dan", "hanoi", "noi*hai"])
        ])
}
