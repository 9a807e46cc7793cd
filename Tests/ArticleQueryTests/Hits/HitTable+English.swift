extension HitTable {
    static let english = HitTable(
        name: "English", languages: ["en"],
        hits: [
            Hit(
                "Two ministries said on Monday that running costs had doubled since the elections.",
                finds: [
                    "ministry", "ministries", "run", "election", "\"running costs\"", "minist*", "Monday OR Tuesday",
                ],
                misses: ["minister", "minimum", "\"costs running\"", "elect -monday", "runway", "ministries Tuesday"]),
            Hit(
                "Israel's leaders don't expect a truce; we'll see, said the prime minister's spokeswoman.",
                finds: ["israel", "Israel’s", "dont", "don't", "\"prime minister\"", "leader", "\"israel's leaders\""],
                misses: ["well", "isra", "\"prime spokeswoman\"", "ministry", "\"minister prime\""]),
            Hit(
                "The naïve Brontë café owner Björn O’Brien resumed his résumé.",
                finds: ["naive", "bronte cafe", "bjorn", "obrien", "O'Brien", "BRONTË"],
                misses: ["brien", "bron", "nave", "bjoern brown"]),
            Hit(
                "Storm and heavy rain closed the harbour; ferries to the islands were cancelled for three days.",
                finds: [
                    "storm harbour OR airport", "(storm AND ferry) OR volcano", "near(rain harbour, 4)",
                    "storm NOT snow",
                    "\"heavy rain", "harbours", "island", "STORM and rain",
                ],
                misses: [
                    "storm airport OR station", "near(storm islands, 3)", "storm NOT ferries", "-storm",
                    "\"rain heavy\"",
                    "har", "storm AND (snow OR hail)",
                ]),
            Hit(
                "The men at the airport had no Wi-Fi, and co-operation between the universities ended.",
                finds: ["wi-fi", "Wi-Fi", "co-operation", "university", "airports", "men"],
                misses: ["port", "wifi", "man", "operations*", "\"fi wi\"", "airp"]),
        ])

    static let signs = HitTable(
        name: "signs and numbers", languages: ["en"],
        hits: [
            Hit(
                "COVID-19 cases in the U.S. rose to 1,000 a day, 3.5 percent more, AT&T and the R&D unit said.",
                finds: [
                    "covid-19", "covid19", "\"COVID 19\"", "covid", "U.S.", "U.S", "us", "1000", "1,000", "1.000",
                    "3.5", "3,5",
                    "AT&T", "at&t", "R&D", "\"cases in the U.S.\"",
                ],
                misses: ["covid-20", "35", "3", "5", "000", "100", "AT", "T&T", "10000", "\"19 covid\"", "usa"]),
            Hit(
                "She teaches C++ and C#, not F-Sharp; write to @deskdaily or #climate, see bbc.co.uk/news or mail a.b@example.org.",
                finds: [
                    "C++", "c#", "deskdaily", "@deskdaily", "#climate", "climate", "bbc.co.uk",
                    "https://bbc.co.uk/news",
                    "example.org", "teach",
                ],
                misses: ["C", "C+", "c+++d", "co.bbc", "\"C news\"", "example.com"]),
            Hit(
                "The e-mail from J.K. Rowling came at 14:30 on 03.05.2024; the F-16 flew 10 km on Wi-Fi at 5G.",
                finds: [
                    "email", "e-mail", "J.K. Rowling", "jk rowling", "14:30", "2024", "03.05.2024", "F-16", "f16",
                    "10km",
                    "wi-fi", "5g", "\"J.K. Rowling came\"",
                ],
                misses: ["F-15", "14:31", "\"30 14\"", "05.03.2024", "100km", "5h"]),
            Hit(
                "He said \"yes\" (twice) - and then: nothing... 100% sure; AC/DC played 24/7.",
                finds: [
                    "\"yes twice", "(twice", "twice)", "nothing...", "100%", "AC/DC", "24/7", "“yes”", "«nothing»",
                    "'yes' twice",
                ],
                misses: ["\"yes nothing\"", "...", "%", "\"\"", "()", "-twice", "DC/AC", "**", "' '"]),
        ])
}
