/// Spellings of one word that two countries have, and numbers as words and digits.
package enum SpellingVariants {
    /// The other spellings of a folded word that rules give; most of them are no words, so that only those that occur are worth using.
    ///
    /// British and American English: colour, organise, centre, catalogue, defence, travelled, anaemia, programme; and numbers up to a
    /// hundred in English, German, French, Spanish, Italian and Portuguese.
    package static func variants(of word: String) -> [String] {
        var found = Set(numbers[word] ?? [])
        for (one, other) in pairs {
            if word == one { found.insert(other) }
            if word == other { found.insert(one) }
        }
        for (british, american) in endings {
            for (from, into) in [(british, american), (american, british)]
            where word.hasSuffix(from) && word.count > from.count + 2 {
                found.insert(word.dropLast(from.count) + into)
            }
        }
        for (british, american) in [("our", "or"), ("ae", "e"), ("oe", "e"), ("ll", "l")] where word.count > 5 {
            for (from, into) in [(british, american), (american, british)] {
                found.formUnion(replacing(from, by: into, in: word))
            }
        }
        found.remove(word)
        return found.sorted()
    }

    /// A word with each occurrence but one at its beginning replaced, one at a time.
    private static func replacing(_ from: String, by into: String, in word: String) -> [String] {
        let letters = Array(word)
        let wanted = Array(from)
        guard letters.count > wanted.count + 1 else { return [] }
        return (1...(letters.count - wanted.count)).filter { Array(letters[$0..<($0 + wanted.count)]) == wanted }.map {
            String(letters[..<$0]) + into + String(letters[($0 + wanted.count)...])
        }
    }

    private static let endings = [
        ("ise", "ize"), ("ised", "ized"), ("ising", "izing"), ("ises", "izes"), ("iser", "izer"),
        ("isation", "ization"),
        ("isations", "izations"), ("yse", "yze"), ("ysed", "yzed"), ("ysing", "yzing"), ("tre", "ter"),
        ("tres", "ters"),
        ("bre", "ber"), ("ogue", "og"), ("ogues", "ogs"), ("ence", "ense"), ("ences", "enses"),
    ]
    private static let pairs = [
        ("programme", "program"), ("programmes", "programs"), ("grey", "gray"), ("tyre", "tire"), ("tyres", "tires"),
        ("cheque", "check"),
        ("cheques", "checks"), ("mould", "mold"), ("plough", "plow"), ("sceptic", "skeptic"),
        ("sceptical", "skeptical"),
        ("aluminium", "aluminum"), ("kerb", "curb"), ("jewellery", "jewelry"), ("storey", "story"),
        ("practise", "practice"),
        ("licence", "license"), ("licences", "licenses"), ("whisky", "whiskey"), ("moustache", "mustache"),
        ("pyjamas", "pajamas"),
        ("enrol", "enroll"), ("fulfil", "fulfill"), ("skilful", "skillful"), ("manoeuvre", "maneuver"),
        ("draught", "draft"),
    ]

    private static let numbers: [String: [String]] = {
        let lists = [
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty",
            "null - zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig",
            "zéro - deux trois quatre cinq - sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt",
            "cero - dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte",
            "zero - due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti",
            "zero - dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove vinte",
        ]
        let tens = [
            "thirty forty fifty sixty seventy eighty ninety hundred",
            "dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert",
            "trente quarante cinquante soixante - - - cent",
            "treinta cuarenta cincuenta sesenta setenta ochenta noventa cien",
            "trenta quaranta cinquanta sessanta settanta ottanta novanta cento",
            "trinta quarenta cinquenta sessenta setenta oitenta noventa cem",
        ]
        var numbers: [String: Set<String>] = [:]
        func add(_ list: String, _ number: (Int) -> Int) {
            for (index, word) in list.split(separator: " ").enumerated() where word != "-" {
                let (word, digits) = (SearchFold.fold(String(word)), String(number(index)))
                numbers[word, default: []].insert(digits)
                numbers[digits, default: []].insert(word)
            }
        }
        for list in lists { add(list) { $0 } }
        for list in tens { add(list) { ($0 + 3) * 10 } }
        return numbers.mapValues { $0.sorted() }
    }()
}
